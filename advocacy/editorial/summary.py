"""A whole file in figures: its words and sentences, and how many blocks of each sort."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import regex

from advocacy.editorial.sentences import split_sentences
from advocacy.editorial.syllables import count_syllables

# As Vale cuts words: a hyphen parts them, letters with periods are one.
_WORD = regex.compile(r"(?:[A-Z]\.){2,}|[\p{N}\p{L}']+")
LONG_WORD = 6
MANY_SYLLABLES = 2
COUNTED_BLOCKS = (
    *(f"heading_h{level}" for level in range(1, 7)),
    *("list", "blockquote", "pre", "paragraphs"),
)
COUNTED_WORDS = (
    *("words", "sentences", "characters", "syllables"),
    *("complex_words", "long_words", "polysyllabic_words"),
)
VARIABLES = (*COUNTED_WORDS, *COUNTED_BLOCKS)
Split: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Summary:
    """A file's prose, and its blocks counted.

    Attributes:
        text: Its paragraphs, list items and quotes, a blank line between them.
        blocks: How many there are of each of COUNTED_BLOCKS; 0 where one is not there.
        split: Tells sentences apart, as `split_sentences` does.
    """

    text: str
    blocks: Mapping[str, int] = field(default_factory=dict)
    split: Split = split_sentences


def count_summary(summary: Summary) -> dict[str, float]:
    """Return the value of each of VARIABLES; `characters` are letters and digits."""
    paragraphs = summary.text.split("\n\n")
    sentences = sum(len(list(summary.split(paragraph))) for paragraph in paragraphs)
    words = [match[0] for match in _WORD.finditer(summary.text)]
    heard = [count_syllables(word) for word in words]
    counts = {
        "words": len(words),
        "sentences": sentences,
        "characters": sum(sum(map(str.isalnum, word)) for word in words),
        "syllables": sum(heard),
        "complex_words": sum(map(_is_complex, words, heard)),
        "long_words": sum(len(word) > LONG_WORD for word in words),
        "polysyllabic_words": sum(count > MANY_SYLLABLES for count in heard),
    }
    blocks = {name: summary.blocks.get(name, 0) for name in COUNTED_BLOCKS}
    return {name: float(value) for name, value in (counts | blocks).items()}


def _is_complex(word: str, syllables: int) -> bool:
    return syllables - word.endswith(("es", "ed", "ing")) > MANY_SYLLABLES
