"""Captions that say nothing: the post's link stands below each text anyway."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.captions import read_captions
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.post import Post


def find_empty(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find captions that are the link to the post, and no more."""
    post, site = manuscript.piece, context.site
    if not isinstance(post, Post):
        return
    address = site.absolute(post.address(site))
    for caption in read_captions(post):
        if caption.text.strip().rstrip("/") == address.rstrip("/"):
            message = "This link ends each text anyway. Write what to say with it, or take it out."
            yield check.notice(caption.place.start, caption.place.end, message, caption.text)


CHECKS = (Check("Caption.Empty", "warning", "A caption is the post's link alone.", find_empty),)
