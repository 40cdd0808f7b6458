"""How long a text may be for a pattern to be done with it soon, whatever the text says."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from advocacy.editorial.pattern_tree import Part, TreeError, read_tree

# About a tenth of a second; most patterns are done with most texts in a millionth of that.
MOST_STEPS = 5_000_000
LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Cost:
    """What trying a pattern at one place of a text can take.

    Attributes:
        ways: In how many ways it can be tried there, if each repeat without bound is one way.
        repeats: How many repeats without bound one of them has; each may end anywhere.
    """

    ways: int
    repeats: int


class _UnboundedError(Exception):
    """A pattern that can be tried in ways without number."""


@lru_cache(maxsize=16_384)
def longest_quick_text(pattern: str) -> int:
    """Return how many characters a text may have; 0 where nothing is known of the pattern."""
    try:
        cost = _cost_of(read_tree(pattern))
    except (TreeError, _UnboundedError):
        return 0
    # It is tried at every place, and each repeat may go on to the end of the text.
    return min(LONGEST, int((MOST_STEPS / cost.ways) ** (1 / (cost.repeats + 1))))


def _cost_of(branches: Sequence[Sequence[Part]]) -> Cost:
    tried = [_cost_of_row(branch) for branch in branches]
    return Cost(sum(each.ways for each in tried), max(each.repeats for each in tried))


def _cost_of_row(parts: Sequence[Part]) -> Cost:
    ways, repeats = 1, 0
    for part in parts:
        cost = _cost_of_part(part)
        ways, repeats = ways * cost.ways, repeats + cost.repeats
        if ways > MOST_STEPS:
            raise _UnboundedError
    return Cost(ways, repeats)


def _cost_of_part(part: Part) -> Cost:
    if part.refers_back:
        raise _UnboundedError
    if not part.branches:
        return Cost(1, 1) if part.most is None else Cost(part.most - part.least + 1, 0)
    if part.most is None or part.most > 1:
        raise _UnboundedError
    cost = _cost_of(part.branches)
    return Cost(cost.ways + (part.least == 0), cost.repeats)
