"""Old addresses, each a small page that leads on, and a table of them for web servers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from advocacy import addresses
from advocacy.aliases import Piece, address_of, alias_address
from advocacy.page import Page
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.staff import StaffMember
from advocacy.translations import translations_for
from advocacy.views import RedirectView


@dataclass(frozen=True, slots=True)
class _Target:
    """What old addresses lead to.

    Attributes:
        name: What the link to it says.
        title: Of the page at an old address.
        name_lang: The language of the name, where it is not that of the page.
        is_listed: Whether others may be told of it.
    """

    piece: Piece
    name: str
    title: str
    lang: str
    summary: str
    name_lang: str = ""
    canonical: str = ""
    is_listed: bool = True


def make_redirects(edition: Edition) -> Iterator[PageFile]:
    """Return a page at each old address of each post, page and colleague that has a page."""
    for target in _targets(edition):
        for address in dict.fromkeys(map(alias_address, target.piece.aliases)):
            yield PageFile(address, "redirect.html", _redirect(edition, target))


def make_redirect_table(edition: Edition) -> str:
    """Return what `_redirects` holds, as Netlify, Cloudflare Pages and GitLab Pages read it.

    Some servers show the file to everybody, so that it does not name hidden posts.
    """
    site = edition.site
    moved = {
        alias_address(alias): address_of(target.piece, site)
        for target in _targets(edition)
        if target.is_listed
        for alias in target.piece.aliases
    }
    moved |= {
        addresses.moved_feed(old): addresses.FEEDS + new for old, new in site.feeds.moved.items()
    }
    lines = (f"{quote(site.href(old))} {quote(site.href(new))} 301\n" for old, new in moved.items())
    return "".join(sorted(lines))


def _targets(edition: Edition) -> Iterator[_Target]:
    """Return all that old addresses may lead to."""
    for post in edition.public:
        yield _post(post, is_listed=post.is_listed(edition.today))
    for page in edition.library.pages.values():
        yield _page(page)
    for member in edition.library.staff.values():
        yield _member(member, edition.site.language)


def _post(post: Post, *, is_listed: bool) -> _Target:
    _ = translations_for(post.lang).gettext
    title, canonical = _("This post has moved"), post.canonical
    return _Target(
        post, post.title, title, post.lang, post.summary, canonical=canonical, is_listed=is_listed
    )


def _page(page: Page) -> _Target:
    _ = translations_for(page.lang).gettext
    return _Target(page, page.title, _("This page has moved"), page.lang, page.summary)


def _member(member: StaffMember, lang: str) -> _Target:
    _ = translations_for(lang).gettext
    title = _("This page has moved")
    return _Target(member, member.name, title, lang, member.role, name_lang=member.name_lang)


def _redirect(edition: Edition, target: _Target) -> RedirectView:
    site, lang, title = edition.site, target.lang, target.title
    address = address_of(target.piece, site)
    head = make_head(edition, title, address, lang=lang, is_indexed=target.is_listed)
    canonical = target.canonical or head.canonical
    # All else is told by the page that it leads to.
    bare = replace(head, alternates={}, feeds=(), things={})
    return RedirectView(
        head=replace(bare, description=target.summary, canonical=canonical),
        title=title,
        href=site.href(address),
        name=target.name,
        name_lang=target.name_lang,
    )
