"""Evidence: numbers and claims of which readers ask where they are from."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript, Unit
from advocacy.editorial.notice import Notice
from advocacy.editorial.words import look_for, make_pattern, paragraphs, words_for
from advocacy.post import Post

_QUOTED = re.compile(r"[“”„«»\"]")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
# A footnote's mark may stand behind the last word.
BEHIND = 20


def find_figures(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find numbers in paragraphs that name no source, the first in each.

    Numbers at first hand (`six of us`, `we counted`) need none, nor does what somebody says.
    """
    words = words_for(manuscript)
    pattern = words and look_for(words.figures, manuscript)
    if not isinstance(manuscript.piece, Post) or not words or not pattern:
        return
    origin = make_pattern(words.origins)
    units = paragraphs(manuscript)
    for unit, after in zip(units, (*units[1:], None), strict=True):
        found = pattern.search(unit.text)
        if not found or origin.search(unit.text) or _QUOTED.search(unit.text):
            continue
        is_named = after is not None and origin.match(after.text)
        if not is_named and not _is_linked(unit, manuscript):
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
        for found in claims if claims and not _is_linked(unit, manuscript) else ():
            message = f"Who says so? Put a name, or a link, in place of `{found[0]}`."
            yield check.notice(*unit.span(*found.span()), message, found[0])


def _is_linked(unit: Unit, manuscript: Manuscript) -> bool:
    """Say whether a paragraph holds a link or a footnote."""
    start, end = unit.span(0, len(unit.text))
    links = manuscript.body.links
    first = bisect_left(links, start, key=lambda link: link.start)
    if first < len(links) and links[first].start <= end:
        return True
    return bool(_NOTE.search(manuscript.source.text, start, end + BEHIND))


CHECKS = (
    Check("Evidence.Figure", "suggestion", "A number has no source.", find_figures),
    Check("Evidence.Claim", "suggestion", "A claim calls on a source and names none.", find_claims),
)
