"""What else changes on the site: the values that a review tells of two builds."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from advocacy.review.feed_changes import FeedChange

ADDED, MOVED, REMOVED, CHANGED = "added", "moved", "removed", "changed"
BEFORE, AFTER = "before", "after"


@dataclass(frozen=True, slots=True)
class PageChange:
    """What becomes of one page, but for those of share kits.

    Attributes:
        kind: ADDED, MOVED, REMOVED or CHANGED.
        address: Where it is; where it was, if it is removed.
        path: The post that it shows, below the site's folder; empty for every other page.
        was: Where a page that moved was.
        leads_to: Where its old address leads to, if it moved or is removed; empty for nowhere.
    """

    kind: str
    address: str
    path: str = ""
    title: str = ""
    was: str = ""
    leads_to: str = ""

    @property
    def is_dead_end(self) -> bool:
        """Whether who comes by its old address finds nothing, or something else."""
        return self.kind in {MOVED, REMOVED} and not self.leads_to


class Redirect(NamedTuple):
    """An old address, and where it leads to."""

    old: str
    new: str


class HeavyFile(NamedTuple):
    """A new or larger picture or page of which a reader's device loads much."""

    name: str
    told: str


class Screenshot(NamedTuple):
    """A post's page as a browser shows it, in a window so wide."""

    width_px: int
    file: Path


@dataclass(frozen=True, slots=True)
class PostLook:
    """How a post of the pull request looks.

    Attributes:
        cards: The files of its cards in the output, the one for link previews first.
        card: A copy of the first of them, beside the screenshots; None where none were asked for.
        is_awaited: Whether it is a draft, or its day is to come, so that no build shows it yet.
    """

    path: str
    title: str
    address: str
    cards: tuple[str, ...] = ()
    card: Path | None = None
    screenshots: tuple[Screenshot, ...] = ()
    is_awaited: bool = False


class BuildFailure(NamedTuple):
    """A build that could not be made: BEFORE or AFTER, and what it said first."""

    which: str
    told: str


@dataclass(frozen=True, slots=True)
class SiteChanges:
    """The difference between two builds of a site on one day.

    Attributes:
        pages: By address; pages of kits are counted alone.
        kits: How many pages of share kits are new, gone, or not what they were.
        untouched: How many pages are byte for byte as they were.
        lost: Old addresses that led on and lead nowhere now.
        heavy: Of what is new or changed.
        looks: The posts of the pull request that have a page, or will have one.
        failures: Without one of the builds nothing is compared.
        notes: What there is to say of it besides, a line each.
    """

    pages: tuple[PageChange, ...] = ()
    kits: int = 0
    untouched: int = 0
    feeds: tuple[FeedChange, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    lost: tuple[Redirect, ...] = ()
    bytes_before: int = 0
    bytes_after: int = 0
    heavy: tuple[HeavyFile, ...] = ()
    looks: tuple[PostLook, ...] = ()
    failures: tuple[BuildFailure, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def dead_ends(self) -> tuple[PageChange, ...]:
        """Pages that were there, and whose address leads to nothing of theirs any more."""
        return tuple(page for page in self.pages if page.is_dead_end)
