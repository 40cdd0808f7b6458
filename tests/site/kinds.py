"""One page of each kind: what every judge of pages looks at."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path

from playwright.sync_api import BrowserContext

from advocacy.library import read_library
from advocacy.publishing.edition import Edition, page_address
from advocacy.publishing.files import PageFile
from advocacy.publishing.own_pages import make_own_pages
from advocacy.publishing.redirects import make_redirects
from advocacy.publishing.rendering import make_edition
from advocacy.publishing.section_pages import make_section_pages
from advocacy.publishing.share_pages import make_kits, make_share_pages
from advocacy.share.networks import read_networks
from advocacy.site import read_site
from tests.site.conftest import SmallSite
from tests.site.test_states import KINDS

LEADS_ON = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')
TODAY = date(2026, 11, 23)
# What tells pages of one kind apart: what they load, and what a reader sees only on some.
FEATURE = re.compile(
    r'theme/[\w.-]+\.(?:css|js)|<(?:picture|table|pre|blockquote|textarea)\b|dir="rtl"'
)


def one_of_each_kind(output: Path) -> list[str]:
    """Return the addresses of pages, the first of each kind, language, and set of features.

    A kind is a row of KINDS, of which each optional group of its pattern makes another one.
    """
    found: dict[tuple[object, ...], str] = {}
    for file in sorted(output.rglob("*.html")):
        name = file.relative_to(output).as_posix()
        features = frozenset(FEATURE.findall(file.read_text(encoding="utf-8")))
        found.setdefault((*_kind(f"out/{name}"), features), name.removesuffix("index.html"))
    return list(found.values())


def _kind(name: str) -> tuple[object, ...]:
    """Return the kind of a page, and which optional groups of its pattern it has."""
    found = [
        (kind, *(group is not None for group in match.groups()))
        for kind, row in KINDS.items()
        if (match := re.fullmatch(row.files, name))
    ]
    return found[0] if found else ("one of content/pages",)


def keep_where_they_are(context: BrowserContext, output: Path) -> None:
    """Let no page lead on, so that a browser can look at those that do so at once."""
    for file in output.rglob("*.html"):
        for target in LEADS_ON.findall(file.read_text(encoding="utf-8")):
            context.route(f"**{target}", lambda route: route.abort("aborted"))


def templates(site: SmallSite) -> Mapping[str, str]:
    """Return by which template each page of a site is made, by its address."""
    library = read_library(read_site(site.root))
    edition = make_edition(library, TODAY, read_networks())
    posts = {post.address(library.site): "post.html" for post in edition.public}
    pages = {
        page_address(library.site, page): "values.html" if page is library.guide else "page.html"
        for page in library.pages.values()
    }
    return posts | pages | {page.address: page.template for page in _page_files(edition)}


def _page_files(edition: Edition) -> Iterator[PageFile]:
    """Yield every page that is neither a post nor one of content/pages."""
    kits = make_kits(edition)
    return chain(
        make_section_pages(edition),
        make_redirects(edition),
        make_share_pages(edition, kits, {}),
        make_own_pages(edition, kits),
    )
