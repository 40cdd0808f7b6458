"""Old addresses of posts, each a small page that leads on, and a table of them for web servers."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from advocacy import addresses
from advocacy.aliases import alias_address
from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.translations import translations_for
from advocacy.views import RedirectView


def make_redirects(edition: Edition) -> Iterator[PageFile]:
    """Return a page at each old address of each post that has a page."""
    for post in edition.public:
        for address in dict.fromkeys(map(alias_address, post.aliases)):
            yield PageFile(address, "redirect.html", _redirect(edition, post))


def make_redirect_table(edition: Edition) -> str:
    """Return what `_redirects` holds, as Netlify, Cloudflare Pages and GitLab Pages read it.

    Some servers show the file to everybody, so that it does not name hidden posts.
    """
    site = edition.site
    lines = {
        f"{quote(site.href(alias_address(alias)))} {quote(site.href(post.address(site)))} 301\n"
        for post in edition.listed
        for alias in post.aliases
    }
    lines |= {
        f"{quote(site.href(old[1:]))} {quote(site.href(addresses.FEEDS + new))} 301\n"
        for old, new in site.feeds.moved.items()
    }
    return "".join(sorted(lines))


def _redirect(edition: Edition, post: Post) -> RedirectView:
    site = edition.site
    _ = translations_for(post.lang).gettext
    title = _("This post has moved")
    indexed = post.is_listed(edition.today)
    head = make_head(edition, title, post.address(site), lang=post.lang, is_indexed=indexed)
    canonical = post.canonical or head.canonical
    return RedirectView(
        head=replace(head, description=post.summary, canonical=canonical),
        title=title,
        href=site.href(post.address(site)),
        post=post.title,
    )
