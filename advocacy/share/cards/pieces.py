"""Where a line of a card may end, in any script, and how well."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import budoux
import regex
from fontTools.unicodedata import script

from advocacy.share.counting import graphemes
from advocacy.share.cutting import SPACELESS

# What a line break costs where readers would not look for one; a word's end costs nothing.
AT_HYPHEN, INSIDE_PHRASE, INSIDE_WORD, BEFORE_SIGN = 0.2, 0.3, 1.0, 4.0
# Scripts whose words are broken with a hyphen.
HYPHENATED = frozenset({"Latn", "Grek", "Cyrl", "Armn"})

_SPACELESS = regex.compile(SPACELESS)
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_THAI = regex.compile(r"\p{Thai}")
# A break may come after a hyphen, a dash or a slash inside of a word.
_JOINED = regex.compile(r"(?<=[\p{L}\p{N}][-‐–—/])(?=[\p{L}\p{N}])")
_NO_WORD = regex.compile(r"[^\p{L}\p{N}]+")
# A character of a script without spaces stands alone; anything else is kept in one.
_UNIT = regex.compile(rf"{SPACELESS}\p{{M}}*|(?:(?!{SPACELESS})\X)+")
# Kinsoku: what may not begin a line, and what may not end one.
_NO_START = regex.compile(
    r"[\p{Pe}\p{Pf}\p{Po}…‥ー々〻ゝゞヽヾ゛゜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶㇰ-ㇿๆฯ]"
)
_NO_END = regex.compile(r"[\p{Ps}\p{Pi}]$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that stays on one line where there is room for it.

    Attributes:
        space: What follows it where no line ends: a space, or nothing.
        cost: Of ending a line after it.
        hyphen: What is written where a line ends after it.
    """

    text: str
    space: str = ""
    cost: float = 0
    hyphen: str = ""


def make_pieces(text: str, lang: str) -> list[Piece]:
    """Break a text with single spaces into pieces; joined, they are the text again."""
    words = text.split(" ")
    pieces = list[Piece]()
    for word, following in zip(words, [*words[1:], ""], strict=True):
        *inner, last = _word_pieces(word, lang)
        cost = BEFORE_SIGN if _NO_WORD.fullmatch(following) else 0
        pieces += [*inner, Piece(last.text, " " if following else "", cost)]
    return pieces


def break_word(piece: Piece) -> list[Piece]:
    """Break a piece that is longer than a line, between any two characters as readers see them."""
    letters = graphemes(piece.text)
    parts = [
        Piece(letter, "", INSIDE_WORD, _hyphen(letter, after))
        for letter, after in pairwise(letters)
    ]
    return [*parts, Piece(letters[-1], piece.space, piece.cost, piece.hyphen)]


def _word_pieces(word: str, lang: str) -> list[Piece]:
    if not _SPACELESS.search(word):
        return [Piece(part, cost=AT_HYPHEN) for part in _JOINED.split(word)]
    return _settled([piece for phrase in _phrases(word, lang) for piece in _units(phrase)])


def _phrases(word: str, lang: str) -> list[str]:
    """Return the phrases of a text without spaces, as a small model of its language has them."""
    if _THAI.search(word):
        return _parser("thai").parse(word)
    if _KANA.search(word) or lang.startswith("ja"):
        return _parser("japanese").parse(word)
    traditional = {"Hant", "TW", "HK", "MO"}.intersection(lang.split("-"))
    return _parser(f"{'traditional' if traditional else 'simplified'}_chinese").parse(word)


@cache
def _parser(language: str) -> budoux.Parser:
    parser: budoux.Parser = getattr(budoux, f"load_default_{language}_parser")()
    return parser


def _units(phrase: str) -> Iterator[Piece]:
    *inner, last = _UNIT.findall(phrase)
    yield from (Piece(unit, cost=INSIDE_PHRASE) for unit in inner)
    yield Piece(last)


def _settled(pieces: list[Piece]) -> list[Piece]:
    """Join what may not stand apart: a closing sign to what it closes, an opening one likewise."""
    found = list[Piece]()
    for piece in pieces:
        if found and (_NO_START.match(piece.text) or _NO_END.search(found[-1].text)):
            piece = Piece(found.pop().text + piece.text, cost=piece.cost)
        found.append(piece)
    return found


def _hyphen(before: str, after: str) -> str:
    both = before[0].isalpha() and after[0].isalpha()
    return "-" if both and {script(before[0]), script(after[0])} <= HYPHENATED else ""
