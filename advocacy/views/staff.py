"""What the pages of colleagues are handed."""

from dataclasses import dataclass, field

from advocacy.views.heads import Head
from advocacy.views.parts import FeedLink, Link, Paging, PersonView, PostLink


@dataclass(frozen=True, slots=True)
class ColleagueView:
    """A colleague as the directory shows them.

    Attributes:
        languages: In which they answer: each as it calls itself, and its tag.
        also: Words by which they are found, though they are not shown.
    """

    person: PersonView
    languages: tuple[tuple[str, str], ...] = ()
    also: str = ""


@dataclass(frozen=True, slots=True)
class TeamView:
    """The colleagues of a team; its name is empty for those in none."""

    name: str
    colleagues: tuple[ColleagueView, ...]


@dataclass(frozen=True, slots=True)
class StaffListView:
    """Everyone who writes: those who work here, by team, then those who have left."""

    head: Head
    teams: tuple[TeamView, ...]
    former: tuple[PersonView, ...]


@dataclass(frozen=True, slots=True)
class StaffView:
    """One colleague: what to ask them, where to find them, what they wrote last.

    Attributes:
        languages: In which they answer: each as it calls itself, and its tag.
    """

    head: Head
    person: PersonView
    html: str
    languages: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]
    posts: tuple[PostLink, ...]
    feed: FeedLink | None
    paging: Paging = field(default_factory=Paging)
    has_code: bool = False
    has_notes: bool = False
    frame_hosts: tuple[str, ...] = ()
