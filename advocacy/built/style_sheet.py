"""What a style sheet has a browser fetch: other sheets, pictures, and fonts by their letters."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2

# The first and the last code point of a range.
Range = tuple[int, int]
Tokens = Sequence[Any]
# Nobody writes brackets within brackets so deep that a browser would show it.
DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Need:
    """A file that a style sheet names.

    Attributes:
        address: As it stands there.
        ranges: Of a font, the letters for which it is fetched; empty for all, and for other files.
    """

    address: str
    ranges: tuple[Range, ...] = ()

    def is_met_by(self, points: Sequence[int]) -> bool:
        """Say whether it is fetched for a page of these code points, which are in order."""
        return not self.ranges or any(
            bisect_left(points, first) < bisect_right(points, last) for first, last in self.ranges
        )


def read_style(text: str) -> tuple[Need, ...]:
    """Return what a style sheet names, as if each of its rules were for the page that loads it.

    Of a font that is there in several formats it is the first.
    """
    return tuple(_needs(tinycss2.parse_component_value_list(text, skip_comments=True)))


def _needs(tokens: Tokens, depth: int = 0) -> Iterator[Need]:
    rule = ""
    for token in tokens if depth < DEEPEST else ():
        if token.type == "at-keyword":
            rule = token.lower_value
        elif token.type == "{} block":
            is_face = rule == "font-face"
            yield from _face(token.content) if is_face else _needs(token.content, depth + 1)
            rule = ""
        elif token == ";":
            rule = ""
        elif rule == "import" and token.type == "string" and token.value:
            yield Need(token.value)
        elif rule != "namespace":  # a name, of which nothing is fetched
            yield from _named(token, depth)


def _named(token: Any, depth: int) -> Iterator[Need]:
    """Yield what a value names by itself, or in brackets."""
    address = token.value if token.type == "url" else ""
    inner: Tokens = getattr(token, "content", getattr(token, "arguments", ())) or ()
    if token.type == "function" and token.lower_name == "url":
        address = next((each.value for each in inner if each.type == "string"), "")
    elif not address:
        yield from _needs(inner, depth + 1)
    if address and not address.startswith(("data:", "#")):
        yield Need(address)


def _face(content: Tokens) -> Iterator[Need]:
    """Yield the file of a font, where it names one."""
    ranges = tuple((each.start, each.end) for each in content if each.type == "unicode-range")
    for need in _needs(content):
        yield Need(need.address, ranges)
        return
