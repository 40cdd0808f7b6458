"""The sitemap: every page that search engines may list, when it changed, and its translations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from advocacy import addresses
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile

_URLSET = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A page as a sitemap lists it.

    Attributes:
        url: Absolute.
        changed: ISO 8601; of a list, when the last of its posts was; empty where nobody knows.
        alternates: The same page by language, itself among them.
    """

    url: str
    changed: str
    alternates: Mapping[str, str]


def make_sitemap(edition: Edition, pages: Iterable[PageFile]) -> bytes:
    """Return the sitemap of what was written, in the order of addresses.

    Left out is what no search engine is to list: what is for colleagues or hidden, what has no
    address of its own, and what was first published elsewhere.
    """
    changes = _changes(edition)
    listings = [
        Listing(page.view.head.canonical, _changed(page, changes), page.view.head.alternates)
        for page in pages
        if _is_listed(edition, page)
    ]
    ordered = sorted(listings, key=lambda listing: listing.url)
    return f"{_URLSET}{''.join(map(_url, ordered))}</urlset>\n".encode()


def _is_listed(edition: Edition, page: PageFile) -> bool:
    head = page.view.head
    is_own = head.canonical == edition.site.absolute(page.address)
    return head.is_indexed and is_own and not addresses.is_of_kits(page.address)


def _changes(edition: Edition) -> Mapping[str, datetime]:
    """Return when each post that lists may name was changed last, by the link to it."""
    site = edition.site
    return {site.href(post.address(site)): post.modified or post.date for post in edition.listed}


def _changed(page: PageFile, changes: Mapping[str, datetime]) -> str:
    head = page.view.head
    if head.published:
        return head.modified or head.published
    links = getattr(page.view, "posts", ())
    moments = [changes[link.href] for link in links if link.href in changes]
    return max(moments).isoformat() if moments else ""


def _url(listing: Listing) -> str:
    lines = [f"<loc>{escape(listing.url)}</loc>"]
    if listing.changed:
        lines.append(f"<lastmod>{listing.changed}</lastmod>")
    lines += [
        f'<xhtml:link rel="alternate" hreflang={quoteattr(lang)} href={quoteattr(url)}/>'
        for lang, url in listing.alternates.items()
    ]
    return "<url>\n" + "\n".join(lines) + "\n</url>\n"
