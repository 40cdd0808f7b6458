"""Marks without an end: what follows them is text to the renderer, and hidden from the checks."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice


def find_unclosed(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find code fences and comments that nothing closes."""
    for unclosed in manuscript.body.unclosed:
        message = f"`{unclosed.mark}` is not closed. Close it with `{unclosed.closing}`."
        end = unclosed.start + len(unclosed.mark)
        yield check.notice(unclosed.start, end, message, unclosed.mark)


CHECKS = (
    Check(
        "Markup.Unclosed",
        "error",
        "A code fence or a comment has no end.",
        find_unclosed,
        can_be_allowed=False,
    ),
)
