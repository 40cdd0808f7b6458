"""A file searched as it is written and as it is read: in code, addresses and front matter too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from advocacy.editorial.manuscript import Manuscript
from advocacy.markup.html_grammar import cut_entities
from advocacy.markup.pieces import TracedText, join_written

_ADDRESS = re.compile(r"(?:https?:|www\.|/)(?:[^\s<>\"'()\[\]]|\([^\s<>()]*\))*|tag:[^\s\"']+")


@dataclass(frozen=True, slots=True)
class Seen:
    """Something in a file.

    Attributes:
        match: What was found.
        start: Its offset in the file.
        end: The offset behind it.
    """

    match: re.Match[str]
    start: int
    end: int


def find_everywhere(
    pattern: re.Pattern[str], manuscript: Manuscript, *, in_addresses: bool = False
) -> Iterator[Seen]:
    """Yield what a pattern finds in a file as it is written, then what only a reader would see.

    The second is what is wrapped or has marks in it. The rules of the guide are not read.

    Args:
        pattern: What to look for.
        manuscript: The file.
        in_addresses: Whether web addresses are read too; their numbers mean something else.
    """
    whole = read_everywhere(manuscript)
    text = whole.text if in_addresses else _without_addresses(whole.text)
    written = [Seen(match, *whole.span(*match.span())) for match in pattern.finditer(text)]
    yield from written
    covered = {offset for each in written for offset in range(each.start, each.end)}
    for unit in manuscript.units["text"]:
        for match in pattern.finditer(unit.text):
            start, end = unit.span(*match.span())
            if covered.isdisjoint(range(start, end)):
                yield Seen(match, start, end)


def read_everywhere(manuscript: Manuscript) -> TracedText:
    """Return a file as it is written, blank where the guide's rules stand.

    Character references are what they stand for: `ana&#64;example.org` is an address.
    """
    text = manuscript.source.text
    for fence in manuscript.body.fences if manuscript.is_guide else ():
        text = text[: fence.start] + _blank(text[fence.start : fence.end]) + text[fence.end :]
    return _trace(text)


# One check after the other asks for the same file.
@lru_cache(maxsize=1)
def _trace(text: str) -> TracedText:
    parts = cut_entities(text) if "&" in text else [(text, 0, len(text))]
    return join_written((said, start, start + length) for said, start, length in parts)


@lru_cache(maxsize=1)
def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(lambda match: _blank(match[0]), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
