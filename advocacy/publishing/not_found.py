"""The page for a wrong address, in each language: a web server takes the one that is closest."""

from dataclasses import replace

from advocacy import addresses
from advocacy.post import site_prefix
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.posts import make_post_links
from advocacy.translations import translations_for
from advocacy.views import NotFoundView

MOST_POSTS = 5


def make_not_found(edition: Edition, lang: str) -> PageFile:
    """Return the page in a language; it has no address of its own, as it stands for many."""
    _ = translations_for(lang).gettext
    address = f"{site_prefix(edition.site, lang)}{addresses.NOT_FOUND}"
    head = make_head(
        edition,
        _("Not found"),
        address,
        description=_("The address may be old or mistyped."),
        lang=lang,
        is_indexed=False,
    )
    newest = edition.by_language[lang][:MOST_POSTS]
    view = NotFoundView(replace(head, canonical=""), make_post_links(edition, newest, lang))
    return PageFile(address, "404.html", view)
