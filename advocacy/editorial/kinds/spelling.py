"""Rules that look every word up in a dictionary."""

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from advocacy import fields
from advocacy.editorial.kinds.dictionaries import find_dictionaries, find_missed, find_word_list
from advocacy.editorial.kinds.exceptions import make_exempt
from advocacy.editorial.kinds.kind import (
    STYLES,
    VOCABULARY_FIELDS,
    Hit,
    Kind,
    NotHereError,
    OptionError,
    Options,
    Search,
    accepted_words,
    check_patterns,
    pattern_texts,
)
from advocacy.editorial.kinds.speller import Speller
from advocacy.editorial.kinds.spoken_words import find_words, straighten
from advocacy.editorial.patterns import compile_pattern, within_limit
from advocacy.errors import Problem
from advocacy.schema import Field
from advocacy.source import read_source

# Vale's: names such as JavaScript, acronyms, and what has any other sign than these.
_PASSED = re.compile(r"[A-Z][a-z]+[A-Z]+\w+|[A-Z]$|[^a-zA-Z_']", re.ASCII)
_NUMBER = re.compile(r"0?x[0-9A-Fa-f]+|0b[01]+|[0-9a-z]{40}|(?:[0-9]+[.,-]?)+")


def make_search(options: Options) -> Search:
    """Find the dictionaries and read the lists of words; nothing is loaded yet.

    Raises:
        OptionError: A filter is no pattern; NotHereError, if a file or the library is missing.
    """
    values: dict[str, Any] = dict(options)
    styles: tuple[Path, ...] = values.get(STYLES, ())
    check_patterns("filters", values["filters"])
    check_patterns("exceptions", values["exceptions"])
    speller = Speller(find_dictionaries(values, styles))
    lists = _find_lists(values["ignore"], styles)
    is_right = _make_verdict(
        speller, values["filters"], _read_lists(lists), custom=values["custom"]
    )
    # The words of a vocabulary are right in any case.
    accepted = (f"(?i){word}" for word in accepted_words(values))
    exempt = make_exempt(values["exceptions"], accepted)

    def find(text: str, _: Collection[int] | None = None, /) -> Iterator[Hit]:
        for at, word in find_words(text):
            if not (is_right(word) or exempt.lets_pass(text, at, at + len(word))):
                yield Hit(at, at + len(word), (word,))

    def suggest(word: str) -> tuple[str, ...]:
        return speller.suggest(straighten(word))

    files = [file for each in speller.dictionaries for file in (each.aff, each.dic)]
    return Search(
        lambda: find,
        sources=(*files, *lists),
        missed=find_missed(values, styles),
        suggest=suggest,
        is_bounded=True,
    )


def _make_verdict(
    speller: Speller, filters: tuple[str, ...], known: frozenset[str], *, custom: bool
) -> Callable[[str], bool]:
    """Return what says whether a word is right, or none to look up; each is looked up once."""
    patterns = [compile_pattern(each) for each in filters]
    verdicts: dict[str, bool] = {}

    def look_up(word: str) -> bool:
        if (not custom and _PASSED.search(word)) or _NUMBER.fullmatch(word):
            return True
        if any(within_limit(each.search, word) for each in patterns):
            return True
        return word in known or word.lower() in known or speller.knows(word)

    def is_right(word: str) -> bool:
        if word not in verdicts:
            verdicts[word] = look_up(word)
        return verdicts[word]

    return is_right


def _find_lists(names: tuple[str, ...], styles: tuple[Path, ...]) -> tuple[Path, ...]:
    found = []
    for index, name in enumerate(names):
        file = find_word_list(name, styles)
        if not file:
            cure = "Name a file with a word on each line, from the folder you are in."
            raise NotHereError(f"ignore.{index}", f"There is no `{name}`. {cure}")
        found.append(file)
    return tuple(found)


def _read_lists(files: tuple[Path, ...]) -> frozenset[str]:
    words: set[str] = set()
    for file in files:
        source = read_source(file, str(file))
        if isinstance(source, Problem):
            raise OptionError("ignore", f"{file}: {source.message}")
        words.update(line.strip() for line in source.text.splitlines())
    return frozenset(words)


KIND = Kind(
    "spelling",
    "Looks every word up in dictionaries of Hunspell's.",
    (
        Field("dictionaries", fields.texts, default=()),
        Field("dicpath", fields.text, default=""),
        Field("aff", fields.text, default=""),
        Field("dic", fields.text, default=""),
        Field("append", fields.flag, default=False),
        Field("ignore", fields.texts, default=()),
        Field("filters", pattern_texts, default=()),
        Field("custom", fields.flag, default=False),
        *VOCABULARY_FIELDS,
    ),
    make_search,
)
