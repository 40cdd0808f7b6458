"""What pages are handed that stand beside the posts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advocacy.views.heads import Head
from advocacy.views.parts import Link, PostLink


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
    has_code: bool = False
    has_notes: bool = False
    frame_hosts: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """Nothing is here."""

    head: Head
    posts: tuple[PostLink, ...]


@dataclass(frozen=True, slots=True)
class ColophonView:
    """How the blog is made.

    Attributes:
        staff_href: Leads to those who write it.
        fonts: What the organisation's own fonts are called; none where pages are in the theme's.
    """

    head: Head
    staff_href: str
    fonts: tuple[str, ...] = ()
