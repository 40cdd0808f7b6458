"""How much of one text stands in another: the words that stand in runs which both have."""

import re
from collections.abc import Iterator, Sequence

from advocacy.phrases import SPACELESS

# How many words in a row two short texts must share for that to be no chance.
PHRASE = 3
# So many of 100 words in common, and people feel that they read it before.
MOST_ALIKE = 60
# Of fewer words, one that both have is most of them.
LEAST_WORDS = 6
# Scripts without spaces have words of one sign here.
WORD = re.compile(rf"[{SPACELESS}]|[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, in folded case."""
    return tuple(WORD.findall(text.casefold()))


def runs_of(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Return each run of so many words that follow one another."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def find_shared(words: Sequence[str], others: Sequence[str], run: int) -> list[bool]:
    """Say of each word whether it stands in a run of words that the other text has as well.

    Args:
        words: One text.
        others: The other.
        run: How many words in a row are no chance; a shorter text is one run.
    """
    length = max(1, min(run, len(words), len(others)))
    known = {*runs_of(others, length)}
    shared = [False] * len(words)
    for start, each in enumerate(runs_of(words, length)):
        if each in known:
            shared[start : start + length] = [True] * length
    return shared


def alike_percent(first: Sequence[str], second: Sequence[str], run: int) -> int:
    """Return how many of 100 words of two texts both have, rounded down; their order is all one."""
    shared = sum(find_shared(first, second, run)) + sum(find_shared(second, first, run))
    return shared * 100 // max(1, len(first) + len(second))


def same_words_percent(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many of 100 words of two short texts stand in phrases that both have.

    It is 100 only where they have the same words in the same order; texts of a few words that
    differ have none in common.
    """
    if first == second:
        # A link alone, or a hashtag, says nothing that another could say again.
        return 100 if first else 0
    if min(len(first), len(second)) < LEAST_WORDS:
        return 0
    return min(99, alike_percent(first, second, PHRASE))
