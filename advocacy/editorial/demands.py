"""What must stand in a text for a pattern to match it: fixed words, which are found fast."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import TypeAlias

import regex

from advocacy.editorial.pattern_tree import Part, TreeError, read_tree

# A set of texts in folded case, of which one must stand there.
Clause: TypeAlias = frozenset[str]
# All of its clauses must be met.
Demand: TypeAlias = tuple[Clause, ...]

SHORTEST_WORD = 2
# So many words may stand for one part of a pattern; with more, looking for them saves nothing.
MOST_WORDS = 400
# More clauses than these hardly ever tell a text that matches from one that does not.
MOST_CLAUSES = 3

# Signs that few sentences have.
_SIGN = regex.compile(r"[^\w\s,.'’-]")
# What stands in every text tells nothing.
_COMMON = regex.compile(r"\b(?:a|an|and|are|by|for|have|in|is|it|not|of|on|or|that|the|to|we)\b|\W")


@lru_cache(maxsize=16_384)
def find_demands(pattern: str) -> tuple[Demand, ...]:
    """Return one demand for each way in which a pattern can match; none where a way has none.

    Each match, in any case, meets one of them, the rarest clause of which comes first.
    """
    try:
        branches = read_tree(pattern)
    except TreeError:
        return ()
    demands = [_demand_of(way) for way in _ways(branches)]
    return tuple(dict.fromkeys(demands)) if all(demands) else ()


def fold(text: str) -> str:
    """Return a text in folded case; a `ı` is what a pattern's `I` matches as well."""
    return text.casefold().replace("ı", "i")


def is_met(demands: Collection[Demand], folded: str) -> bool:
    """Say whether a text, in folded case, can hold a match; it always may where there are none."""
    return not demands or any(
        all(any(word in folded for word in clause) for clause in demand) for demand in demands
    )


def _ways(branches: Sequence[Sequence[Part]]) -> Iterator[Sequence[Part]]:
    """Yield the alternatives of a pattern, and those of a group that is all there is of one."""
    for branch in branches:
        parts = [part for part in branch if not part.is_edge]
        only = parts[0] if len(parts) == 1 else Part()
        if only.branches and only.least == only.most == 1:
            yield from _ways(only.branches)
        else:
            yield branch


def _demand_of(branch: Sequence[Part]) -> Demand:
    choices = {frozenset(words) for words in _choices(branch) if _is_telling(words)}
    ordered = sorted(choices, key=lambda words: (_worth(words), sorted(words)), reverse=True)
    rare = [words for words in ordered if _rareness(words)]
    return tuple((rare or ordered)[:MOST_CLAUSES])


def _is_telling(words: Collection[str]) -> bool:
    """Say whether words are worth looking for: two letters at the least, or a sign of its own."""
    return bool(words) and all(len(word) >= SHORTEST_WORD or _SIGN.match(word) for word in words)


def _worth(words: Collection[str]) -> tuple[int, int]:
    """Tell what is better to look for: what is rare first, few words second."""
    return min(_rareness(words), 6), -len(words)


def _rareness(words: Collection[str]) -> int:
    """Return the length of the word that tells least, without what stands in every text."""
    return min((len(_COMMON.sub("", word)) for word in words), default=0)


def _choices(branch: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    """Yield sets of words of which each match of a branch holds one."""
    run: tuple[str, ...] = ("",)
    for part in branch:
        if part.is_edge:
            continue
        if part.texts and part.least == part.most == 1:
            joined = tuple(a + b for a, b in product(run, part.texts))
            if len(joined) <= MOST_WORDS // 4:
                run = joined
                continue
        yield run
        run = ("",)
        if part.texts and part.least:
            # What comes once at the least begins a run, and nothing can follow it for sure.
            yield tuple(text * part.least for text in part.texts)
        elif part.branches and part.least:
            yield from _choices_of_group(part.branches)
    yield run


def _choices_of_group(branches: Sequence[Sequence[Part]]) -> Iterator[tuple[str, ...]]:
    """Yield what each match of a group holds: what its only branch does, or a word of any."""
    if len(branches) == 1:
        yield from _choices(branches[0])
        return
    demands = [_demand_of(branch) for branch in branches]
    words = tuple(word for demand in demands for word in (demand[0] if demand else ()))
    if all(demands) and len(words) <= MOST_WORDS:
        yield words
