"""Patterns of which any may match, tried without those that cannot match a text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from advocacy.editorial.demands import Demand, find_demands
from advocacy.editorial.dotnet import settle
from advocacy.editorial.kinds.kind import OptionError
from advocacy.editorial.pattern_tree import is_whole
from advocacy.editorial.patterns import (
    PatternError,
    check_size,
    compile_pattern,
    compile_settled,
    find_all,
    scope_flags,
    within_limit,
)

# What says something of the patterns beside it: flags, groups that are counted or named.
_TIED = regex.compile(r"\(\?[a-zA-Z-]+\)|\\[1-9gk]|\(\?(?:P[=>]|[&(R0-9+]|-\d)|\(\*")

# Which pattern matched, by its index, and the match.
Found = tuple[int, "regex.Match[str]"]


@dataclass(frozen=True, slots=True)
class Wordings:
    """Patterns joined by `|`, within what stands around them.

    Attributes:
        singles: Each alone, within what stands around it.
        pieces: Each as it is joined with others; either all are one group or no index is asked for.
        before: What stands before them.
        after: What stands behind them.
        ignorecase: Whether they match in any case.
        demands: What each demands of a text; nothing where that is unknown.
        are_tied: Whether one depends on another, so that none can be left out.
        compiled: Several as one, by their indexes.
    """

    singles: tuple["regex.Pattern[str]", ...]
    pieces: tuple[str, ...]
    before: str
    after: str
    ignorecase: bool
    demands: tuple[tuple[Demand, ...], ...]
    are_tied: bool
    compiled: dict[tuple[int, ...], "regex.Pattern[str]"] = field(default_factory=dict)

    def find(self, text: str, possible: Collection[int] | None) -> Iterator[Found]:
        """Yield the matches that are not empty, as one pattern finds them that has all joined.

        Args:
            text: Where they are looked for.
            possible: The indexes of those that can match; None is any.

        Raises:
            RunawayError: One took too long.
        """
        if possible is None or self.are_tied:
            return self._find_joined(text, tuple(range(len(self.singles))))
        indexes = tuple(sorted(possible))
        if len(indexes) == 1:
            return ((indexes[0], match) for match in find_all(self.singles[indexes[0]], text))
        # What demands a word is never empty, and so can be looked for by itself.
        if all(self.demands[index] for index in indexes):
            return self._find_each(text, indexes)
        return self._find_joined(text, indexes)

    def _find_joined(self, text: str, indexes: tuple[int, ...]) -> Iterator[Found]:
        pattern = self.compiled.get(indexes)
        if pattern is None:
            joined = "|".join(self.pieces[index] for index in indexes)
            source = scope_flags(f"{self.before}{joined}{self.after}")
            pattern = compile_settled(source, ignorecase=self.ignorecase)
            self.compiled[indexes] = pattern
        for match in find_all(pattern, text):
            yield indexes[(match.lastindex or 1) - 1], match

    def _find_each(self, text: str, indexes: tuple[int, ...]) -> Iterator[Found]:
        """Yield the first match of any, of those at one place the first pattern's, and go on."""
        waiting = {index: self._search(index, text, 0) for index in indexes}
        while found := {index: match for index, match in waiting.items() if match}:
            index = min(found, key=lambda each: (found[each].start(), each))
            yield index, found[index]
            end = found[index].end()
            waiting = {
                each: self._search(each, text, end) if match.start() < end else match
                for each, match in found.items()
            }

    def _search(self, index: int, text: str, begin: int) -> "regex.Match[str] | None":
        return within_limit(self.singles[index].search, text, begin)


def make_wordings(
    named: Mapping[str, str],
    around: tuple[str, str] = ("", ""),
    *,
    ignorecase: bool,
    pieces: Sequence[str] = (),
) -> Wordings:
    """Compile patterns.

    Args:
        named: The patterns by the paths of their keys, in the order in which they are tried.
        around: What is matched before and behind each.
        ignorecase: Whether they match in any case.
        pieces: Each as a group, where it matters which one matched.

    Raises:
        OptionError: One is no regular expression, or together they are too large.
    """
    singles = tuple(
        _compile(path, pattern, around, ignorecase=ignorecase) for path, pattern in named.items()
    )
    _check_together(named)
    patterns = [*named.values()]
    before, after, *settled = map(settle, (*around, *(pieces or patterns)))
    return Wordings(
        singles,
        tuple(settled),
        before,
        after,
        ignorecase,
        tuple(find_demands(f"{around[0]}{pattern}{around[1]}") for pattern in patterns),
        any(map(_TIED.search, (before, after, *settled))),
    )


def _compile(
    path: str, pattern: str, around: tuple[str, str], *, ignorecase: bool
) -> "regex.Pattern[str]":
    """Compile a pattern within what is around it, which it must not break out of."""
    try:
        if not is_whole(pattern):
            compile_pattern(pattern)
        return compile_pattern(f"{around[0]}{pattern}{around[1]}", ignorecase=ignorecase)
    except PatternError as error:
        mistake = error
    try:
        compile_pattern(pattern)
    except PatternError as error:
        mistake = error
    raise OptionError(path, str(mistake))


def _check_together(named: Mapping[str, str]) -> None:
    try:
        check_size("|".join(named.values()))
    except PatternError as error:
        raise OptionError(next(iter(named)).partition(".")[0], str(error)) from None
