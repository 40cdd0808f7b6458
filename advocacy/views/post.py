"""What the page of a post is handed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advocacy.views.heads import Head
from advocacy.views.parts import DateView, ImageView, Link, PersonView


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """Another post, and the topics that it has in common with this one, each with its language."""

    post: Link
    topics: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PostView:
    """One post.

    Attributes:
        change_note: What was changed on the day that `modified` tells.
        aim: What the post is for, as a sentence.
        contents: Its main headings, where it is long.
        disclosure: What readers should know of the authors' relationship, or empty.
        kit_href: The post's share kit, or empty where it is not shared.
        series: Its name, and the series' posts from first to last.
        conversation: Leads to what readers can expect when they answer.
        address: Absolute, to be cited by.
        notice: What readers should know before they begin, or empty.
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
    change_note: str = ""
    aim: str = ""
    contents: tuple[Link, ...] = ()
    topics: tuple[Link, ...] = ()
    purpose: Link | None = None
    audience: str = ""
    audience_lang: str = ""
    image: ImageView | None = None
    question: str = ""
    disclosure: str = ""
    discussions: tuple[Link, ...] = ()
    translations: tuple[Link, ...] = ()
    series: str = ""
    series_posts: tuple[Link, ...] = ()
    related: tuple[RelatedLink, ...] = ()
    newer: Link | None = None
    older: Link | None = None
    kit_href: str = ""
    email_href: str = ""
    address: str = ""
    has_code: bool = False
    has_notes: bool = False
    frame_hosts: tuple[str, ...] = ()
    source: Link | None = None
    conversation: Link | None = None
    notice: str = ""
    series_href: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
