"""Text as a terminal shows it: how wide it is, and nothing in it that commands the terminal."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import regex

_CLUSTER = regex.compile(r"\X")
_EMOJI = regex.compile(r"\p{Emoji_Presentation}|\ufe0f")
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
TAB_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Cluster:
    """What a reader takes for one character.

    Attributes:
        at: Where it begins in its line, in code points.
        length: How many code points it has.
        shown: What is printed for it.
        width: How many columns of a terminal that takes.
    """

    at: int
    length: int
    shown: str
    width: int


def split_clusters(line: str) -> Iterator[Cluster]:
    """Yield the clusters of a line; a tab becomes spaces up to the next stop."""
    column = 0
    for found in _CLUSTER.finditer(line):
        text = found[0]
        shown = " " * (TAB_WIDTH - column % TAB_WIDTH) if text == "\t" else make_visible(text)
        width = _width(shown)
        yield Cluster(found.start(), len(text), shown, width)
        column += width


def make_visible(text: str) -> str:
    r"""Return a text with what commands a terminal, or turns text around, written as `\x1b`."""
    if text.isprintable():
        return text
    return "".join(_escaped(each) if _commands(each) else each for each in text)


def _commands(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind in {"Cc", "Cs", "Zl", "Zp"} or (kind == "Cf" and character not in _JOINERS)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii") if character != "\u00ad" else ""


def _width(shown: str) -> int:
    if len(shown) == 1 or not _EMOJI.search(shown):
        return sum(_character_width(each) for each in shown)
    return 2


def _character_width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
