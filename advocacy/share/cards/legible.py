"""What of a text a card can show: every character has a glyph in some font, or is left out."""

import unicodedata
from functools import lru_cache

import regex

from advocacy.share.cards.faces import Face
from advocacy.share.counting import graphemes
from advocacy.share.cutting import ELLIPSIS

# What stands for a character that no font here has and that readers would miss.
STAND_INS = {"‑": "-", "‐": "-", "⁃": "-", "″": "”", "‟": "”", "⁓": "~", "⧸": "/"}
# Seen by nobody, and yet they shape and order what stands around them; the others say nothing.
JOINERS = "\u200c\u200d"
_ORDERING = "\u200e\u200f\u061c"
_UNSEEN = regex.compile(rf"[\p{{Cf}}--[{JOINERS}{_ORDERING}]]+", regex.V1)
_IGNORED = regex.compile(rf"[{JOINERS}{_ORDERING}\uFE00-\uFE0F]+")
_SPACES = regex.compile(r"[\s\p{Z}\p{Cc}]+")
NO_BREAK = "\u00a0"
_NO_BREAK = regex.compile("[\u00a0\u202f]")
_SPACE_RUNS = regex.compile(f"[ {NO_BREAK}]+")
_EMOJI = regex.compile(r"\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\u20E3")
_ELLIPSES = regex.compile(r"…(?:\s*…)+")


def missing_characters(text: str, faces: tuple[Face, ...]) -> tuple[str, ...]:
    """Return the characters of a text that no font has, each once, in order.

    A letter whose marks cannot be shown is told with them. An emoji is not among them: that it
    is left out is meant.
    """
    lost = (each for each in split(text) if not is_emoji(each) and _shown(each, faces) is None)
    return tuple(dict.fromkeys(lost))


@lru_cache(maxsize=1_000)
def make_legible(text: str, faces: tuple[Face, ...]) -> str:
    """Return what fonts can show of a text, with single spaces.

    A character that none of them has is replaced by one that means the same, or by its letter
    alone; an ellipsis tells where words in another script are left out. Emoji are left out, and
    nothing stands for them.
    """
    shown = "".join(_legible(each, faces) for each in split(text))
    spaced = _ELLIPSES.sub(ELLIPSIS, _SPACE_RUNS.sub(_one_space, shown))
    # Where an emoji stood before a comma, a space is left over.
    plain = regex.sub(r" ([,.])(?=\s|$)", r"\1", spaced).strip()
    return "" if plain == ELLIPSIS else plain


@lru_cache(maxsize=20_000)
def find_face(grapheme: str, faces: tuple[Face, ...]) -> Face | None:
    """Return the first font that shows a grapheme whole, composed or in its parts."""
    plain = _IGNORED.sub("", grapheme)
    parts = unicodedata.normalize("NFD", plain)
    return next((face for face in faces if face.has(plain) or face.has(parts)), None)


def split(text: str) -> list[str]:
    """Return the graphemes of a text, without marks that are for programs, such as soft hyphens."""
    return graphemes(_UNSEEN.sub("", unicodedata.normalize("NFC", text)))


def is_emoji(grapheme: str) -> bool:
    """Say whether a grapheme is shown as a small picture, so never on cards."""
    return _EMOJI.search(grapheme) is not None


def _one_space(spaces: regex.Match[str]) -> str:
    return " " if " " in spaces.group() else NO_BREAK


def _legible(grapheme: str, faces: tuple[Face, ...]) -> str:
    if is_emoji(grapheme):
        return ""
    shown = _shown(grapheme, faces)
    if shown is not None:
        return shown
    letters = [each for each in unicodedata.normalize("NFKD", grapheme) if each.isalnum()]
    plain = "".join(each for each in letters if find_face(each, faces))
    return plain or (ELLIPSIS if letters else "")


@lru_cache(maxsize=20_000)
def _shown(grapheme: str, faces: tuple[Face, ...]) -> str | None:
    """Return what stands for a grapheme; None where something of it is lost."""
    if _SPACES.fullmatch(grapheme):
        return NO_BREAK if _NO_BREAK.fullmatch(grapheme) else " "
    forms = (grapheme, STAND_INS.get(grapheme, ""), unicodedata.normalize("NFKC", grapheme))
    return next((each for each in forms if each and find_face(each, faces)), None)
