"""What a style sheet has a browser fetch: other sheets, pictures, and fonts by their letters."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# The first and the last code point of a range.
Range = tuple[int, int]

_COMMENT = re.compile(r"(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|/\*.*?(?:\*/|\Z)", re.DOTALL)
_FACE = re.compile(r"@font-face\s*\{([^}]*)\}", re.IGNORECASE)
# A name, of which nothing is fetched.
_NAMESPACE = re.compile(r"@namespace[^;]*;", re.IGNORECASE)
_ADDRESS = re.compile(
    r"@import\s+(?P<quote>[\"'])(?P<sheet>[^\"'\n]*)(?P=quote)"
    r"|url\(\s*(?:\"(?P<double>(?:\\.|[^\"\\\n])*)\"|'(?P<single>(?:\\.|[^'\\\n])*)'"
    r"|(?P<bare>(?:\\.|[^\"'()\\\s])*))\s*\)",
    re.IGNORECASE,
)
_RANGES = re.compile(r"unicode-range\s*:([^;}]*)", re.IGNORECASE)
_RANGE = re.compile(r"u\+([0-9a-f]*)(\?*)(?:-([0-9a-f]+))?", re.IGNORECASE)


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
    plain = _NAMESPACE.sub("", _COMMENT.sub(lambda found: found[1] or " ", text))
    faces = tuple(_face_needs(plain))
    return (*faces, *(Need(each) for each in _addresses(_FACE.sub("", plain))))


def _face_needs(plain: str) -> Iterator[Need]:
    for face in _FACE.finditer(plain):
        address = next(_addresses(face[1]), "")
        ranges = _RANGES.search(face[1])
        if address:
            yield Need(address, tuple(_ranges(ranges[1])) if ranges else ())


def _addresses(plain: str) -> Iterator[str]:
    for found in _ADDRESS.finditer(plain):
        parts = (found[name] for name in ("sheet", "double", "single", "bare"))
        address = re.sub(r"\\(.)", r"\1", next(filter(None, parts), ""))
        if address and not address.startswith(("data:", "#")):
            yield address


def _ranges(written: str) -> Iterator[Range]:
    for first, any_digits, last in _RANGE.findall(written):
        if first or any_digits:
            low = int((first + "0" * len(any_digits)), 16)
            yield low, int(last or first + "f" * len(any_digits), 16)
