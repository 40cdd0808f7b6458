"""What fuzzing has found: each input is tried for ever, on the target that it failed on."""

import base64
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Found(NamedTuple):
    """One row of the table."""

    target: str
    content: bytes


@cache
def read_found() -> Mapping[str, Found]:
    """Return every row by what was wrong."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {row["wrong"]: Found(row["target"], _content(row)) for row in table["found"]}


def _content(row: Mapping[str, str]) -> bytes:
    return base64.b64decode(row["base64"]) if "base64" in row else row["text"].encode()
