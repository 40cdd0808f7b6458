"""Making a text shorter: at a word where there is one, with an ellipsis, never over a limit."""

from collections.abc import Callable, Sequence

import regex

from advocacy.share.counting import graphemes
from advocacy.share.sentences import sentences
from advocacy.shared_signs import PROMPT

ELLIPSIS = "…"
Fits = Callable[[str], bool]

# Scripts written without spaces: a line, or a cut, may come between any two characters.
SPACELESS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
# What is kept whole: a prompt, a character of a spaceless script with what must follow it, a word.
_UNIT = regex.compile(
    rf"{PROMPT}|{SPACELESS}\p{{M}}*(?:[\p{{Pe}}\p{{Pf}}\p{{Po}}ー]\p{{M}}*)*|\s+"
    rf"|(?:(?!{PROMPT}|{SPACELESS})\S)+"
)
_LOOSE_END = " \t\n,;:–—-([{«“„/&、，；：（「"
_ADDRESS = regex.compile(r"\w+://|[\w-]\.[\w-]+/")


def cut(text: str, fits: Fits) -> str:
    """Return the text, or the longest start of it that fits with an ellipsis; empty if none does.

    Words, web addresses and `[[prompts]]` stay whole; a single word that is too long is cut
    between two characters as readers see them.
    """
    if fits(text):
        return text
    units = [match.group() for match in _UNIT.finditer(text)]
    found = _longest(units, fits)
    first = next((unit for unit in units if not unit.isspace()), "")
    if found or not _may_break(first):
        return found
    return _longest(graphemes(text[: text.index(first) + len(first)]), fits)


def has_prompt(text: str) -> bool:
    """Say whether a text has a `[[prompt]]` that the sharer must replace, or the start of one."""
    return "[[" in text


def whole_sentences(text: str, fits: Fits) -> str:
    """Return as many whole sentences from a text's start as fit; empty if none does."""
    if fits(text):
        return text.strip()
    ends, end = [0], 0
    for sentence in sentences(text):
        end = text.index(sentence, end) + len(sentence)
        ends.append(end)
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[: ends[middle]]) else (low, middle - 1)
    return text[: ends[low]].strip()


def _longest(pieces: Sequence[str], fits: Fits) -> str:
    """Find the longest start by halving; what is returned has been seen to fit."""
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(_ended(pieces[:middle])) else (low, middle - 1)
    return _ended(pieces[:low])


def _ended(pieces: Sequence[str]) -> str:
    start = "".join(pieces).rstrip(_LOOSE_END)
    return start + ELLIPSIS if start else ""


def _may_break(word: str) -> bool:
    return not word.startswith("[[") and not _ADDRESS.search(word)
