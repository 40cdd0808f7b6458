"""The net below the checks: what a page shows must be what they have read."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.frame_cure import tell_cure
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.errors import ContentError
from advocacy.markup.render import show
from advocacy.markup.shown_words import count_shown_words, count_words

# Of one cause there are often many lines: so many lines, and so many words of one, say enough.
MOST = 10
LONGEST = 8
# Each is searched for in the whole text.
MOST_WORDS = 200


def find_unshown(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find a text that the renderer refuses."""
    try:
        _show(manuscript)
    except ContentError as error:
        start = _first(manuscript)
        for problem in error.problems:
            yield check.notice(start, start, problem.message)


def find_unseen(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find words that readers see and that the checks have not read.

    Behind a mark that is not closed everything may be, and that is told already.
    """
    if manuscript.body.unclosed:
        return
    try:
        shown = count_shown_words(_show(manuscript))
    except ContentError:
        return
    for block in manuscript.body.blocks:
        shown.subtract(count_words(block.text))
    for start, end, words in islice(_lines(manuscript, +shown), MOST):
        message = (
            f"Readers see `{words}`, and the checks cannot read it. "
            "Write it as plain Markdown, without HTML or unusual indents."
        )
        yield check.notice(start, end, message, words)


def find_dropped(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find players, scripts and forms, which no page has: there is a hole where they stand."""
    text = manuscript.source.text
    for start, end in manuscript.body.dropped:
        seen = f"{text[start:end]}>"
        message = f"`{seen}` is left out of the page. {tell_cure(text, start, context.site)}"
        yield check.notice(start, end, message, seen)


def _show(manuscript: Manuscript) -> str:
    text, at = manuscript.source.text, manuscript.body_start
    body = ""
    for fence in manuscript.body.fences if manuscript.is_guide else ():
        body += text[at : fence.outer_start]
        at = fence.outer_end
    body += text[at:]
    return show(body, manuscript.path, heading_ids=manuscript.heading_ids)


def _lines(manuscript: Manuscript, words: Counter[str]) -> Iterator[tuple[int, int, str]]:
    """Yield, a line at a time, where words stand that are not read; the first line for others."""
    source, start = manuscript.source, manuscript.body_start
    by_line: dict[int, list[tuple[int, int]]] = {}
    lost = []
    read = _read_places(manuscript) if words else set()
    for word, count in islice(words.items(), MOST_WORDS):
        found = [each.span() for each in _occurrences(word, source.text, start)]
        places = [each for each in found if each[0] not in read] or found
        for place in places[:count]:
            by_line.setdefault(source.position(place[0])[0], []).append(place)
        if not places:
            lost.append(word)
    for places in by_line.values():
        ordered = sorted(places)
        yield ordered[0][0], ordered[-1][1], _quote(source.text[a:b] for a, b in ordered)
    if lost:
        first = _first(manuscript)
        yield first, first, _quote(lost)


def _first(manuscript: Manuscript) -> int:
    """Return the offset of the body's first word, for what has no place of its own."""
    body = manuscript.source.text[manuscript.body_start :]
    return manuscript.body_start + len(body) - len(body.lstrip())


def _quote(words: Iterable[str]) -> str:
    first = [*islice(words, LONGEST + 1)]
    return " ".join(first) if len(first) <= LONGEST else f"{' '.join(first[:LONGEST])}…"


def _occurrences(word: str, text: str, start: int) -> Iterator[re.Match[str]]:
    pattern = re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", re.IGNORECASE)
    return pattern.finditer(text, start)


def _read_places(manuscript: Manuscript) -> set[int]:
    """Return the offsets of all characters that the checks have read."""
    pieces = (piece for block in manuscript.body.blocks for piece in block.traced.pieces)
    return {offset for piece in pieces for offset in range(piece.start, piece.end)}


CHECKS = (
    Check("Markup.Dropped", "warning", "A page leaves out part of a text.", find_dropped),
    Check(
        "Markup.Unshown",
        "error",
        "A text cannot be rendered.",
        find_unshown,
        can_be_allowed=False,
    ),
    Check(
        "Markup.Unseen",
        "error",
        "Readers see words that the checks cannot read.",
        find_unseen,
        can_be_allowed=False,
    ),
)
