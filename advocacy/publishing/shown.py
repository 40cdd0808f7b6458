"""Which posts have a page on a day."""

from datetime import date

from advocacy.library import Library
from advocacy.post import Post


def shown_posts(library: Library, today: date, *, with_drafts: bool = False) -> tuple[Post, ...]:
    """Return the posts that have a page, newest first; those not published yet where asked for."""
    keeps = library.site.posts.expired == "notice"
    return tuple(
        post
        for post in library.posts
        if post.is_public(today)
        or (keeps and post.has_expired(today))
        or (with_drafts and post.is_awaited(today))
    )
