"""How a replacement fits among its neighbours, or that it needs a person."""

import re
from dataclasses import dataclass

_ARTICLE = re.compile(r"(?:^|\W)(an?)\s+$", re.IGNORECASE)
# By its letters no word is sure that begins with `h`, `u`, `eu` or `one`, nor are initials.
_SURE = {
    "a": re.compile(r"[b-df-gj-np-tv-zB-DF-GJ-NP-TV-Z][a-z]"),
    "an": re.compile(r"(?![Ee][uw]|[Oo]nc?e)[aeioAEIO][a-z]"),
}
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
    capitals, a replacement after `a` that would need `an`, or whose sound is not sure, and taking
    out what begins a sentence or stands alone between two marks.
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
    follows = match[:1].isspace() or _agrees(line[:begin], replacement)
    return (Words(replacement),) if follows else ()


def _agrees(before: str, behind: str) -> bool:
    """Say whether an article that stands right before is the one of what follows."""
    article = _ARTICLE.search(before)
    return not article or bool(_SURE[article[1].lower()].match(behind))


def _take_out(match: str, before: str, behind: str) -> tuple[Words, ...]:
    """Return how words are taken out, with one of the two spaces that would be left."""
    words = match.strip()
    if words[:1].isupper() or (
        words[:1].isalnum() and _OPENING.search(before) and _CLOSING.match(behind)
    ):
        return ()
    lead = len(match) - len(match.lstrip())
    if not _agrees(before + match[:lead], f"{match[lead + len(words) :]}{behind}".lstrip()):
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
