"""Where everything is on the site: addresses are computed here, and never given by content.

An address is relative to the site's root, without a slash at its start; that of a page ends in
one.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

HOME = ""
STAFF = "staff/"
TOPICS = "topics/"
PURPOSES = "purposes/"
SERIES = "series/"
ARCHIVE = "archive/"
COLOPHON = "colophon/"
VALUES = "values/"
FEEDS = "feeds/"
# The name of the feeds of every post.
ALL_POSTS = "all"
OPML = "feeds/feeds.opml"
SHARE = "share/"
ROBOTS = "robots.txt"
SECURITY = ".well-known/security.txt"
PUBLICATION = ".well-known/site.standard.publication"
HUMANS = "humans.txt"
LLMS = "llms.txt"
SITEMAP = "sitemap.xml"
LOOK = "theme/look.css"
FONT_SHEET = "theme/fonts.css"
FEED_STYLE = "theme/feed.css"
ICON = "theme/icon.svg"
TAB_ICON = "theme/icon.png"
FAVICON = "favicon.ico"
MANIFEST = "theme/site.webmanifest"
KITS = "share/kits.json"
KITS_SCHEMA = "share/kits.schema.json"
KIT_CALENDAR = "share/kits.ics"
# A worker rules over the folder that it is in, and these files have names that no kit can have.
WORKER = "share/worker.js"
OFFLINE = "share/offline.html"
SEARCH = "search/"
SEARCH_INDEX = "search/pagefind/"
NOT_FOUND = "404.html"
REDIRECTS = "_redirects"
HEADERS = "_headers"
# How the addresses of the app's icons begin.
APP_ICONS = "theme/app-"

# All that is made for colleagues lies below SHARE: a site may build it apart from the blog. These
# are what its pages need beside them then.
BESIDE_KITS = (SHARE, "theme/", "images/", "cards/", FAVICON)

# The first parts of the site's own addresses: no post and no page may be called so.
RESERVED = frozenset(
    {"404", "archive", "cards", "feeds", "images", "index", "page", "purposes"}
    | {"search", "series", "share", "staff", "theme", "topics"}
)

# What lies beside the pages, or is looked for there by browsers and by robots.
ROOT_FILES = frozenset({ROBOTS, HUMANS, LLMS, SITEMAP, NOT_FOUND, REDIRECTS, "favicon.ico"})


def taken(slug: str, languages: tuple[str, ...]) -> str:
    """Say what of the site's own a slug would collide with; empty where it may be used."""
    if slug in RESERVED:
        return f"the site's own address /{slug}/"
    if slug in {language.lower() for language in languages}:
        return f"the pages in the language `{slug}`"
    if re.fullmatch(r"\d{4}", slug):
        return f"the archive of the year {slug}"
    return ""


def reserved_part(address: str, languages: tuple[str, ...]) -> str:
    """Say what of the site's own an old address would stand in; empty where it may be kept."""
    parts = address.lower().strip("/").split("/")
    if parts[0] in ROOT_FILES:
        return f"the site's own file /{parts[0]}"
    if len(parts) > 1 and parts[0] in {lang.lower() for lang in languages}:
        parts = parts[1:]
    stem = parts[0].partition(".")[0]
    if not stem or stem.startswith("_"):
        return "an address of the site's own"
    if len(parts) == 1:
        return (
            f"the site's own address /{COLOPHON}"
            if f"{stem}/" == COLOPHON
            else taken(stem, languages)
        )
    return f"below the site's own address /{stem}/" if stem in RESERVED else ""


def post(slug: str, date: "datetime", prefix: str = "") -> str:
    """Return a post's address."""
    return f"{prefix}{date:%Y}/{slug}/"


def page(slug: str, prefix: str = "") -> str:
    """Return the address of one of content/pages."""
    return f"{prefix}{slug}/"


def staff_member(staff_id: str) -> str:
    """Return a colleague's address."""
    return f"{STAFF}{staff_id}/"


def topic(topic_id: str) -> str:
    """Return a topic's address."""
    return f"{TOPICS}{topic_id}/"


def purpose(purpose_id: str) -> str:
    """Return a purpose's address."""
    return f"{PURPOSES}{purpose_id}/"


def series(slug: str, prefix: str = "") -> str:
    """Return the address of a series; the slug is that of its name."""
    return f"{prefix}{SERIES}{slug}/"


def year(number: int, prefix: str = "") -> str:
    """Return the address of a year's archive."""
    return f"{prefix}{number:04d}/"


def list_of_years(prefix: str = "") -> str:
    """Return the address of the list of years."""
    return f"{prefix}{ARCHIVE}"


def numbered(base: str, number: int) -> str:
    """Return the address of a numbered page of a list; 1 is the oldest."""
    return f"{base}page/{number}/"


def is_of_kits(address: str) -> bool:
    """Say whether an address, or a file's name, is of what is made for colleagues.

    Of a post's cards the preview is for networks to fetch, and the others, in a folder of the
    post's, are for colleagues to take.
    """
    return address.startswith(SHARE) or re.match(r"cards/[^/]+/", address) is not None


def search(prefix: str = "") -> str:
    """Return the address at which readers search, in the language of a prefix."""
    return f"{prefix}{SEARCH}"


def kit(slug: str) -> str:
    """Return the address of a post's share kit."""
    return f"{SHARE}{slug}/"


def hub_of_topic(topic_id: str) -> str:
    """Return the address of what can be shared on one topic."""
    return f"{SHARE}topics/{topic_id}/"


def older_kits(number: int) -> str:
    """Return the address of the kits of a year that the hub has no room for."""
    return f"{SHARE}older/{number:04d}/"


def own_page(staff_id: str) -> str:
    """Return the address of what one colleague might share."""
    return f"{SHARE}for/{staff_id}/"


def card(slug: str, name: str = "", ending: str = "png") -> str:
    """Return the address of a post's card: of its preview, or of another by its name."""
    return f"cards/{slug}/{name}.{ending}" if name else f"cards/{slug}.{ending}"


def own_manifest(staff_id: str) -> str:
    """Return the address of what lets a device keep a colleague's own page as an app."""
    return f"{own_page(staff_id)}manifest.json"


def app_icon(name: str) -> str:
    """Return the address of one of the app's icons."""
    return f"{APP_ICONS}{name}.png"


def font(name: str) -> str:
    """Return the address of a font in which pages are set."""
    return f"theme/fonts/{name}.woff2"


def logo(ending: str) -> str:
    """Return the address of the organisation's logo."""
    return f"theme/logo.{ending}"


def logo_on_dark(ending: str) -> str:
    """Return the address of the logo for dark paper."""
    return f"theme/logo-on-dark.{ending}"


def site_icon(name: str) -> str:
    """Return the address of one of the icons with which a device keeps the blog."""
    return f"theme/site-{name}.png"


def image(path: str) -> str:
    """Return the address of a picture, given its path below content/images."""
    return f"images/{path}"


def image_size(path: str, width_px: int, kind: str) -> str:
    """Return the address of a picture in another width and format, such as `avif`."""
    return f"{image(path)}.{width_px}.{kind}"


def feed(name: str, kind: str) -> str:
    """Return a feed's address; `kind` is `rss`, `atom` or `json`, `name` such as `all`."""
    return f"{FEEDS}{name}.{_feed_ending(kind)}"


def _feed_ending(kind: str) -> str:
    return "json" if kind == "json" else f"{kind}.xml"


def archive(name: str, number: int) -> str:
    """Return the name of an archive of a feed's older entries; 1 is the oldest."""
    return f"{name}/{number}"


def staff_feed(staff_id: str) -> str:
    """Return the name of a colleague's feeds."""
    return f"staff/{staff_id}"


def topic_feed(topic_id: str) -> str:
    """Return the name of a topic's feeds."""
    return f"topics/{topic_id}"


def purpose_feed(purpose_id: str) -> str:
    """Return the name of a purpose's feeds."""
    return f"purposes/{purpose_id}"


def series_feed(slug: str) -> str:
    """Return the name of a series' feeds; the slug is that of the series' name."""
    return f"series/{slug}"


def language_feed(lang: str) -> str:
    """Return the name of a language's feeds."""
    return f"languages/{lang.lower()}"


def moved_feed(old: str) -> str:
    """Return the address that an old feed's path, such as `/feed/` or `/feed.xml`, is here."""
    plain = old.strip("/")
    is_file = "." in plain.rpartition("/")[2] and not old.endswith("/")
    return plain if is_file else f"{plain}/"


def kit_feed(name: str, kind: str) -> str:
    """Return the address of a feed of share kits; `kind` is `atom` or `json`."""
    return f"{SHARE}feeds/{name}.{_feed_ending(kind)}"


def file_of(address: str) -> str:
    """Return the file, relative to the output folder, that serves an address."""
    return address + "index.html" if not address or address.endswith("/") else address
