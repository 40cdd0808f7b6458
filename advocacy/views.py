"""What each template is handed, and nothing else: small frozen values, ready to show.

`base.html` reads a `SiteView` called `site` and a `head` on every `view`; every other template
reads the one view that its name in TEMPLATES tells. Every `href` is ready for an attribute,
every `html` has been sanitised and may be marked safe, and nothing else may be.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text; `lang` where the text is in another language than the page."""

    href: str
    text: str
    lang: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture with its size in pixels, so that nothing moves while it loads."""

    href: str
    alt: str
    width_px: int
    height_px: int
    credit: str = ""


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as machines read it (`2026-03-31`) and as the page's readers write it."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed: what it holds, its RSS and its Atom address."""

    title: str
    rss_href: str
    atom_href: str


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
class Card:
    """The picture of a post for link previews: absolute address, size, alt text."""

    url: str
    width_px: int
    height_px: int
    alt: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page's head.

    Attributes:
        title: The page's own title, without the site's name.
        canonical: Absolute address; empty where the page has none (404).
        kind: `website`, `article` or `profile`, as Open Graph has it.
        published: ISO 8601, for articles.
        alternates: The same page in other languages: href by language.
        feeds: For discovery; the page's own first.
        is_indexed: Whether search engines may list the page.
        section: Which part of the menu is current, such as `staff`.
        fediverse_creator: The first author's account, such as `@ana@example.social`, where they
            chose to show it.
    """

    title: str
    description: str
    canonical: str
    lang: str
    direction: str = "ltr"
    kind: str = "website"
    published: str = ""
    modified: str = ""
    author_names: tuple[str, ...] = ()
    author_urls: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    card: Card | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)
    feeds: tuple[FeedLink, ...] = ()
    is_indexed: bool = True
    section: str = ""
    fediverse_creator: str = ""


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page shows of the organisation.

    Attributes:
        root: The start of links to the theme's files, such as `/blog`.
        home: The link to the home page in the page's language.
        menu: The main menu.
        asset_version: Changes when the theme's files do, for their addresses.
        languages: Home pages in the site's languages, each named in its own.
        lang: What the name, the description and the roles of colleagues are written in.
    """

    name: str
    url: str
    description: str
    root: str
    home: str
    menu: tuple[Link, ...]
    asset_version: str
    languages: tuple[Link, ...] = ()
    licence: Link | None = None
    licence_name: str = ""
    feeds_href: str = ""
    values_href: str = ""
    email: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Paging:
    """The way from one page of a list to its neighbours."""

    newer: Link | None = None
    older: Link | None = None
    number: int = 0
    total: int = 0


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
    """A page beside the blog; the values guide is one."""

    head: Head
    title: str
    summary: str
    html: str
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
class SnippetView:
    """The text for one network.

    Attributes:
        network: The row's id in networks.toml, such as `linkedin`.
        name: The network's name.
        length: Counted as the network counts; `limit` 0 is none.
        unit: What is counted, such as `characters` (already translated).
        share_url: Opens the network's composer; empty where there is only copying.
        note: What to know before sharing there, such as that nothing can be prefilled.
    """

    network: str
    name: str
    text: str
    length: int
    limit: int
    unit: str
    share_url: str
    note: str = ""
    fold: int = 0


@dataclass(frozen=True, slots=True)
class KitView:
    """Everything needed to share one post."""

    head: Head
    post: PostLink
    question: str
    snippets: tuple[SnippetView, ...]
    card: Card
    card_href: str
    until: DateView | None = None


@dataclass(frozen=True, slots=True)
class KitLink:
    """A kit as the hub lists it."""

    href: str
    post: PostLink
    until: DateView | None = None


@dataclass(frozen=True, slots=True)
class HubView:
    """What can be shared now, newest first."""

    head: Head
    kits: tuple[KitLink, ...]


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
}
