"""A font for pages: what its file says of itself, and how wide its letters are."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont, TTLibError

# What other fonts begin with, and what they are called.
OTHERS = {
    b"wOFF": "a WOFF",
    b"OTTO": "an OTF",
    b"true": "a TTF",
    b"ttcf": "a TTC",
    b"\0\1\0\0": "a TTF",
}
WOFF2 = b"wOF2"
# How often each letter, and the space, stands in 10,000 signs of English prose.
LETTERS = {
    **{" ": 1830, "e": 1030, "t": 750, "a": 650, "o": 620, "n": 570, "i": 570, "s": 530, "r": 500},
    **{"h": 500, "l": 330, "d": 330, "u": 230, "c": 220, "m": 200, "f": 200, "w": 170, "g": 160},
    **{"p": 150, "y": 140, "b": 130, "v": 80, "k": 50, "x": 14, "j": 11, "q": 9, "z": 6},
}
REGULAR, BOLD = 400, 700
# OpenType, OS/2: the bit of fsType that forbids embedding, the one of fsSelection for a slant.
RESTRICTED, EMBEDDING = 0x2, 0xF
SLANTED = 0x1
# PANOSE's families of text and of script, and its styles of serifs that are none.
PANOSE_TEXT, PANOSE_SANS = 2, range(11, 16)


class WebFontError(Exception):
    """A file that no page can be set in; the text says what it is and how to mend it."""


@dataclass(frozen=True, slots=True)
class WebFont:
    """A font.

    Attributes:
        family: What it calls itself.
        style: `normal` or `italic`.
        weights: The least and the most that it has, which are one in most files.
        characters: The code points that it has glyphs for.
        ascent: How far a line goes above the baseline, in ems.
        descent: In the same way below it.
        widths: By weight, how wide a letter of English prose is, in ems; empty where it has none.
        is_sans: Whether its letters have no serifs.
        is_restricted: Whether it says that nobody may embed it.
    """

    family: str
    style: str
    weights: tuple[int, int]
    characters: frozenset[int]
    ascent: float
    descent: float
    widths: Mapping[int, float]
    is_sans: bool
    is_restricted: bool


@lru_cache(maxsize=32)
def read_web_font(content: bytes) -> WebFont:
    """Read a WOFF2.

    Raises:
        WebFontError: It is another font, or none, or broken.
    """
    if content[:4] != WOFF2:
        kind = OTHERS.get(content[:4])
        told = f"is {kind}, which is larger than it need be" if kind else "is no font"
        raise WebFontError(f"{told}. Save it as WOFF2")
    try:
        font = TTFont(BytesIO(content), recalcBBoxes=False, recalcTimestamp=False)
        return _read(font)
    except (
        *(TTLibError, ValueError, KeyError, EOFError, AssertionError, AttributeError),
        *(IndexError, TypeError, struct.error, OSError, MemoryError),
    ):
        raise WebFontError("is broken. Save it anew") from None
    except Exception as error:  # Brotli's own has no other base
        if type(error).__module__.partition(".")[0] not in {"brotli", "_brotli"}:
            raise
        raise WebFontError("is broken. Save it anew") from None


def _read(font: Any) -> WebFont:
    units, os2 = font["head"].unitsPerEm, font["OS/2"]
    weights = _weights(font)
    return WebFont(
        family=font["name"].getBestFamilyName() or "",
        style="italic" if os2.fsSelection & SLANTED or font["post"].italicAngle else "normal",
        weights=weights,
        characters=frozenset(font.getBestCmap() or ()),
        ascent=font["hhea"].ascent / units,
        descent=-font["hhea"].descent / units,
        widths={each: width for each in (REGULAR, BOLD) if (width := _width(font, weights, each))},
        is_sans=os2.panose.bFamilyType != PANOSE_TEXT or os2.panose.bSerifStyle in PANOSE_SANS,
        is_restricted=os2.fsType & EMBEDDING == RESTRICTED,
    )


def _weights(font: Any) -> tuple[int, int]:
    axes = font["fvar"].axes if "fvar" in font else ()
    for axis in axes:
        if axis.axisTag == "wght":
            return round(axis.minValue), round(axis.maxValue)
    weight = font["OS/2"].usWeightClass
    return weight, weight


def _width(font: Any, weights: tuple[int, int], weight: int) -> float:
    """Return how wide a letter is at a weight, or at the nearest one; 0 without letters."""
    names = font.getBestCmap() or {}
    if not all(ord(letter) in names for letter in LETTERS):
        return 0.0
    least, most = weights
    place = {"wght": min(max(weight, least), most)} if least < most else {}
    glyphs = font.getGlyphSet(location=place)
    total = sum(glyphs[names[ord(letter)]].width * often for letter, often in LETTERS.items())
    return float(total / sum(LETTERS.values()) / font["head"].unitsPerEm)
