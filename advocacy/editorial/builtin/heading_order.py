"""Headings: the outline by which many readers move through a page."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.markup.blocks import Heading


def find_skipped(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find headings more than one level below the one before; the title is of level 1."""
    before, what = 1, "the title, which is"
    for heading in manuscript.body.headings:
        if heading.level > before + 1:
            written, right = (
                _mark(heading, manuscript, each) for each in (heading.level, before + 1)
            )
            message = f"`{written}` follows {what} of level {before}. Write `{right}`."
            yield check.notice(heading.start, heading.end, message, heading.text)
        before, what = heading.level, "a heading"


def find_title(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find headings of level 1, which only the title is."""
    for heading in manuscript.body.headings:
        if heading.level == 1:
            right = _mark(heading, manuscript, 2)
            message = f"The title is the page's only heading of level 1. Write `{right}`."
            yield check.notice(heading.start, heading.end, message, heading.text)


def _mark(heading: Heading, manuscript: Manuscript, level: int) -> str:
    """Return how a heading of another level is written where one stands."""
    is_tag = manuscript.source.text.startswith(">", heading.start - 1)
    return f"<h{level}>" if is_tag else "#" * level


CHECKS = (
    Check("Heading.Order", "warning", "A heading skips a level.", find_skipped),
    Check("Heading.Title", "error", "A heading is of level 1, as the title is.", find_title),
)
