"""Near-copies: posts that say again what an earlier one says."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice


def find_copies(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find a post much of which stands in an earlier one."""
    copy = context.copies.get(manuscript.path)
    if copy:
        told = f"{copy.percent} % of its words stand in `{copy.of}` too, these among them."
        message = f"{told} Link to it, and tell what is new."
        seen = " ".join(manuscript.source.text[copy.start : copy.end].split())
        yield check.notice(copy.start, copy.end, message, seen)


CHECKS = (
    Check(
        "Post.Copy",
        "warning",
        "Much of a post stands in an earlier one.",
        find_copies,
        looks_around=True,
    ),
)
