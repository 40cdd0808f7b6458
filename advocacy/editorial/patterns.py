"""Regular expressions as rules write them: .NET's flags, and a time limit."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

import regex

from advocacy.editorial.dotnet import settle
from advocacy.editorial.pattern_cost import longest_quick_text
from advocacy.editorial.pattern_tree import TreeError, read_count, read_tree, weigh

TIME_LIMIT_SECONDS = 0.5
# The longest list of a known pack has 40,000; counted repetitions are written out when compiled.
LONGEST_PATTERN = 200_000
HEAVIEST_PATTERN = 250_000

LONGEST_COUNTED_AGAIN = 2_000

# What compiling a pattern that is none raises.
BROKEN = (regex.error, RecursionError, OverflowError)
_TRUSTED = ContextVar("trusted", default=False)

_FLAGS = regex.compile(r"\(\?([imsx]+(?:-[imsx]+)?|-[imsx]+)\)")
_GROUP_NAME = regex.compile(r"\?P?<(?![=!])[^>]*>")
_QUANTIFIER = regex.compile(r"[?*+]|\{[^}]*\}")
_COUNTED = regex.compile(r"\{[\d\s,]+\}")
_DIGITS = regex.compile(r"\d+")
# Spaces and comments may stand between the two; a comment ends in `)`, or with its line.
_COUNTED_GROUP = regex.compile(r"(?:\)\s*+|^[^\S\n]*+)\{[\d\s,]+\}", regex.MULTILINE)
_CLASS = regex.compile(r"\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]")


class PatternError(Exception):
    """A pattern that cannot be used; the text says what was seen and how to mend it."""


class RunawayError(Exception):
    """A pattern took longer on one block of text than any pattern may."""


@contextmanager
def trusting() -> Iterator[None]:
    """Take patterns that are read within to be sound: they were checked before."""
    token = _TRUSTED.set(True)
    try:
        yield
    finally:
        _TRUSTED.reset(token)


def are_trusted() -> bool:
    """Say whether patterns are taken to be sound."""
    return _TRUSTED.get()


def compile_pattern(
    pattern: str, *, ignorecase: bool = False, by_lines: bool = True
) -> regex.Pattern[str]:
    """Compile a rule's pattern; its flags end with their group.

    Args:
        pattern: As it is written.
        ignorecase: Whether capital and small letters are the same.
        by_lines: Whether `^` and `$` match at each line, and not only at both ends of a text.

    Raises:
        PatternError: It is no regular expression.
    """
    check_size(pattern)
    try:
        source = scope_flags(settle(pattern))
        return compile_settled(source, ignorecase=ignorecase, by_lines=by_lines)
    except BROKEN as error:
        reason = " ".join(str(error).split())
        cure = "Mend it; a `\\` before a sign makes it mean itself."
        seen = f"`{_short(pattern)}` is no regular expression: {reason}"
        raise PatternError(f"{seen}. {cure}") from None


def compile_settled(source: str, *, ignorecase: bool, by_lines: bool = True) -> regex.Pattern[str]:
    """Compile a sound pattern, the signs, classes and flags of which are settled."""
    flags = (regex.MULTILINE if by_lines else 0) | (regex.IGNORECASE if ignorecase else 0)
    return regex.compile(source, flags)


def check_size(pattern: str) -> None:
    """Refuse what would take long to compile already.

    Raises:
        PatternError: It is too long, or repeats too much.
    """
    if len(pattern) > LONGEST_PATTERN:
        raise PatternError(f"A pattern has {len(pattern)} characters. Make several rules of it.")
    try:
        weight = weigh(read_tree(pattern))
    except TreeError:
        weight = _weigh_unread(pattern)
    if weight > HEAVIEST_PATTERN:
        cure = "Write it without one counted repetition inside another."
        raise PatternError(f"`{_short(pattern)}` repeats about {weight} times. {cure}")


def _weigh_unread(pattern: str) -> int:
    """Return how often a part may stand there at the most, where only a regex engine knows."""
    if not _COUNTED_GROUP.search(pattern):
        return 1
    weight = 1
    for found in _COUNTED.finditer(pattern):
        weight *= max(1, *map(read_count, _DIGITS.findall(found[0])))
        if weight > HEAVIEST_PATTERN:
            break
    return weight


def _short(pattern: str) -> str:
    line = pattern.replace("\n", "\\n")
    return line if len(line) <= 60 else f"{line[:57]}…"


def find_all(pattern: regex.Pattern[str], text: str) -> Iterator[regex.Match[str]]:
    """Return the matches that are not empty.

    Raises:
        RunawayError: It took longer than TIME_LIMIT_SECONDS of computing.
    """
    if (limit := _limit(pattern, len(text))) is not None:
        return _find_within(limit, pattern, text)
    # Most find nothing in most texts, and searching once is the fastest way to see it.
    first = pattern.search(text)
    if not first:
        return iter(())
    if first.end() == first.start() or pattern.flags & regex.REVERSE:
        return (match for match in pattern.finditer(text) if match.end() > match.start())
    return _find_from(first, pattern, text)


def _find_from(
    first: regex.Match[str], pattern: regex.Pattern[str], text: str
) -> Iterator[regex.Match[str]]:
    """Yield a match that is known, and those behind it."""
    yield first
    for match in pattern.finditer(text, first.end()):
        if match.end() > match.start():
            yield match


def _find_within(
    limit: float, pattern: regex.Pattern[str], text: str
) -> Iterator[regex.Match[str]]:
    try:
        for match in pattern.finditer(text, timeout=limit):
            if match.end() > match.start():
                yield match
    except TimeoutError:
        raise RunawayError from None


def count_all(pattern: regex.Pattern[str], text: str) -> int:
    """Count the matches that are not empty; many times as fast as looking at each.

    Raises:
        RunawayError: It took longer than TIME_LIMIT_SECONDS of computing.
    """
    return (_count_again if len(text) <= LONGEST_COUNTED_AGAIN else _count)(pattern, text)


def _count(pattern: regex.Pattern[str], text: str) -> int:
    if pattern.groups:
        return sum(1 for _ in find_all(pattern, text))
    found: list[str] = within_limit(pattern.findall, text)
    return len(found) - found.count("")


# Several packs bound the words of a sentence, each by a number of its own.
_count_again = lru_cache(maxsize=1024)(_count)


def within_limit(search: Any, *arguments: object) -> Any:
    """Call a compiled pattern's `search`, `match`, `fullmatch` or `sub`.

    Raises:
        RunawayError: It took longer than TIME_LIMIT_SECONDS of computing.
    """
    try:
        longest = max([len(each) for each in arguments if isinstance(each, str)])
        return search(*arguments, timeout=_limit(search.__self__, longest))
    except TimeoutError:
        raise RunawayError from None


def _limit(pattern: regex.Pattern[str], length: int) -> float | None:
    """Return how long a pattern may compute on a text; a clock takes longer than most do."""
    return None if length <= longest_quick_text(pattern.pattern) else TIME_LIMIT_SECONDS


def scope_flags(pattern: str) -> str:
    """Turn each `(?i)` into a group that ends where the group around it ends.

    A rule may set flags in the middle of a pattern, as .NET and Vale read them; here they
    would otherwise hold for the whole pattern.
    """
    out: list[str] = []
    opened: list[list[str]] = [[]]
    at = 0
    while at < len(pattern):
        if found := _FLAGS.match(pattern, at):
            opened[-1].append(f"(?{found[1]}:")
            out.append(opened[-1][-1])
            at = found.end()
            continue
        step = _step(pattern, at)
        at += len(step)
        if step == "(":
            opened.append([])
        elif step == ")":
            out.append(")" * len(opened.pop() if len(opened) > 1 else []))
        elif step == "|":
            # A flag holds for the alternatives that follow it, too.
            out.append(")" * len(opened[-1]))
            step += "".join(opened[-1])
        out.append(step)
    return "".join(out) + ")" * len(opened[0])


def without_captures(pattern: str) -> str:
    """Turn each group that captures into one that only groups."""
    out = []
    at = 0
    while at < len(pattern):
        step = _step(pattern, at)
        at += len(step)
        if step == "(":
            name = _GROUP_NAME.match(pattern, at)
            at = name.end() if name else at
            step = "(?:" if name or not pattern.startswith(("?", "*"), at) else step
        out.append(step)
    return "".join(out)


def _step(pattern: str, at: int) -> str:
    """Return the next part of a pattern: an escape, a class, a quantifier, or a character."""
    if pattern[at] == "\\":
        return pattern[at : at + 2]
    if pattern[at] == "[" and (found := _CLASS.match(pattern, at)):
        return str(found[0])
    if pattern[at] in "?*+{" and (found := _QUANTIFIER.match(pattern, at)):
        return str(found[0])
    return pattern[at]
