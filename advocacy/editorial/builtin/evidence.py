"""Evidence: numbers and claims of which readers ask where they are from."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.unit import Unit
from advocacy.editorial.words import look_for, make_pattern, paragraphs, words_for
from advocacy.post import Post

_QUOTED = re.compile(r"[“”„«»\"]")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
# A number that was told before.
_THAT = re.compile(
    r"\b(?:(?:that|this|those|these)\s+[$€£]?|the\s+(?:[\w-]+\s+)?[$€£])$", re.IGNORECASE
)
# A footnote's mark may stand behind the last word.
BEHIND = 20


def find_figures(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find numbers in paragraphs that name no source, nor do their neighbours, the first in each.

    Numbers at first hand (`six of us`, `we counted`) need none, nor does what somebody says.
    """
    words = words_for(manuscript)
    pattern = words and look_for(words.figures, manuscript)
    if not isinstance(manuscript.piece, Post) or not words or not pattern:
        return
    origin = make_pattern(words.origins)
    units = paragraphs(manuscript)
    for index, unit in enumerate(units):
        found = pattern.search(unit.text)
        if not found or _THAT.search(unit.text, 0, found.start()):
            continue
        if origin.search(unit.text) or _QUOTED.search(unit.text):
            continue
        near = units[max(0, index - 1) : index + 2]
        is_named = any(origin.match(after.text) for after in units[index + 1 : index + 2])
        is_linked = any(_holds_link(each, manuscript) for each in near)
        if not (is_named or is_linked or _holds_note(unit, manuscript)):
            message = f"Where is `{found[0]}` from? Say who counted, or link to the source."
            yield check.notice(*unit.span(*found.span()), message, found[0])


def find_claims(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find appeals to studies and experts without a link or a name."""
    words = words_for(manuscript)
    pattern = words and look_for(words.claiming, manuscript)
    if not isinstance(manuscript.piece, Post) or not pattern:
        return
    for unit in paragraphs(manuscript):
        claims = [*pattern.finditer(unit.text)]
        if not claims or _holds_link(unit, manuscript) or _holds_note(unit, manuscript):
            continue
        for found in claims:
            message = f"Who says so? Put a name, or a link, in place of `{found[0]}`."
            yield check.notice(*unit.span(*found.span()), message, found[0])


def _holds_link(unit: Unit, manuscript: Manuscript) -> bool:
    start, end = unit.span(0, len(unit.text))
    links = manuscript.body.links
    first = bisect_left(links, start, key=lambda link: link.start)
    return first < len(links) and links[first].start <= end


def _holds_note(unit: Unit, manuscript: Manuscript) -> bool:
    """Say whether a paragraph has a footnote."""
    start, end = unit.span(0, len(unit.text))
    return bool(_NOTE.search(manuscript.source.text, start, end + BEHIND))


CHECKS = (
    Check("Evidence.Figure", "suggestion", "A number has no source.", find_figures),
    Check("Evidence.Claim", "suggestion", "A claim calls on a source and names none.", find_claims),
)
