"""Headings: the outline by which many readers move through a page."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice


def find_skipped(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find headings more than one level below the one before; the title is of level 1."""
    before, what = 1, "the title, which is"
    for heading in manuscript.body.headings:
        if heading.level > before + 1:
            message = (
                f"`{'#' * heading.level}` follows {what} of level {before}. "
                f"Write `{'#' * (before + 1)}`."
            )
            yield check.notice(heading.start, heading.end, message, heading.text)
        before, what = heading.level, "a heading"


def find_title(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find headings of level 1, which only the title is."""
    for heading in manuscript.body.headings:
        if heading.level == 1:
            message = "The title is the page's only heading of level 1. Write `##`."
            yield check.notice(heading.start, heading.end, message, heading.text)


CHECKS = (
    Check("Heading.Order", "warning", "A heading skips a level.", find_skipped),
    Check("Heading.Title", "error", "A heading is of level 1, as the title is.", find_title),
)
