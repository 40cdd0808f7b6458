"""The fonts of cards: which files there are, and which characters each can show."""

import tomllib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

import uharfbuzz as hb
from fontTools.ttLib import TTFont, TTLibError

FONTS = Path(__file__).parent.parent / "fonts"
TABLE_FILE = FONTS / "fonts.toml"


class FontError(Exception):
    """A file that is no font, or one that cannot be read here; the text says which and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font, open for shaping; each file is opened once.

    Attributes:
        name: The file's, without its ending.
        font: HarfBuzz's, at the scale of the font's own units.
        characters: The code points that it has glyphs for.
        units: To the em.
    """

    name: str
    font: Any
    characters: frozenset[int]
    units: int

    def has(self, text: str) -> bool:
        """Say whether the font has every character of a text."""
        return all(ord(character) in self.characters for character in text)


@dataclass(frozen=True, slots=True)
class NamedFace:
    """A font that takes the place of one that designs name.

    Attributes:
        name: As designs have it.
        weight: At which a variable font is taken; 0 for one that is not.
    """

    name: str
    file: Path
    weight: int = 0


# A site's own: one that is asked for what others lack, or that is there instead of another.
OwnFont = Path | NamedFace


@cache
def read_face(file: Path, weight: int = 0) -> Face:
    """Open a font: TrueType, OpenType, a collection's first, or one of these as WOFF or WOFF2.

    Args:
        file: Where it lies.
        weight: At which a variable one is taken; 0 leaves it as it is.

    Raises:
        FontError: It is none of them.
    """
    face = hb.Face(_open_type(file))
    characters = frozenset(face.unicodes)
    if not characters:
        raise FontError(f"{file} is no font. Name a TTF, OTF, TTC, WOFF or WOFF2 file.")
    font = hb.Font(face)
    if weight:
        font.set_variations({"wght": weight})
    return Face(file.stem, font, characters, face.upem)


@cache
def built_in_faces() -> Mapping[str, Path]:
    """Return the fonts that the product ships, by the name that designs give them."""
    names = _table()["faces"]
    return MappingProxyType({name: FONTS / file for name, file in names.items()})


@cache
def built_in_fallbacks() -> tuple[Path, ...]:
    """Return what steps in where a face lacks a character, in order."""
    return tuple(FONTS / name for name in _table()["fallbacks"]["files"])


def _open_type(file: Path) -> bytes:
    """Return a font as HarfBuzz reads it, which is not packed as for the web."""
    try:
        raw = file.read_bytes()
        if raw[:4] not in {b"wOFF", b"wOF2"}:
            return raw
        unpacked = BytesIO()
        font = TTFont(BytesIO(raw), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
        font.flavor = None
        font.save(unpacked, reorderTables=None)
    except OSError as error:
        raise FontError(
            f"{file}: {error.strerror}. Put the font there, or mend its name."
        ) from None
    except (TTLibError, ValueError, KeyError, EOFError, AssertionError, zlib.error):
        raise FontError(f"{file} is a broken WOFF. Save it anew.") from None
    return unpacked.getvalue()


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE_FILE.read_text(encoding="utf-8"))
