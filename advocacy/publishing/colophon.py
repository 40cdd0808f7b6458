"""The page that tells how the blog is made, unless content has one of its own."""

from collections.abc import Iterator

from advocacy import addresses
from advocacy.publishing.edition import Edition, page_address
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.translations import translations_for
from advocacy.views import ColophonView


def make_colophon(edition: Edition) -> Iterator[PageFile]:
    """Return the page; nothing where content/pages/colophon.md is in its place."""
    site = edition.site
    pages = edition.library.pages.values()
    if any(page_address(site, page) == addresses.COLOPHON for page in pages):
        return
    _ = translations_for(site.language).gettext
    told = _("By people who sign what they write, and without watching those who read.")
    title = _("How this blog is made")
    head = make_head(edition, title, addresses.COLOPHON, description=told)
    view = ColophonView(head, site.href(addresses.STAFF))
    yield PageFile(addresses.COLOPHON, "colophon.html", view)
