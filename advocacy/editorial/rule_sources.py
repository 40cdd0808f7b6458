"""The files that rules are made of besides their own, such as dictionaries."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from advocacy.editorial.rule import Rule


def sources_of(rules: Iterable[Rule]) -> list[Path]:
    """Return the files, each once and in a fixed order."""
    return sorted({file for rule in rules for file in rule.search.sources})


def missed_by(rules: Iterable[Rule]) -> list[Path]:
    """Return the places that would come before those files, and at which there is nothing."""
    return sorted({place for rule in rules for place in rule.search.missed})


def read_sources(files: Iterable[Path]) -> list[str]:
    """Return a hash of each file; of one that is gone, why it cannot be read."""
    return [f"{file} {_hash(file)}" for file in files]


def _hash(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        return str(error)
