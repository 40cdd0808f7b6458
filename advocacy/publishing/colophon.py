"""The page that tells how the blog is made, unless content has one of its own."""

from collections.abc import Iterator

from advocacy import addresses
from advocacy.post import site_prefix
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.own_fonts import find_families
from advocacy.translations import translations_for
from advocacy.views import ColophonView


def make_colophon(edition: Edition, lang: str) -> Iterator[PageFile]:
    """Return the page in a language; nothing where content/pages/colophon.md is in its place."""
    if addresses.COLOPHON not in edition.sections[lang]:
        return
    site = edition.site
    prefix = site_prefix(site, lang)
    _ = translations_for(lang).gettext
    told = _("By people who sign what they write, and without watching those who read.")
    title, address = _("How this blog is made"), f"{prefix}{addresses.COLOPHON}"
    head = make_head(edition, title, address, description=told, lang=lang, section="colophon")
    fonts = find_families(edition.fonts)
    view = ColophonView(head, site.href(f"{prefix}{addresses.STAFF}"), fonts)
    yield PageFile(address, "colophon.html", view)
