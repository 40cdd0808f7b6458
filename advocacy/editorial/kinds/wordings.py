"""Patterns of which any may match, tried without those that cannot match a text."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from advocacy.editorial.demands import find_demands
from advocacy.editorial.dotnet import settle
from advocacy.editorial.kinds.kind import OptionError
from advocacy.editorial.pattern_tree import is_whole
from advocacy.editorial.patterns import (
    BROKEN,
    PatternError,
    are_trusted,
    check_size,
    compile_pattern,
    compile_settled,
    find_all,
    scope_flags,
    within_limit,
)

# What says something of the patterns beside it: flags, groups that are counted or named.
_TIED = regex.compile(r"\(\?[a-zA-Z-]+\)|\\[1-9gk]|\(\?(?:P[=>]|[&(R0-9+]|-\d)|\(\*")

# Words without a sign that means something else; most lists have nothing but such.
_PLAIN = regex.compile(r"[\w ,:;'’/-]+")
# One class, so often or more; and what may stand around it, and means nothing.
_RUN = regex.compile(r"(?P<class>\[\^?(?:\\[^pPN]|[^\[\]\\&|~-])+\])\{\d+,\}")
_BARE = {"", "(?:", ")"}
# Mixes that are compiled for one rule; where a text needs yet another one, all are tried.
MOST_JOINED = 200

# Which pattern matched, by its index, and the match.
Found = tuple[int, "regex.Match[str]"]


@dataclass(frozen=True, slots=True)
class Wordings:
    """Patterns joined by `|`, within what stands around them.

    They are compiled when they are first needed, alone or several as one.

    Attributes:
        framed: Each alone, within what stands around it.
        pieces: Each as it is joined with others.
        are_caught: Whether each piece is a group, by which it is known which one matched.
        before: What stands before them.
        after: What stands behind them.
        ignorecase: Whether they match in any case.
        are_tied: Whether one depends on another, so that none can be left out.
        singles: Those that are compiled, by their indexes.
        joined: The same of several as one.
    """

    framed: tuple[str, ...]
    pieces: tuple[str, ...]
    are_caught: bool
    before: str
    after: str
    ignorecase: bool
    are_tied: bool
    singles: dict[int, "regex.Pattern[str]"] = field(default_factory=dict)
    joined: dict[tuple[int, ...], "regex.Pattern[str]"] = field(default_factory=dict)

    def find(self, text: str, possible: Collection[int] | None) -> Iterable[Found]:
        """Return the matches that are not empty, as one pattern finds them that has all joined.

        The index of the pattern that matched is told only where the pieces are groups.

        Args:
            text: Where they are looked for.
            possible: The indexes of those that can match; None is any.

        Raises:
            RunawayError: One took too long.
        """
        if possible is None or self.are_tied:
            return self._find_joined(text, tuple(range(len(self.framed))))
        if len(self.framed) == 1:
            return self._find_joined(text, (0,))
        if len(possible) == 1:
            (index,) = possible
            return [(index, match) for match in find_all(self.single(index), text)]
        indexes = tuple(sorted(possible))
        # What demands a word is never empty, and so can be looked for by itself.
        if all(find_demands(self.framed[index]) for index in indexes):
            return self._find_each(text, indexes)
        return self._find_joined(text, indexes)

    def single(self, index: int) -> "regex.Pattern[str]":
        """Return one of the patterns by itself."""
        if index not in self.singles:
            source = scope_flags(self.framed[index])
            self.singles[index] = compile_settled(source, ignorecase=self.ignorecase)
        return self.singles[index]

    def _find_joined(self, text: str, indexes: tuple[int, ...]) -> Iterator[Found]:
        if indexes not in self.joined and len(self.joined) >= MOST_JOINED:
            indexes = tuple(range(len(self.framed)))
        if indexes not in self.joined:
            pieces = [self.pieces[index] for index in indexes]
            is_bare = {self.before, self.after} <= _BARE and len(pieces) == 1
            whole = _begun_at_run(pieces[0]) if is_bare else "|".join(pieces)
            source = scope_flags(f"{self.before}{whole}{self.after}")
            self.joined[indexes] = compile_settled(source, ignorecase=self.ignorecase)
        for match in find_all(self.joined[indexes], text):
            yield indexes[(match.lastindex or 1) - 1 if self.are_caught else 0], match

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
        return within_limit(self.single(index).search, text, begin)


def make_wordings(
    named: Mapping[str, str],
    around: tuple[str, str] = ("", ""),
    *,
    ignorecase: bool,
    pieces: Sequence[str] = (),
) -> Wordings:
    """Return patterns as one.

    Args:
        named: The patterns by the paths of their keys, in the order in which they are tried.
        around: What is matched before and behind each.
        ignorecase: Whether they match in any case.
        pieces: Each as a group, where it matters which one matched.

    Raises:
        OptionError: One is no regular expression, or together they are too large.
    """
    before, after = map(settle, around)
    patterns = [settle(pattern) for pattern in named.values()]
    settled = [settle(piece) for piece in pieces] or patterns
    wordings = Wordings(
        tuple(f"{before}{pattern}{after}" for pattern in patterns),
        tuple(settled),
        bool(pieces),
        before,
        after,
        ignorecase,
        any(map(_TIED.search, (before, after, *settled))),
    )
    if not are_trusted():
        _check(wordings, named)
    return wordings


def _begun_at_run(pattern: str) -> str:
    """Return a pattern that matches the same, and is tried where a run of its signs begins.

    A shorter run is else tried from each of its signs on: on long sentences that is most of the
    time that a pattern such as `[^.!?]{200,}` takes.
    """
    run = _RUN.fullmatch(pattern)
    return f"(?<!{run['class']}){pattern}" if run else pattern


def _check(wordings: Wordings, named: Mapping[str, str]) -> None:
    """Compile every pattern; none may break out of what is around it."""
    for index, (path, pattern) in enumerate(named.items()):
        try:
            _check_one(wordings, index, pattern)
        except PatternError as error:
            raise OptionError(path, str(error)) from None
    try:
        check_size("|".join(named.values()))
    except PatternError as error:
        raise OptionError(next(iter(named)).partition(".")[0], str(error)) from None


def _check_one(wordings: Wordings, index: int, pattern: str) -> None:
    if _PLAIN.fullmatch(pattern):
        return
    check_size(pattern)
    if not is_whole(pattern):
        compile_pattern(pattern)
    try:
        wordings.single(index)
    except BROKEN:
        # What is wrong is told of the pattern as it is written, if it is wrong by itself.
        for each in (pattern, wordings.framed[index]):
            compile_pattern(each)
