"""The spellings that a pattern can match, where they are few."""

from functools import lru_cache

import regex

MOST = 64
_ATOM = regex.compile(
    r"\\(?P<escaped>\W)|(?P<open>\((?:\?:)?)|(?P<sign>[)|?])|(?P<plain>[^\\\[\]{}.*+^$(])"
)


@lru_cache(maxsize=4096)
def spellings(pattern: str) -> tuple[str, ...]:
    """Return every text that a pattern matches; none where it is no short list of texts."""
    found = _branches(pattern, 0, depth=0)
    return tuple(dict.fromkeys(found[0])) if found and found[1] == len(pattern) else ()


def in_case_of(pattern: str, observed: str) -> str:
    """Return the spelling that differs from a text in its case alone, or the pattern itself."""
    folded = observed.casefold()
    return next((each for each in spellings(pattern) if each.casefold() == folded), pattern)


def _branches(pattern: str, at: int, *, depth: int) -> tuple[list[str], int] | None:
    done: list[str] = []
    current = [""]
    while at < len(pattern):
        atom = _ATOM.match(pattern, at)
        if atom is None or atom["sign"] == "?":
            return None
        at = atom.end()
        if atom["sign"] == ")":
            return (done + current, at) if depth else None
        if atom["sign"] == "|":
            done, current = done + current, [""]
            continue
        inner = [atom["escaped"] or atom["plain"] or ""]
        if atom["open"]:
            group = _branches(pattern, at, depth=depth + 1)
            if group is None:
                return None
            inner, at = group
        if pattern[at : at + 1] == "?":
            inner, at = [*inner, ""], at + 1
        if len(current) * len(inner) > MOST:
            return None
        current = [before + after for before in current for after in inner]
    return None if depth else (done + current, at)
