"""Hunspell: whether it knows a word, and what else was meant."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from advocacy.editorial.kinds.dictionaries import Dictionary

MOST_SUGGESTIONS = 5
# Of what is longer, Hunspell only makes guesses, and takes its time.
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Speller:
    """Dictionaries, each of them loaded when the first word is looked up."""

    dictionaries: tuple[Dictionary, ...]

    def knows(self, word: str) -> bool:
        """Say whether one of the dictionaries has the word."""
        return any(_knows(_load(each, _stamp(each)), word) for each in self.dictionaries)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the best first; it takes some 50 ms."""
        if len(word) > LONGEST:
            return ()
        lists = [_suggest(each, _stamp(each), word) for each in self.dictionaries]
        return tuple(dict.fromkeys(each for words in lists for each in words if each))[
            :MOST_SUGGESTIONS
        ]


def _stamp(dictionary: Dictionary) -> tuple[int, int]:
    """Return what changes with a dictionary's files, so that a new one is loaded anew."""
    return dictionary.aff.stat().st_mtime_ns, dictionary.dic.stat().st_mtime_ns


@lru_cache(maxsize=8)
def _load(dictionary: Dictionary, _stamped: tuple[int, int]) -> Any:
    # It is an extra, so that it is not imported before a rule needs it.
    from hunspell import Hunspell

    folder = str(dictionary.dic.parent.absolute())
    return Hunspell(dictionary.dic.stem, hunspell_data_dir=folder, system_encoding="UTF-8")


def _knows(hunspell: Any, word: str) -> bool:
    try:
        return bool(hunspell.spell(word))
    except UnicodeEncodeError:  # the dictionary's own signs do not have it
        return False


@lru_cache(maxsize=10_000)
def _suggest(dictionary: Dictionary, stamped: tuple[int, int], word: str) -> tuple[str, ...]:
    try:
        return tuple(_load(dictionary, stamped).suggest(word))
    except UnicodeEncodeError:
        return ()
