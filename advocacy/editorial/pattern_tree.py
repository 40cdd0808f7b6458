"""A pattern in parts, and how much it may cost to compile."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

DEEPEST = 60
# A class of few characters is read as so many alternatives.
WIDEST_CLASS = 3

_CLASS = regex.compile(r"\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]", regex.DOTALL)
_REPEAT = regex.compile(r"(?:[?*+]|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\})(?P<mode>[?+]?)")
_PROPERTY = regex.compile(
    r"\\[pPN]\{[^}]*\}|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\\d{1,3}|\\[gk]<[^>]*>|\\."
)
_REFERENCE = regex.compile(r"\\[1-9]\d*|\\[gk]<.*")
_GROUP = regex.compile(r"\(\?(?P<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)(?P<end>[:)])|\(\?P?<[\w]+>|\(\?>")
_LOOK = regex.compile(r"\(\?<?[=!]")
# Plain characters, the last of which is not repeated.
_RUN = regex.compile(r"[a-zA-Z0-9 ,:;'\"!@%&/=<>~-]+(?![?*+{])")
_SIMPLE_CLASS = regex.compile(r"\[([^\]\\^-]+)\]")
# Verbose patterns, comments, conditions, recursion, and matches that are nearly right.
_UNKNOWN = regex.compile(
    r"\(\?[a-zA-Z]*x|\(\?#|\(\*|\(\?\(|\(\?[&|R0-9]|(?<!\\[pPNxu])\{[^{}\d,][^{}]*\}"
)
# At these the text stays where it is, and a word ends or begins.
_EDGES = frozenset({r"\b", r"\B", r"\A", r"\Z", "^", "$"})


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a pattern.

    Attributes:
        texts: What it may be, in folded case; empty where that is unknown.
        branches: The alternatives of a group, each a sequence of parts.
        least: How often it stands there at the least.
        most: How often at the most; None is without bound.
        is_edge: Whether it takes no room, such as `^`; what looks around has branches, too.
        refers_back: Whether it is what a group has caught.
    """

    texts: tuple[str, ...] = ()
    branches: tuple[tuple["Part", ...], ...] = ()
    least: int = 1
    most: int | None = 1
    is_edge: bool = False
    refers_back: bool = False


class TreeError(Exception):
    """A pattern that this grammar cannot read."""


@lru_cache(maxsize=4096)
def read_tree(pattern: str) -> tuple[tuple[Part, ...], ...]:
    """Return a pattern's alternatives, each a sequence of parts.

    Raises:
        TreeError: It is nested too deep, or has what cannot be told apart here.
    """
    if _UNKNOWN.search(pattern):
        raise TreeError("it has what cannot be told apart")
    branches, at = _branches(pattern, 0, 0)
    if at < len(pattern):
        raise TreeError("it has a `)` too many")
    return branches


def read_count(digits: str) -> int:
    """Return a number as it is written; of one too long to be meant, only its beginning."""
    return int(digits.lstrip("0")[:9] or 0)


def is_whole(pattern: str) -> bool:
    """Say whether a pattern is known to close no more groups than it opens."""
    try:
        read_tree(pattern)
    except TreeError:
        return False
    return True


def weigh(branches: Sequence[Sequence[Part]]) -> int:
    """Return about how many steps a pattern has when its counted repeats are written out."""
    return sum(_weight(part) for branch in branches for part in branch)


def _weight(part: Part) -> int:
    once = weigh(part.branches) if part.branches else max(map(len, part.texts), default=1)
    return once * max(1, part.least, part.most or 1)


def _branches(pattern: str, at: int, depth: int) -> tuple[tuple[tuple[Part, ...], ...], int]:
    if depth > DEEPEST:
        raise TreeError(f"it is nested more than {DEEPEST} deep")
    branches: list[tuple[Part, ...]] = []
    parts: list[Part] = []
    while at < len(pattern):
        if pattern[at] == ")":
            break
        if pattern[at] == "|":
            branches.append(tuple(parts))
            parts, at = [], at + 1
            continue
        if run := _RUN.match(pattern, at):
            parts.append(Part((run[0].lower(),)))
            at = run.end()
            continue
        part, at = _part(pattern, at, depth)
        if repeat := _REPEAT.match(pattern, at):
            part, at = part if part.is_edge else _repeated(part, repeat), repeat.end()
        parts.append(part)
    return (*branches, tuple(parts)), at


def _part(pattern: str, at: int, depth: int) -> tuple[Part, int]:
    sign = pattern[at]
    if sign == "(":
        return _group(pattern, at, depth)
    if sign == "[" and (found := _CLASS.match(pattern, at)):
        simple = _SIMPLE_CLASS.fullmatch(found[0])
        few = simple is not None and len(simple[1]) <= WIDEST_CLASS
        texts = tuple(map(_folded, simple[1])) if simple and few else ()
        return Part(texts if all(texts) else ()), found.end()
    if sign == "\\" and (found := _PROPERTY.match(pattern, at)):
        if found[0] in _EDGES:
            return Part(is_edge=True), found.end()
        if _REFERENCE.fullmatch(found[0]):
            return Part(refers_back=True), found.end()
        literal = len(found[0]) == 2 and not found[0][1].isalnum()
        return Part((found[0][1],) if literal else ()), found.end()
    if sign in "^$":
        return Part(is_edge=True), at + 1
    text = "" if sign == "." else _folded(sign)
    return Part((text,) if text else ()), at + 1


def _folded(sign: str) -> str:
    """Return a character in folded case; nothing for one that may fold in several ways."""
    return sign.casefold() if sign.isascii() or not sign.isalpha() else ""


def _group(pattern: str, at: int, depth: int) -> tuple[Part, int]:
    if look := _LOOK.match(pattern, at):
        branches, end = _branches(pattern, look.end(), depth + 1)
        return Part((), branches, is_edge=True), end + 1
    found = _GROUP.match(pattern, at)
    if found and found["end"] == ")":
        return Part(is_edge=True), found.end()
    if found is None and pattern.startswith("(?", at):
        raise TreeError("it has a group that is not known")
    branches, end = _branches(pattern, found.end() if found else at + 1, depth + 1)
    if end >= len(pattern):
        raise TreeError("a `(` has no `)`")
    return Part((), branches), end + 1


def _repeated(part: Part, repeat: "regex.Match[str]") -> Part:
    sign = repeat[0][0]
    if sign != "{":
        least, most = {"?": (0, 1), "*": (0, None), "+": (1, None)}[sign]
        return Part(part.texts, part.branches, least, most)
    least = read_count(repeat["least"])
    unbounded = bool(repeat["comma"]) and not repeat["most"]
    return Part(
        part.texts, part.branches, least, None if unbounded else read_count(repeat["most"]) or least
    )
