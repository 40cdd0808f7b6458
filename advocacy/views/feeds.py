"""What the page of feeds is handed."""

from dataclasses import dataclass

from advocacy.views.heads import Head
from advocacy.views.parts import FeedLink


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Feeds of one kind, below a heading."""

    heading: str
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class FeedsView:
    """Every feed: the site's, then all others by kind; `opml_href` is the list of them all."""

    head: Head
    site_feed: FeedLink
    groups: tuple[FeedGroup, ...]
    opml_href: str
