"""What pages are handed that are made for those who share."""

from dataclasses import dataclass

from advocacy.views.heads import Head
from advocacy.views.kit_parts import ChoiceView, KitLink, OwnKitView, SharerView, SnippetView
from advocacy.views.parts import Card, DateView, FeedLink, Link, PersonView, PostLink


@dataclass(frozen=True, slots=True)
class KitView:
    """Everything needed to share one post.

    Attributes:
        cards: Every picture there is to download, that of link previews first; each has a `name`, a
            `href`, its size and its own alt text.
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
