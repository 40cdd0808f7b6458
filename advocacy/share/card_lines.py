"""Texts on cards: how they break into lines."""

from collections.abc import Callable

import regex

from advocacy.share.counting import graphemes
from advocacy.share.cutting import SPACELESS

Width = Callable[[str], float]

# A break may come at a space, after a hyphen or dash inside a word, and beside a character of a
# script without spaces, whose closing punctuation stays with it. A dash never begins a line.
_PIECE = regex.compile(
    rf" ?(?:{SPACELESS}\p{{M}}*[\p{{Pe}}\p{{Pf}}\p{{Po}}ー]*"
    rf"|[\-–—/]*(?:(?!{SPACELESS})[^ \-–—/])+[\-–—/]*|[\-–—/]+)(?: [–—-](?= ))?"
)
_LETTER = regex.compile(r"\p{L}\p{M}*")


def wrap(text: str, width: Width, room_px: float) -> list[str]:
    """Break a text into as few lines as fit, and these as even in length as can be.

    Args:
        text: With single spaces.
        width: Tells the width of a text in pixels.
        room_px: The longest a line may be; a word that alone is longer is broken, with a hyphen
            where that is between two letters.
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
        if width((lines[-1] + piece).strip()) <= room_px:
            lines[-1] += piece
        else:
            lines += _parts(piece.strip(), width, room_px)
    return [line.strip() for line in lines if line.strip()]


def _parts(word: str, width: Width, room_px: float) -> list[str]:
    """Break a word that is longer than a line into parts that are not."""
    letters, parts = graphemes(word), [""]
    if width(word) <= room_px:
        return [word]
    for before, letter, after in zip(["", *letters], letters, [*letters[1:], ""], strict=False):
        if parts[-1] and width(parts[-1] + letter + _hyphen(letter, after)) > room_px:
            parts[-1] += _hyphen(before, letter)
            parts.append("")
        parts[-1] += letter
    return parts


def _hyphen(before: str, after: str) -> str:
    """Return what tells readers that a word goes on after a break between two characters."""
    return "-" if _LETTER.fullmatch(before) and _LETTER.fullmatch(after) else ""
