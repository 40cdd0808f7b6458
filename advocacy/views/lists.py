"""What pages are handed that list posts."""

from dataclasses import dataclass

from advocacy.views.heads import Head
from advocacy.views.parts import FeedLink, Link, Paging, PersonView, PostLink


@dataclass(frozen=True, slots=True)
class HomeView:
    """The newest posts, and who writes here.

    Attributes:
        posts: What is pinned, then the newest.
        featured: What editors chose, as far as it does not lead already.
        series: Those of which more can be expected, with how many posts each has.
        awaited: What is still to be published: on the author's own computer, and nowhere else.
    """

    head: Head
    posts: tuple[PostLink, ...]
    people: tuple[PersonView, ...]
    purposes: tuple[Link, ...]
    paging: Paging
    years: tuple[Link, ...] = ()
    purposes_href: str = ""
    archive_href: str = ""
    featured: tuple[PostLink, ...] = ()
    series: tuple[tuple[Link, int], ...] = ()
    awaited: tuple[PostLink, ...] = ()


@dataclass(frozen=True, slots=True)
class ListView:
    """A numbered page of the whole list, or of a colleague's; the oldest pages come first.

    Attributes:
        lang: Of the title; empty for the page's own language.
    """

    head: Head
    title: str
    posts: tuple[PostLink, ...]
    paging: Paging
    lang: str = ""


@dataclass(frozen=True, slots=True)
class TopicView:
    """Posts on one topic, or for one purpose: the newest, or a numbered page of them.

    Attributes:
        html: What content says of it below the description, on the first page.
        lang: Of the description; empty for the page's own language.
        title_lang: In the same way, of the title.
    """

    head: Head
    title: str
    description: str
    posts: tuple[PostLink, ...]
    paging: Paging
    feed: FeedLink | None = None
    html: str = ""
    lang: str = ""
    has_code: bool = False
    has_notes: bool = False
    frame_hosts: tuple[str, ...] = ()
    title_lang: str = ""


@dataclass(frozen=True, slots=True)
class IndexView:
    """All topics, or all purposes, with how many posts each has."""

    head: Head
    title: str
    description: str
    entries: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """All posts of a year, and the other years."""

    head: Head
    year: str
    posts: tuple[PostLink, ...]
    years: tuple[Link, ...]
    archive_href: str = ""


@dataclass(frozen=True, slots=True)
class SeriesView:
    """The posts of a series, from the first to the last.

    Attributes:
        html: What content says of it below the description.
        is_complete: Whether no more will come.
        list_href: Leads to the list of all series.
    """

    head: Head
    title: str
    description: str
    posts: tuple[PostLink, ...]
    feed: FeedLink
    html: str = ""
    is_complete: bool = False
    list_href: str = ""
    has_code: bool = False
    has_notes: bool = False
    frame_hosts: tuple[str, ...] = ()
