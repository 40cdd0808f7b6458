"""What pages are made of: links, people, dates, pictures, heads."""

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
    """A feed: what it holds, and the address of each form that it has; empty for one it lacks."""

    title: str
    rss_href: str
    atom_href: str
    json_href: str = ""


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
class VariantView:
    """One of the texts for a network, in words of its own.

    Attributes:
        id: Of the snippet; it stays as long as the words do.
        source: Where the words are from: `caption`, `summary`, `question`, `quote` or `claim`.
        length: Counted as the network counts, with the warning.
        share_url: Opens the network's composer with the text as it is; empty where there is only
            copying, and where there is a prompt.
        has_prompt: Whether there is a `[[prompt]]` to replace before the text may be copied.
        composer: The same link for a script that fills in what was edited: `{text}` or `{words}`
            (the text without `link` at its end) stand for the value, to be percent-encoded whole
            with its lines ended as `SnippetView.line_end` says; empty where there is only copying.
        link: The post's address as it ends the text.
        warning: The content warning, to be filled in apart from the text; it counts as well.
        shown: What is seen of the text before somebody opens it; all of it where it is not folded.
    """

    id: str
    source: str
    text: str
    length: int
    share_url: str
    has_prompt: bool
    composer: str
    link: str
    warning: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class SnippetView:
    """The texts for one network; `text`, `length` and `share_url` are those of the first.

    Attributes:
        network: The row's id in networks.toml, such as `linkedin`.
        name: The network's name.
        length: Counted as the network counts; `limit` 0 is none.
        unit: What is counted, such as `characters` (already translated).
        share_url: Opens the network's composer; empty where there is only copying.
        counting: How the network counts, as JSON for the script that counts edited text.
        note: What to know before sharing there, such as that nothing can be prefilled.
        line_end: `LF` or `CRLF`, in the share link.
        variants: All texts for the network, the first one first.
        preview: What a post there shows from top to bottom: `text`, and of the link its `image`,
            `site`, `host`, `title` and `summary`; empty where nobody is shown anything else than
            the text.
    """

    network: str
    name: str
    text: str
    length: int
    limit: int
    unit: str
    share_url: str
    counting: str
    note: str = ""
    fold: int = 0
    line_end: str = "LF"
    variants: tuple[VariantView, ...] = ()
    preview: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SharerView:
    """A colleague who might share a post, and why.

    Attributes:
        href: Leads to their own page of what there is to share.
        wrote: Whether they are an author of the post.
        reasons: The topics and the audience for which the post is theirs, as labels; none where
            they would share anything.
    """

    person: PersonView
    href: str
    wrote: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KitLink:
    """A kit as the hub lists it.

    Attributes:
        state: `now` or `ending`.
        ends: The moment from which it is over, in ISO 8601; empty where that is never.
        topics: Each leads to what else can be shared on it.
        audience: For whom the post is, as a label.
        facets: By what it may be chosen: ids by `topic`, `purpose`, `audience` and `language`, of
            which it may have none; each kit has every network.
        also: Words by which it is found, though they are not shown.
    """

    href: str
    post: PostLink
    until: DateView | None = None
    state: str = "now"
    ends: str = ""
    topics: tuple[Link, ...] = ()
    audience: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: str = ""


@dataclass(frozen=True, slots=True)
class OwnKitView:
    """A kit as one colleague is shown it.

    Attributes:
        href: Leads to the kit's own page.
        snippets: On their networks first; on each the variant that is theirs.
        wrote: Whether they are an author of the post.
        reasons: The topics and the audience for which it is theirs, as labels.
    """

    href: str
    post: PostLink
    snippets: tuple[SnippetView, ...]
    until: DateView | None = None
    state: str = "now"
    ends: str = ""
    wrote: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """Something to choose by, such as the topic.

    Attributes:
        key: As the address has it.
        options: Each value, and what it is called.
    """

    key: str
    label: str
    options: tuple[tuple[str, str], ...]
