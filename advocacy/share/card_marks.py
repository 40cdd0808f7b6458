"""Marks on letters: where a font's own anchors put them, so that any letter can carry any mark."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fontTools.ttLib import TTFont

Point = tuple[int, int]
# Unicode's combining classes of marks that stand over and under a letter.
ABOVE, BELOW = 230, 220
# Between a letter and a mark for which the font has no anchor, in thousandths of the em.
GAP = 60


@dataclass(frozen=True, slots=True)
class Anchors:
    """One subtable of a font: the points at which marks hang on glyphs.

    Attributes:
        on_marks: Whether the glyphs that carry are marks themselves.
        carriers: The points of each glyph that carries, by the kind of mark.
        marks: The kind of each mark, and its own point.
    """

    on_marks: bool
    carriers: Mapping[str, Mapping[int, Point]]
    marks: Mapping[str, tuple[int, Point]]

    def offset(self, carrier: str, mark: str) -> Point | None:
        """Return how far a mark moves from its carrier's origin, in units; None if unknown."""
        kind, own = self.marks.get(mark, (-1, (0, 0)))
        point = self.carriers.get(carrier, {}).get(kind)
        return (point[0] - own[0], point[1] - own[1]) if point else None


@dataclass(frozen=True, slots=True)
class PlacedGlyph:
    """A glyph with its origin, in units from the start of the text and from its baseline."""

    name: str
    x: int
    y: int


def is_mark(character: str) -> bool:
    """Say whether a character is drawn on the one before it."""
    return unicodedata.category(character) in ("Mn", "Me")


def read_anchors(font: TTFont) -> tuple[Anchors, ...]:
    """Read a font's anchors, in the order in which they are looked up."""
    lookups = font["GPOS"].table.LookupList.Lookup
    tables = [getattr(each, "ExtSubTable", each) for one in lookups for each in one.SubTable]
    return tuple(found for table in tables for found in _anchors(table))


def place_mark(
    font: TTFont,
    anchors: Sequence[Anchors],
    letter: Sequence[PlacedGlyph],
    mark: str,
    combining_class: int,
) -> PlacedGlyph:
    """Put a mark on a letter that may carry marks already.

    Args:
        font: Tells how large its glyphs are.
        anchors: Of the font.
        letter: The letter's glyph and its marks so far.
        mark: The name of the mark's glyph.
        combining_class: Of the mark, as Unicode has it.
    """
    for number in reversed(range(len(letter))):
        carrier = letter[number]
        offsets = [a.offset(carrier.name, mark) for a in anchors if a.on_marks == (number > 0)]
        # A later lookup has the last word, as OpenType has it.
        found = next((each for each in reversed(offsets) if each), None)
        if found:
            return PlacedGlyph(mark, carrier.x + found[0], carrier.y + found[1])
    return _by_the_box(font, letter[0], mark, combining_class)


def _by_the_box(font: TTFont, base: PlacedGlyph, mark: str, combining_class: int) -> PlacedGlyph:
    """Centre a mark on a letter, and move it out of the letter where it stands over or under."""
    shapes = font["glyf"]
    carrier, shape = shapes[base.name], shapes[mark]
    if not carrier.numberOfContours or not shape.numberOfContours:
        return PlacedGlyph(mark, base.x, base.y)
    x = base.x + (carrier.xMin + carrier.xMax - shape.xMin - shape.xMax) // 2
    gap = GAP * font["head"].unitsPerEm // 1000
    y = base.y
    if combining_class == ABOVE:
        y += max(0, carrier.yMax + gap - shape.yMin)
    elif combining_class == BELOW:
        y += min(0, carrier.yMin - gap - shape.yMax)
    return PlacedGlyph(mark, x, y)


def _anchors(table: Any) -> Iterator[Anchors]:
    """Yield what a subtable holds, if it is of marks on letters or of marks on marks."""
    if hasattr(table, "BaseCoverage"):
        bases = zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True)
        carriers = {name: _points(record.BaseAnchor) for name, record in bases}
        yield Anchors(False, carriers, _mark_points(table.MarkCoverage, table.MarkArray))
    elif hasattr(table, "Mark2Coverage"):
        bases = zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True)
        carriers = {name: _points(record.Mark2Anchor) for name, record in bases}
        yield Anchors(True, carriers, _mark_points(table.Mark1Coverage, table.Mark1Array))


def _points(anchors: Sequence[Any]) -> dict[int, Point]:
    return {kind: _point(anchor) for kind, anchor in enumerate(anchors) if anchor}


def _mark_points(coverage: Any, marks: Any) -> dict[str, tuple[int, Point]]:
    records = zip(coverage.glyphs, marks.MarkRecord, strict=True)
    return {name: (record.Class, _point(record.MarkAnchor)) for name, record in records}


def _point(anchor: Any) -> Point:
    return anchor.XCoordinate, anchor.YCoordinate
