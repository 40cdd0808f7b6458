"""How a replacement fits among its neighbours, or that it needs a person."""

import re
from dataclasses import dataclass

_ARTICLE = re.compile(r"(?:^|\W)(an?)\s+$", re.IGNORECASE)
_VOWELS = frozenset("aeiou")
# A word taken out from between two of these would leave both.
_OPENING = re.compile(r"(?:^|[,;:(\[–—\"“‘'-])\s*$")
_CLOSING = re.compile(r"\s*(?:$|[,;:.!?)\]–—\"”’'-])")


@dataclass(frozen=True, slots=True)
class Words:
    """What to write in place of a match.

    Attributes:
        before: How many spaces before the match go as well.
        behind: How many spaces behind it go as well.
    """

    text: str
    before: int = 0
    behind: int = 0


def fit(line: str, begin: int, end: int, replacement: str) -> tuple[Words, ...]:
    """Return what could be written in place of `line[begin:end]`, the best first.

    A capital at the start is kept. Left to people, with nothing returned, are: words all in
    capitals, a replacement after `a` that would need `an`, and taking out what begins a sentence
    or stands alone between two marks.
    """
    match = line[begin:end]
    if not replacement:
        return _take_out(match, line[:begin], line[end:])
    if not replacement.strip() or "\n" in replacement or match == replacement:
        return ()
    if match[:1].isupper() and replacement[:1].islower():
        if match.isupper() and len(match) > 1:
            return ()
        replacement = replacement[:1].upper() + replacement[1:]
    is_vowel, will_be = (text[:1].lower() in _VOWELS for text in (match, replacement))
    return () if _ARTICLE.search(line[:begin]) and is_vowel != will_be else (Words(replacement),)


def _take_out(match: str, before: str, behind: str) -> tuple[Words, ...]:
    """Return how words are taken out, with one of the two spaces that would be left."""
    words = match.strip()
    if words[:1].isupper() or (
        words[:1].isalnum() and _OPENING.search(before) and _CLOSING.match(behind)
    ):
        return ()
    if match[:1].isspace() and match[-1:].isspace():
        return (Words(" "),)
    if match[:1].isspace() or match[-1:].isspace():
        return (Words(""),)
    has_room = not before or before[-1].isspace()
    options = []
    if has_room and behind[:1].isspace():
        options.append(Words("", behind=1))
    if before[-1:].isspace() and not behind[:1].isalnum():
        options.append(Words("", before=1))
    return tuple(options) or (Words(""),)
