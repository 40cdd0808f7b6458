"""What within lines is no text: comments, embedded programs and code."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from advocacy.imports.enclosed import Closings

EMBED_TAGS = ("script", "style", "iframe", "frameset", "object", "applet", "noscript")
VOID_EMBED_TAGS = ("embed", "frame", "link", "meta", "base")

_OPENING = re.compile(
    r"(?P<comment><!--)|(?P<liquid>\{%-?\s*comment\s*-?%\})"
    rf"|(?<!\\)<(?P<closes>/?)(?P<embed>{'|'.join(EMBED_TAGS + VOID_EMBED_TAGS)})\b"
    r"|<(?P<code>pre|code)\b|(?P<highlight>\{%-?\s*highlight\b[^%]*%\})|(?<![`\\])(?P<ticks>`+)",
    re.IGNORECASE,
)
_ENDS = {
    "comment": re.compile("-->"),
    "liquid": re.compile(r"\{%-?\s*endcomment\s*-?%\}", re.IGNORECASE),
    "highlight": re.compile(r"\{%-?\s*endhighlight\s*-?%\}", re.IGNORECASE),
}
_TAG_END = re.compile(">")
_TICKS = re.compile("`+")
_BLANK_LINE = re.compile(r"\n(?=[ \t]*\n)")


def find_inline_parts(body: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the kind, the beginning and the end of each part that is no text."""
    finder, at = _Finder(body, start, end), start
    while opening := _OPENING.search(body, at, end):
        stop = finder.end_of(opening)
        if stop:
            yield _kind(opening), opening.start(), stop
        at = stop or opening.start() + 1


def _kind(opening: re.Match[str]) -> str:
    if opening["embed"]:
        return "embed"
    return "comment" if opening["comment"] or opening["liquid"] else "code"


class _Finder:
    """Finds where parts end within a stretch of a body; 0 where they do not."""

    def __init__(self, body: str, start: int, end: int) -> None:
        self.closings = Closings(body, end)
        self.blank_lines = [each.start() for each in _BLANK_LINE.finditer(body, start, end)]
        self.ticks: dict[int, list[int]] = defaultdict(list)
        for run in _TICKS.finditer(body, start, end):
            self.ticks[len(run[0])].append(run.start())

    def end_of(self, opening: re.Match[str]) -> int:
        if opening["ticks"]:
            return self._end_of_span(opening)
        if opening["embed"] or opening["code"]:
            return self._end_of_element(opening)
        closed = self.closings.find(_ENDS[str(opening.lastgroup)], opening.end())
        return closed.end() if closed else 0

    def _end_of_span(self, opening: re.Match[str]) -> int:
        """Return where as many backticks follow in the same paragraph."""
        length, at = len(opening[0]), opening.end()
        closed = _first_from(self.ticks[length], at)
        blank = _first_from(self.blank_lines, at)
        return 0 if closed is None or (blank is not None and blank < closed) else closed + length

    def _end_of_element(self, opening: re.Match[str]) -> int:
        """Return the end of an element; of an embedded one that nothing closes, of its tag."""
        tag = self.closings.find(_TAG_END, opening.end())
        name = (opening["embed"] or opening["code"]).lower()
        if not tag:
            return 0
        is_whole = not opening["closes"] and name not in VOID_EMBED_TAGS
        closed = self.closings.find(_end_tag(name), tag.end()) if is_whole else None
        if closed:
            return closed.end()
        return tag.end() if opening["embed"] else 0


def _first_from(offsets: list[int], at: int) -> int | None:
    index = bisect_left(offsets, at)
    return offsets[index] if index < len(offsets) else None


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>", re.IGNORECASE)
