"""The fonts of cards: which characters they have, and where each stands, kerning included."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from advocacy.share.card_marks import Anchors, PlacedGlyph, is_mark, place_mark, read_anchors

FONTS = Path(__file__).parent / "fonts"
SERIF = "source-serif-4-semibold"
SANS = "source-sans-3-regular"
SANS_BOLD = "source-sans-3-semibold"
# All of Latin, Greek and Cyrillic, for what the others lack.
WIDE = "noto-sans-semibold"


@dataclass(frozen=True, slots=True)
class Face:
    """One font, measured from its own tables.

    Pillow's shaping depends on whether the machine has FriBidi, and without it Pillow knows no
    kerning; so widths come from `hmtx` and `GPOS` here, and are the same everywhere.

    Attributes:
        name: The file in fonts/, without its ending.
        glyphs: Glyph name by code point.
        advances: In units, by glyph name.
        units: To the em.
    """

    name: str
    glyphs: Mapping[int, str]
    advances: Mapping[str, int]
    units: int

    def has(self, text: str) -> bool:
        """Say whether the font can show every character of a text."""
        return all(ord(character) in self.glyphs for character in text)

    def width(self, text: str, size_px: float) -> float:
        """Return the width of a text in pixels."""
        names = [self.glyphs[ord(character)] for character in text if not is_mark(character)]
        units = sum(self.advances[name] for name in names)
        units += sum(_kerning(self.name, left, right) for left, right in pairwise(names))
        return units * size_px / self.units

    def places(self, text: str, size_px: float) -> Iterator[tuple[str, float, float]]:
        """Yield each character of a text with its place in pixels.

        The place is to the right of the text's start, and above its baseline.
        """
        scale = size_px / self.units
        for character, glyph in zip(text, self._placed(text), strict=True):
            yield character, glyph.x * scale, glyph.y * scale

    def _placed(self, text: str) -> Iterator[PlacedGlyph]:
        end, letter = 0, list[PlacedGlyph]()
        for character in text:
            name = self.glyphs[ord(character)]
            if is_mark(character) and letter:
                letter.append(_place_mark(self.name, letter, name, character))
            else:
                end += _kerning(self.name, letter[0].name, name) if letter else 0
                letter = [PlacedGlyph(name, end, 0)]
                end += 0 if is_mark(character) else self.advances[name]
            yield letter[-1]


@cache
def read_face(name: str) -> Face:
    """Read one of the fonts that the product ships."""
    font = _read_font(name)
    advances = {glyph: advance for glyph, (advance, _) in font["hmtx"].metrics.items()}
    return Face(name, font.getBestCmap(), advances, font["head"].unitsPerEm)


def font_file(name: str) -> Path:
    """Return the file of one of the fonts that the product ships."""
    return FONTS / f"{name}.woff"


@cache
def _read_font(name: str) -> Any:
    return TTFont(font_file(name), lazy=True)


@cache
def _anchors(name: str) -> tuple[Anchors, ...]:
    return read_anchors(_read_font(name))


def _place_mark(face: str, letter: list[PlacedGlyph], mark: str, character: str) -> PlacedGlyph:
    combining_class = unicodedata.combining(character)
    return place_mark(_read_font(face), _anchors(face), letter, mark, combining_class)


@cache
def _kerning(name: str, left: str, right: str) -> int:
    """Return by how many units two glyphs next to each other move together or apart.

    The first subtable that covers the pair settles it, as OpenType has it for pair adjustment.
    """
    for covered, table in _pair_tables(name):
        if left not in covered:
            continue
        if table.Format == 2:
            first = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)]
            record = first.Class2Record[table.ClassDef2.classDefs.get(right, 0)]
            return _x_advance(record)
        for record in table.PairSet[covered[left]].PairValueRecord:
            if record.SecondGlyph == right:
                return _x_advance(record)
    return 0


@cache
def _pair_tables(name: str) -> tuple[tuple[Mapping[str, int], Any], ...]:
    positions = _read_font(name)["GPOS"].table
    features = positions.FeatureList.FeatureRecord
    numbers = {
        number
        for record in features
        if record.FeatureTag == "kern"
        for number in record.Feature.LookupListIndex
    }
    found = []
    for number in sorted(numbers):
        for subtable in positions.LookupList.Lookup[number].SubTable:
            table = getattr(subtable, "ExtSubTable", subtable)
            if hasattr(table, "ValueFormat1"):
                places = {glyph: place for place, glyph in enumerate(table.Coverage.glyphs)}
                found.append((places, table))
    return tuple(found)


def _x_advance(record: Any) -> int:
    return int(getattr(record.Value1, "XAdvance", 0) or 0)
