"""What pages are made of: links, people, dates, pictures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text.

    Attributes:
        lang: That of the text, where it may be another than the page's.
        leads_to: The language of what it leads to, where that may be another than the text's.
    """

    href: str
    text: str
    lang: str = ""
    current: bool = False
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A better format of a picture: its media type, and its widths as `srcset` has them."""

    media_type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture with its size in pixels, so that nothing moves while it loads.

    Attributes:
        href: The file that every browser shows.
        caption: The line below it.
        credit: Who made it.
        suits_dark: Whether it can be seen on a dark page as well.
        sources: What a browser may take instead, the better format first.
    """

    href: str
    alt: str
    width_px: int
    height_px: int
    caption: str = ""
    credit: str = ""
    sources: tuple[SourceView, ...] = ()
    suits_dark: bool = True


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as machines read it (`2026-03-31`) and as the page's readers write it."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed: what it holds, and the address of each form that it has; empty for one it lacks.

    `lang` is what the title is in, where that is another language than the page.
    """

    title: str
    rss_href: str
    atom_href: str
    json_href: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A colleague as posts, lists, cards and kits show them: photo or initials, name, role.

    `href` leads to the staff page.
    """

    id: str
    name: str
    role: str
    href: str
    initials: str
    name_latin: str = ""
    team: str = ""
    pronouns: str = ""
    photo: ImageView | None = None
    has_left: bool = False
    ask_me_about: tuple[str, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class PostLink:
    """A post as lists show it."""

    href: str
    title: str
    summary: str
    date: DateView
    authors: tuple[PersonView, ...]
    lang: str
    direction: str = "ltr"
    purpose: Link | None = None
    minutes: int = 0
    image: ImageView | None = None


@dataclass(frozen=True, slots=True)
class Paging:
    """The way from one page of a list to its neighbours."""

    newer: Link | None = None
    older: Link | None = None
    number: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A picture of a post: for link previews, for a network's feed, or of a quotation.

    Attributes:
        url: Absolute address.
        name: What it is for, such as `Story`, in the page's language.
        href: The link from any page of the site, ready for `download`.
        media_type: `image/png` or `image/jpeg`.
    """

    url: str
    width_px: int
    height_px: int
    alt: str
    name: str = ""
    href: str = ""
    media_type: str = "image/png"
