"""What a site asks of new posts: the way a post is filed, and a question."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.post import Post
from advocacy.site import PURPOSES, Site


def asks_for(what: str, manuscript: Manuscript, site: Site) -> Post | None:
    """Return the post of which something is asked: a new one, and no draft.

    Posts from before the day from which the guide is enforced are not asked.
    """
    post, editorial = manuscript.piece, site.editorial
    if what not in editorial.ask_for or not isinstance(post, Post) or not manuscript.is_out:
        return None
    since = editorial.enforce_from
    return None if since and post.date.date() < since else post


def find_purpose(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find new posts that do not say why they exist."""
    post = asks_for("purpose", manuscript, context.site)
    if post and not post.purpose:
        yield _missing(check, post, "purpose", "why this post exists", PURPOSES)


def find_audience(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find new posts that do not say for whom they are, where there are audiences."""
    post, known = asks_for("audience", manuscript, context.site), context.site.audiences
    if post and known and not post.audience:
        yield _missing(check, post, "audience", "for whom this post is", tuple(known))


def find_topics(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find new posts that do not say what they are about, where there are topics."""
    post, known = asks_for("topics", manuscript, context.site), context.site.topics
    if post and known and not post.topics:
        yield _missing(check, post, "topics", "what this post is about", tuple(known))


def _missing(check: Check, post: Post, key: str, what: str, known: tuple[str, ...]) -> Notice:
    place = post.places["title"]
    allowed = ", ".join(f"`{each}`" for each in known[:6]) + (", …" if len(known) > 6 else "")
    message = f"`{key}` says {what}, and is not there. Add `{key}:` with one of {allowed}."
    return check.notice(place.start, place.end, message, post.title)


CHECKS = (
    Check("Filing.Purpose", "warning", "A new post does not say why it exists.", find_purpose),
    Check("Filing.Audience", "warning", "A new post does not say for whom it is.", find_audience),
    Check("Filing.Topics", "warning", "A new post does not say what it is about.", find_topics),
)
