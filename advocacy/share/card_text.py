"""Texts on cards: what can be drawn of them, and how they break into lines."""

import unicodedata
from collections.abc import Callable

import regex

from advocacy.share.card_font import SANS, SERIF, Face, read_face
from advocacy.share.counting import graphemes
from advocacy.share.cutting import SPACELESS

Width = Callable[[str], float]

# What stands for a character that no font of ours has and that readers would miss.
STAND_INS = {"‑": "-", "‐": "-", "⁃": "-", "″": "”", "‟": "”", "‚": "‚", "⁓": "~", "⧸": "/"}
_UNSEEN = regex.compile(r"\p{Cf}+")
_SPACES = regex.compile(r"[\s\p{Z}]+")
# A break may come at a space, after a hyphen or dash inside a word, and beside a character of a
# script without spaces, whose closing punctuation stays with it. A dash never begins a line.
_PIECE = regex.compile(
    rf" ?(?:{SPACELESS}\p{{M}}*[\p{{Pe}}\p{{Pf}}\p{{Po}}ー]*"
    rf"|[\-–—/]*(?:(?!{SPACELESS})[^ \-–—/])+[\-–—/]*|[\-–—/]+)(?: [–—-](?= ))?"
)


def missing_glyphs(text: str) -> str:
    """Return the characters of a text that no font of cards can show, each once, in order."""
    faces = [read_face(name) for name in (SANS, SERIF)]
    plain = _SPACES.sub("", unicodedata.normalize("NFC", text))
    return "".join(dict.fromkeys(c for c in plain if not any(face.has(c) for face in faces)))


def drawable(text: str, face: Face) -> str:
    """Return what a font can show of a text.

    A character that it lacks is replaced by one that means the same, or by its letter without
    the mark; an emoji, and what is in another script, is left out.
    """
    # Marks that are seen only by programs, such as soft hyphens, have glyphs in some fonts.
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    shown = "".join(_drawable_grapheme(each, face) for each in graphemes(plain))
    spaced: str = _SPACES.sub(" ", shown)
    return spaced.replace(" ,", ",").replace(" .", ".").strip()


def _drawable_grapheme(grapheme: str, face: Face) -> str:
    if face.has(grapheme):
        return grapheme
    if grapheme.isspace():
        return " "
    if regex.search(r"\p{Emoji_Presentation}|\uFE0F|\u20E3", grapheme):
        return ""
    for other in (STAND_INS.get(grapheme, ""), unicodedata.normalize("NFKC", grapheme)):
        if other and face.has(other):
            return other
    letters = unicodedata.normalize("NFKD", grapheme)
    return "".join(letter for letter in letters if face.has(letter) and letter.isalnum())


def wrap(text: str, width: Width, room_px: float) -> list[str]:
    """Break a text into as few lines as fit, and these as even in length as can be.

    Args:
        text: With single spaces.
        width: Tells the width of a text in pixels.
        room_px: The longest a line may be; a word that alone is longer is broken.
    """
    lines = _wrap_greedily(text, width, room_px)
    low, high = max(room_px / 2, longest_word(text, width)), room_px
    while high - low > 1:
        middle = (low + high) / 2
        narrower = _wrap_greedily(text, width, middle)
        if len(narrower) > len(lines):
            low = middle
        else:
            high, lines = middle, narrower
    return lines


def longest_word(text: str, width: Width) -> float:
    """Return the width in pixels of the longest part that a line break leaves whole."""
    return max((width(piece.strip()) for piece in _pieces(text)), default=0)


def _pieces(text: str) -> list[str]:
    return [match.group() for match in _PIECE.finditer(text)]


def _wrap_greedily(text: str, width: Width, room_px: float) -> list[str]:
    lines = [""]
    for piece in _pieces(text):
        is_whole = width(piece.strip()) <= room_px
        if lines[-1] and not is_whole:
            lines.append("")
        for part in [piece] if is_whole else graphemes(piece):
            if lines[-1] and width((lines[-1] + part).strip()) > room_px:
                lines.append("")
            lines[-1] += part
    return [line.strip() for line in lines if line.strip()]
