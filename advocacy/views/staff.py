"""What the pages of colleagues are handed."""

from dataclasses import dataclass

from advocacy.views.heads import Head
from advocacy.views.parts import FeedLink, Link, PersonView, PostLink


@dataclass(frozen=True, slots=True)
class StaffListView:
    """Everyone who writes: those who work here, then those who have left."""

    head: Head
    people: tuple[PersonView, ...]
    former: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True)
class StaffView:
    """One colleague: what to ask them, where to find them, what they wrote."""

    head: Head
    person: PersonView
    html: str
    languages: tuple[str, ...]
    links: tuple[Link, ...]
    posts: tuple[PostLink, ...]
    feed: FeedLink | None
