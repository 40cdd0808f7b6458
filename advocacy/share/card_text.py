"""Texts on cards: what can be drawn of them, and in which face."""

import unicodedata
from collections.abc import Iterable

import regex

from advocacy.share.card_font import SANS, SERIF, WIDE, Face, read_face
from advocacy.share.card_marks import ABOVE
from advocacy.share.counting import graphemes
from advocacy.share.cutting import ELLIPSIS

# What stands for a character that no font of ours has and that readers would miss.
STAND_INS = {"‑": "-", "‐": "-", "⁃": "-", "″": "”", "‟": "”", "‚": "‚", "⁓": "~", "⧸": "/"}
# A mark above takes the place of these letters' dot.
DOTLESS = {"i": "ı", "j": "ȷ"}
_UNSEEN = regex.compile(r"\p{Cf}+")
_SPACES = regex.compile(r"[\s\p{Z}]+")
_EMOJI = regex.compile(r"\p{Emoji_Presentation}|\uFE0F|\u20E3")
_ELLIPSES = regex.compile(r"…(?:\s*…)+")


def missing_glyphs(text: str) -> str:
    """Return the characters of a text that no face of cards can show, each once, in order.

    A letter whose marks cannot be shown is told with them.
    """
    faces = [read_face(name) for name in (SANS, SERIF, WIDE)]
    lost = (each for each in _graphemes(text) if all(_shown(each, face) is None for face in faces))
    return "".join(dict.fromkeys(lost))


def best_face(text: str, names: Iterable[str]) -> Face:
    """Return the face that shows most of a text, the first of those that show as much."""
    letters = _graphemes(text)
    faces = [read_face(name) for name in names]
    return min(faces, key=lambda face: sum(_shown(each, face) is None for each in letters))


def shows_whole(text: str, face: Face) -> bool:
    """Say whether nothing of a text is lost in a face."""
    return all(_shown(each, face) is not None for each in _graphemes(text))


def drawable(text: str, face: Face) -> str:
    """Return what a face can show of a text, in characters that it has.

    A character that it lacks is replaced by one that means the same, by a letter and its marks,
    or by the letter alone; an ellipsis tells where words in another script are left out, and
    nothing where an emoji is.
    """
    shown = "".join(_drawable_grapheme(each, face) for each in _graphemes(text))
    spaced: str = _ELLIPSES.sub(ELLIPSIS, _SPACES.sub(" ", shown))
    plain = spaced.replace(" ,", ",").replace(" .", ".").strip()
    return "" if plain == ELLIPSIS else plain


def _graphemes(text: str) -> list[str]:
    # Marks that are seen only by programs, such as soft hyphens, have glyphs in some fonts.
    return graphemes(_UNSEEN.sub("", unicodedata.normalize("NFC", text)))


def _drawable_grapheme(grapheme: str, face: Face) -> str:
    shown = _shown(grapheme, face)
    if shown is not None:
        return shown
    if _EMOJI.search(grapheme):
        return ""
    letters = unicodedata.normalize("NFKD", grapheme)
    plain = "".join(letter for letter in letters if face.has(letter) and letter.isalnum())
    return plain or (ELLIPSIS if any(letter.isalnum() for letter in letters) else "")


def _shown(grapheme: str, face: Face) -> str | None:
    """Return what stands for a grapheme in a face; None where something of it is lost."""
    if grapheme.isspace():
        return " "
    if not face.has(grapheme) and _EMOJI.search(grapheme):
        return None
    stand_ins = (STAND_INS.get(grapheme, ""), unicodedata.normalize("NFKC", grapheme))
    return next(filter(None, (_spelled(each, face) for each in (grapheme, *stand_ins))), None)


def _spelled(grapheme: str, face: Face) -> str:
    """Return a grapheme in characters that the face has, or nothing."""
    if len(grapheme) < 2 and face.has(grapheme):
        return grapheme
    # Letters without marks come first, as fonts have anchors on these above all.
    letters = _without_dot(unicodedata.normalize("NFD", grapheme))
    return next(filter(face.has, (letters, _composed(letters, face))), "")


def _composed(letters: str, face: Face) -> str:
    """Return a letter with as many of its marks in one character as the face has."""
    shown = ""
    for character in letters:
        composed = unicodedata.normalize("NFC", shown + character)
        shown = composed if face.has(composed) else shown + character
    return shown


def _without_dot(letters: str) -> str:
    has_mark_above = any(unicodedata.combining(letter) == ABOVE for letter in letters)
    return DOTLESS.get(letters[:1], letters[:1]) + letters[1:] if has_mark_above else letters
