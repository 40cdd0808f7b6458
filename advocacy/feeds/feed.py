"""A feed and its entries, as values: what RSS, Atom and JSON Feed are all made from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

# XML 1.0, production 2 (Char): everything else makes a document that no reader opens.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# The date of a feed without entries: a feed needs one, and a build has no clock.
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote an entry; `url` is the address of their page."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """What an entry is about, in words; `scheme` is the address below which such words live.

    The word is the same in each form of a feed. A name for machines beside it would be what some
    readers show, of one form and not of another.
    """

    label: str
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that readers may show beside an entry; the address is absolute."""

    url: str
    media_type: str = ""
    width_px: int = 0
    height_px: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One post in a feed.

    Attributes:
        id: Stays the same whatever the title, slug or date become.
        url: Absolute address of the post's page.
        html: The whole post, with absolute addresses in it.
        summary: Plain text.
        published: With a time zone.
        updated: With a time zone; None is `published`.
        lang: BCP 47 tag; empty is the feed's.
        has_inner_links: Whether a link leads from place to place in the HTML, as to a footnote.
    """

    id: str
    url: str
    title: str
    html: str
    summary: str
    published: datetime
    updated: datetime | None = None
    authors: tuple[Author, ...] = ()
    categories: tuple[Category, ...] = ()
    lang: str = ""
    picture: Picture | None = None
    has_inner_links: bool = False

    @property
    def byline(self) -> str:
        """The names of all authors."""
        return ", ".join(author.name for author in self.authors)

    @property
    def last_change(self) -> datetime:
        """When the entry was last changed; its publication, if never."""
        return self.updated or self.published


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a feed is in each form; absolute, and empty where it has no such form."""

    atom: str
    rss: str = ""
    json: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """By what readers know a feed at a glance; addresses are absolute.

    Attributes:
        icon: Small and square, of `size_px` each side.
        large: Square and large; empty for none.
        logo: Wider than high; empty for none.
    """

    icon: str
    size_px: int
    large: str = ""
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; all forms of one feed say the same.

    Attributes:
        home_url: Absolute address of the page whose posts these are.
        at: Where the feed is.
        lang: BCP 47 tag.
        entries: In any order; feeds show the newest first.
        publisher: Who stands behind the feed; empty is its title.
        licence: Under which terms the content may be used, in words.
        licence_url: Absolute address of the terms.
        stylesheet_href: The CSS with which browsers show the feed; empty for none.
        hub_url: Absolute address of the hub that tells subscribers at once; empty for none.
        older: Where the entries before these are, if a feed has an archive, and in which forms.
        archive_of: Where the feed is whose older entries these are; None where it is no archive.
        sign: What readers show beside the title; None for nothing.
    """

    title: str
    description: str
    home_url: str
    at: Addresses
    lang: str
    entries: tuple[Entry, ...] = ()
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    stylesheet_href: str = ""
    hub_url: str = ""
    older: Addresses | None = None
    archive_of: Addresses | None = None
    sign: Sign | None = None

    @property
    def id(self) -> str:
        """The feed's id; its archives have the same."""
        return (self.archive_of or self.at).atom

    @property
    def hubs(self) -> tuple[str, ...]:
        """The hub, if there is one; nothing new comes to an archive, which has none."""
        return (self.hub_url,) if self.hub_url and not self.archive_of else ()

    @property
    def newest_first(self) -> list[Entry]:
        """The entries by date of publication; entries of one moment by id."""
        return sorted(self.entries, key=lambda entry: (-entry.published.timestamp(), entry.id))

    @property
    def last_change(self) -> datetime:
        """When an entry last changed."""
        return max((entry.last_change for entry in self.entries), default=BEGINNING)


T = TypeVar("T")


def make_legal(value: T) -> T:
    """Return a feed, entry or text without the characters that XML cannot hold."""
    cleaned: object = value
    if isinstance(value, str):
        cleaned = ILLEGAL.sub("", value)
    elif isinstance(value, tuple):
        cleaned = tuple(_legal_items(value))
    elif is_dataclass(value) and not isinstance(value, type):
        changes = {each.name: make_legal(getattr(value, each.name)) for each in fields(value)}
        cleaned = replace(value, **changes)
    return cleaned  # type: ignore[return-value]


def _legal_items(items: Iterable[object]) -> Iterable[object]:
    return (make_legal(item) for item in items)
