"""Where a rule of Vale's looks, as Vale matches it: names that nothing has match nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from advocacy.editorial.scopes import RAW, SENTENCE

SUMMARY, PARAGRAPH = "summary", "paragraph"


@dataclass(frozen=True, slots=True)
class ValeScope:
    """One scope: what a block must be, and what it must not be.

    Attributes:
        needs: The block has all of these parts.
        excludes: It has not all parts of any of these.
    """

    needs: frozenset[str]
    excludes: tuple[frozenset[str], ...] = ()

    def takes(self, parts: frozenset[str]) -> bool:
        """Say whether a block is looked at; a single sentence only where one is asked for."""
        if SENTENCE in parts and SENTENCE not in self.needs:
            return False
        if self.excludes and not parts.isdisjoint({RAW, SUMMARY}):
            return False
        return self.needs <= parts and not any(each <= parts for each in self.excludes)


def make_vale_scopes(written: Iterable[str]) -> tuple[ValeScope, ...]:
    """Make scopes: dots and `&` are and, `~` is not, and a block needs to fit only one."""
    return tuple(_scope(each) for each in written)


def _scope(written: str) -> ValeScope:
    needs: set[str] = set()
    excludes = []
    for part in map(str.strip, written.split("&")):
        names = frozenset(name.strip() for name in part.removeprefix("~").split("."))
        if part.startswith("~"):
            excludes.append(names)
        else:
            needs |= names
    return ValeScope(frozenset(needs), tuple(excludes))
