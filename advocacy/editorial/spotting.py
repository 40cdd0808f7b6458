"""Which rules can find something in a text: all of their fixed words, looked for at once."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation

from advocacy.editorial.demands import Clause
from advocacy.editorial.kinds.kind import Search

# By a rule's name, the indexes of its patterns that can match; None is any.
Possible: TypeAlias = Mapping[str, Collection[int] | None]


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which one pattern of a rule can match.

    Attributes:
        rule: The rule's name.
        pattern: The pattern's index.
        others: Numbers of words; of each of these sets, one must stand in the text as well.
    """

    rule: str
    pattern: int
    others: tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class Spotter:
    """Finds the words that rules demand.

    Attributes:
        automaton: Finds every word, wherever it stands.
        ways: By a word's number, the ways that it opens.
        always: What is possible in every text.
    """

    automaton: AhoCorasick
    ways: Mapping[int, Sequence[Way]]
    always: Possible

    def spot(self, folded: str) -> Possible:
        """Return which rules can find something in a text in folded case, by what patterns."""
        if not self.ways:
            return self.always
        found = self.automaton.find_matches_as_indexes(folded, overlapping=True)
        words = {word for word, _, _ in found}
        opened: dict[str, set[int]] = defaultdict(set)
        for word in words & self.ways.keys():
            for way in self.ways[word]:
                if not (way.others and any(map(words.isdisjoint, way.others))):
                    opened[way.rule].add(way.pattern)
        for rule in opened.keys() & self.always.keys():
            opened[rule].update(self.always[rule] or ())
        return {**self.always, **opened} if opened else self.always


@dataclass(frozen=True, slots=True)
class Spotters:
    """Spotters for texts of each kind: of the rules that read such a text, and of no other.

    Attributes:
        searches: What each rule looks for, by its name.
        takes: Says whether a rule, by its name, reads a text that is and is in such parts.
        by_parts: Those made so far.
        by_rules: The same by the names of their rules, as few are different.
    """

    searches: Mapping[str, Search]
    takes: Callable[[str, frozenset[str]], bool]
    by_parts: dict[frozenset[str], Spotter] = field(default_factory=dict)
    by_rules: dict[tuple[str, ...], Spotter] = field(default_factory=dict)

    def spot(self, parts: frozenset[str], folded: str) -> Possible:
        """Return which rules read a text in folded case and can find something, by what."""
        spotter = self.by_parts.get(parts)
        if spotter is None:
            spotter = self.by_parts[parts] = self._make(parts)
        return spotter.spot(folded)

    def _make(self, parts: frozenset[str]) -> Spotter:
        names = tuple(name for name in self.searches if self.takes(name, parts))
        if names not in self.by_rules:
            self.by_rules[names] = make_spotter({name: self.searches[name] for name in names})
        return self.by_rules[names]


def make_spotter(searches: Mapping[str, Search]) -> Spotter:
    """Return a spotter for the searches of rules, by their names."""
    numbers: dict[str, int] = {}
    ways: dict[int, list[Way]] = defaultdict(list)
    always: dict[str, Collection[int] | None] = {}
    for rule, search in searches.items():
        if not search.demands:
            always[rule] = None
        elif unknown := [at for at, demands in enumerate(search.demands) if not demands]:
            always[rule] = unknown
        for pattern, demands in enumerate(search.demands):
            for first, *others in demands:
                way = Way(rule, pattern, tuple(_numbered(each, numbers) for each in others))
                for word in _numbered(first, numbers):
                    ways[word].append(way)
    automaton = AhoCorasick(list(numbers), implementation=Implementation.DFA)
    return Spotter(automaton, dict(ways), always)


def _numbered(clause: Clause, numbers: dict[str, int]) -> frozenset[int]:
    return frozenset(numbers.setdefault(word, len(numbers)) for word in sorted(clause))
