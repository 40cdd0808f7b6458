"""One view a template."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from advocacy.views.parts import (
    Card,
    ChoiceView,
    DateView,
    FeedLink,
    Head,
    ImageView,
    KitLink,
    Link,
    OwnKitView,
    Paging,
    PersonView,
    PostLink,
    SharerView,
    SnippetView,
)


class View(Protocol):
    """What every view has."""

    @property
    def head(self) -> Head:
        """What stands in the page's head."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The newest posts, and who writes here."""

    head: Head
    posts: tuple[PostLink, ...]
    people: tuple[PersonView, ...]
    purposes: tuple[Link, ...]
    paging: Paging
    years: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ListView:
    """A numbered page of the whole list, oldest pages numbered first."""

    head: Head
    title: str
    posts: tuple[PostLink, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class TopicView:
    """Posts on one topic, or for one purpose: the newest, or a numbered page of them."""

    head: Head
    title: str
    description: str
    posts: tuple[PostLink, ...]
    paging: Paging
    feed: FeedLink | None = None


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


@dataclass(frozen=True, slots=True)
class PostView:
    """One post.

    Attributes:
        disclosure: What readers should know of the authors' relationship, or empty.
        kit_href: The post's share kit, or empty where it is not shared.
        series: Its name, and the series' posts from first to last.
        extra: Attributes of third-party plugins that pelicanconf.py names in VIEW_EXTRA.
    """

    head: Head
    title: str
    summary: str
    html: str
    date: DateView
    authors: tuple[PersonView, ...]
    lang: str
    direction: str
    minutes: int
    modified: DateView | None = None
    topics: tuple[Link, ...] = ()
    purpose: Link | None = None
    audience: str = ""
    image: ImageView | None = None
    question: str = ""
    disclosure: str = ""
    discussions: tuple[Link, ...] = ()
    translations: tuple[Link, ...] = ()
    series: str = ""
    series_posts: tuple[Link, ...] = ()
    newer: Link | None = None
    older: Link | None = None
    kit_href: str = ""
    email_href: str = ""
    source: Link | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageView:
    """A page beside the blog; the values guide is one.

    Attributes:
        version: What stands for the guide's content; empty on other pages.
        contents: The guide's principles; empty on other pages.
    """

    head: Head
    title: str
    summary: str
    html: str
    version: str = ""
    contents: tuple[Link, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


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
    feed: FeedLink


@dataclass(frozen=True, slots=True)
class FeedsView:
    """Every feed: the site's, then colleagues' and topics'."""

    head: Head
    site_feed: FeedLink
    staff: tuple[FeedLink, ...]
    topics: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Nothing is here."""

    head: Head
    posts: tuple[PostLink, ...]


@dataclass(frozen=True, slots=True)
class KitView:
    """Everything needed to share one post.

    Attributes:
        card: The picture that link previews show.
        cards: Every picture there is to download, that one first; each has a `name`, a `href`,
            its size and its own alt text.
        until: The last day on which it is offered; None is for ever.
        since: The first day on which it is offered.
        state: `not yet`, `now`, `ending` or `over`.
        is_offered: Whether it may be copied and shared: it is now, or ending.
        ends: The moment from which it is over, in ISO 8601; empty where that is never.
        sharers: Who might share it: of the colleagues who would like to be asked, the authors,
            then those with most in common with the post.
        host: Where the post is, such as `blog.example.org`, as previews of the link show it.
        hub_href: Leads to everything that can be shared.
        reviewers: The colleagues who read the post before it was published.
        changed: The day on which its words became what they are; None where git does not tell.
        discussions: Where people are talking about it.
    """

    head: Head
    post: PostLink
    question: str
    snippets: tuple[SnippetView, ...]
    card: Card
    card_href: str
    until: DateView | None = None
    since: DateView | None = None
    state: str = "now"
    is_offered: bool = True
    ends: str = ""
    cards: tuple[Card, ...] = ()
    sharers: tuple[SharerView, ...] = ()
    host: str = ""
    hub_href: str = ""
    reviewers: tuple[PersonView, ...] = ()
    changed: DateView | None = None
    discussions: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class HubView:
    """What can be shared now, newest first: the newest of all, what is on one topic, or of a year.

    Attributes:
        at_length: How many of the kits are told with their summary and the authors' faces; the
            others are rows of a list.
        older: To the kits before these, by year.
        older_kits: How many those are.
        choices: What there is to choose by, where a script runs.
        topics: To the parts of the hub, where none does.
        topic: The name of the topic, or of the year; empty for the hub itself.
        whole_href: Leads to the whole hub.
        feed: What brings new kits to those who subscribe; on one topic alone, where this is.
        calendar_href: A calendar of the days on which kits are offered.
        people: To the own pages of the colleagues who have one.
    """

    head: Head
    kits: tuple[KitLink, ...]
    at_length: int
    older: tuple[Link, ...] = ()
    older_kits: int = 0
    choices: tuple[ChoiceView, ...] = ()
    topics: tuple[Link, ...] = ()
    topic: str = ""
    whole_href: str = ""
    feed: FeedLink | None = None
    calendar_href: str = ""
    people: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnView:
    """What one colleague might share, newest first.

    Attributes:
        kits: The newest, with their texts.
        older: Those before, as links.
        hub_href: Leads to everything that can be shared.
        manifest_href: What lets a device keep the page as an app.
        icon_href: The app's icon for devices that read no manifest.
        worker_href: The script that keeps the page for when there is no connection.
    """

    head: Head
    person: PersonView
    kits: tuple[OwnKitView, ...]
    older: tuple[KitLink, ...]
    hub_href: str
    manifest_href: str
    icon_href: str
    worker_href: str


@dataclass(frozen=True, slots=True)
class OfflineView:
    """What the app shows where there is no connection, and the page was not kept.

    Attributes:
        hub_href: Leads to everything that can be shared.
    """

    head: Head
    hub_href: str


TEMPLATES: Mapping[str, type] = {
    "home.html": HomeView,
    "list.html": ListView,
    "post.html": PostView,
    "page.html": PageView,
    "values.html": PageView,
    "staff_list.html": StaffListView,
    "staff.html": StaffView,
    "topic.html": TopicView,
    "purpose.html": TopicView,
    "index.html": IndexView,
    "year.html": YearView,
    "feeds.html": FeedsView,
    "404.html": NotFoundView,
    "hub.html": HubView,
    "kit.html": KitView,
    "own.html": OwnView,
    "offline.html": OfflineView,
}
