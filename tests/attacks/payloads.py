"""Texts that would run a program in a page that shows them as they are."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def read_payloads() -> Mapping[str, str]:
    """Return all of them by what each tries."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {name: text for rows in table.values() for name, text in rows.items()}
