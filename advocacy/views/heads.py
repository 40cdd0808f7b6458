"""What every page has: its head, and what it shows of the organisation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from advocacy.policy import PAGE_POLICY, REFERRER_POLICY
from advocacy.views.parts import Card, FeedLink, Link


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in a page's head.

    Attributes:
        title: The page's own title, without the site's name.
        canonical: Absolute address; empty where the page has none (404).
        kind: `website`, `article` or `profile`, as Open Graph has it.
        published: ISO 8601, for articles.
        alternates: The same page in each language: address by language, and by `x-default`.
        feeds: For discovery; the page's own first.
        is_indexed: Whether search engines may list the page.
        section: Which part of the menu is current, such as `staff`.
        things: What the page is about, as JSON-LD has it; empty where nobody is to list it.
        fediverse_creator: The first author's account, such as `@ana@example.social`, where they
            chose to show it.
        document_uri: The record that stands for the page on the AT Protocol, or empty.
        policy: What a browser may load and do on the page.
        referrer_policy: What it tells others of where a reader came from.
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
    things: Mapping[str, object] = field(default_factory=dict)
    fediverse_creator: str = ""
    document_uri: str = ""
    policy: str = PAGE_POLICY
    referrer_policy: str = REFERRER_POLICY


class View(Protocol):
    """What every view has."""

    @property
    def head(self) -> Head:
        """What stands in the page's head."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The organisation's logo at the head of a page.

    Attributes:
        width_px: As it is shown.
        height_px: In the same way.
        dark: Another, where a reader's device is set to dark; None where there is none.
        needs_paper: Whether it is given a light ground there.
    """

    href: str
    width_px: int
    height_px: int
    dark: "Logo | None" = None
    needs_paper: bool = False


@dataclass(frozen=True, slots=True)
class LookView:
    """What every page shows of the organisation's look.

    Attributes:
        favicon_href: The icon of a tab, as every browser reads it.
        icon_href: The same larger, as PNG.
        icon_svg_href: The same as SVG; empty where there is none.
        sheet_href: The style sheet of its colours; empty where it has none.
        accent: The organisation's colour, with which a browser may frame pages.
        accent_dark: The same where a reader's device is set to dark.
        logo: What stands in place of the name; None where the name itself does.
        has_own_fonts: Whether its fonts take the place of the theme's.
        font_hrefs: The fonts in which most of the page is set, to be loaded before all others.
    """

    favicon_href: str
    icon_href: str
    icon_svg_href: str = ""
    sheet_href: str = ""
    accent: str = "#0b5d4e"
    accent_dark: str = "#7ccfb9"
    logo: Logo | None = None
    has_own_fonts: bool = False
    font_hrefs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page shows of the organisation.

    Attributes:
        root: The start of links to the theme's files, such as `/blog`.
        home: The link to the home page in the page's language.
        menu: The main menu.
        asset_version: Changes when the theme's files do, for their addresses.
        look: Colours, sign and logo.
        manifest_href: What lets a device keep the blog; empty on pages that are for colleagues.
        publication_uri: The record that stands for the blog on the AT Protocol; empty on pages
            that are for colleagues.
        icon_href: The icon for devices that read no manifest.
        languages: The same page in the site's languages, each named in its own; else home pages.
        values_lang: What the guide is written in, where that may be another than the page's.
        colophon_lang: The same of how the blog is made.
        search_href: Where posts are searched; empty where they are not.
        lang: What the name, the description and the roles of colleagues are written in.
    """

    name: str
    url: str
    description: str
    root: str
    home: str
    menu: tuple[Link, ...]
    asset_version: str
    look: LookView
    manifest_href: str = ""
    icon_href: str = ""
    languages: tuple[Link, ...] = ()
    licence: Link | None = None
    licence_name: str = ""
    feeds_href: str = ""
    values_href: str = ""
    values_lang: str = ""
    email: str = ""
    colophon_href: str = ""
    colophon_lang: str = ""
    lang: str = ""
    search_href: str = ""
    publication_uri: str = ""
