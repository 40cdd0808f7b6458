"""Differences: Markdown that other sites show otherwise than this one."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.markup.differences import KINDS


def find_differences(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find marks that people know from elsewhere and that are read otherwise here."""
    for each in manuscript.body.differences:
        if manuscript.is_guide and each.kind == "info":
            continue
        seen = manuscript.source.text[each.start : each.end]
        yield check.notice(each.start, each.end, KINDS[each.kind], seen)


CHECKS = (
    Check("Markup.Differs", "warning", "Markdown that is shown otherwise here.", find_differences),
)
