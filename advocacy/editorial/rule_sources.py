"""The files that rules are made of besides their own, such as dictionaries."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from advocacy.editorial.rule import Rule


def read_sources(rules: Iterable[Rule]) -> list[str]:
    """Return a hash of each file, in a fixed order; of one that is gone, why it cannot be read."""
    files = {file for rule in rules for file in rule.search.sources}
    return [f"{file} {_hash(file)}" for file in sorted(files)]


def _hash(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        return str(error)
