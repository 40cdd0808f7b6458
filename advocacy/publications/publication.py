"""A publication, the shelf of those that a place keeps, and what may follow them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from advocacy.errors import CommandError, ContentError

SHORT = 7
DIRTY = "-dirty"
MEANWHILE = "Somebody else published meanwhile. Look at what is served, and try again."
AGAIN = "Mend the content and build again, or publish with --again."


@dataclass(frozen=True, slots=True)
class Publication:
    """What was put where readers are.

    Attributes:
        url: Where it is served.
        day: As on which it was built, such as 2026-03-31.
        content: The commit that it was built from, with `-dirty` behind it where not all was
            committed; empty where none is known.
        guide: The version of the guide that it was held to.
        digest: Changes with any byte of it.
        name: What its place calls it; empty before it is there.
    """

    url: str
    day: str
    content: str
    guide: str
    digest: str
    name: str = ""

    def named(self, name: str) -> "Publication":
        """Return it as its place calls it."""
        return replace(self, name=name)

    def is_of(self, other: "Publication") -> bool:
        """Say whether both are of the same content, on whichever days they were built."""
        is_whole = bool(self.content) and not self.content.endswith(DIRTY)
        return (is_whole and self.content == other.content) or self.digest == other.digest

    @property
    def short(self) -> str:
        """The commit as people name it."""
        commit = self.content.removesuffix(DIRTY)
        return self.content.replace(commit, commit[:SHORT], 1)

    def __str__(self) -> str:
        of = f"content {self.short}" if self.content else "content of no commit"
        return f"publication {self.name} of {self.day} ({of}, guide {self.guide})"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a place holds.

    Attributes:
        current: What readers are served; None before the first.
        undone: What was taken back since, for `current` to be there again.
    """

    current: Publication | None = None
    undone: tuple[Publication, ...] = ()


def check_turn(made: Publication, shelf: Shelf, place: str, *, again: bool) -> None:
    """Make sure that something may take the place of what is served.

    Args:
        made: What is to be published.
        shelf: What is there.
        place: What to call the place in a mistake.
        again: Publish even what was taken back.

    Raises:
        CommandError: Another site is there.
        ContentError: What is to be published was taken back.
    """
    current = shelf.current
    if current and current.url != made.url:
        cure = "Name a place of its own."
        raise CommandError(f"{place}: holds {current.url}, and this is {made.url}. {cure}")
    if not again and (undone := _taken_back(made, shelf.undone)):
        raise ContentError(f"{place}: {undone} was taken back, and this is the same. {AGAIN}")


def check_same(seen: Shelf, here: Shelf, place: str) -> None:
    """Make sure that a place still holds what `check_turn` was asked of.

    Raises:
        CommandError: Somebody has published there meanwhile, or put something back.
    """
    if here != seen:
        raise CommandError(f"{place}: {MEANWHILE}")


def _taken_back(made: Publication, undone: Iterable[Publication]) -> Publication | None:
    return next((each for each in undone if each.is_of(made)), None)
