"""What stands between an opening and its closing, found in steps that grow with the text alone."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from sys import maxsize

Closing = Callable[[re.Match[str]], re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A stretch of a text.

    Attributes:
        opening: What begins it.
        inner: What stands between its opening and its closing.
        end: The offset behind its closing.
    """

    opening: re.Match[str]
    inner: str
    end: int


class Closings:
    """Finds what closes something, and looks only once for what is not there."""

    def __init__(self, text: str, end: int = maxsize) -> None:
        self._text = text
        self._end = end
        # What is not there behind one opening is not there behind a later one.
        self._vain: set[re.Pattern[str]] = set()

    def find(self, closing: re.Pattern[str], at: int) -> re.Match[str] | None:
        """Return the first closing from an offset on, which no later call may come before."""
        if closing in self._vain:
            return None
        found = closing.search(self._text, at, self._end)
        if not found:
            self._vain.add(closing)
        return found


def find_enclosed(text: str, opening: re.Pattern[str], closing: Closing) -> Iterator[Enclosed]:
    """Yield what a regex of the form `opening.*?closing` would find.

    Args:
        text: Where it is looked for.
        opening: What begins a stretch.
        closing: Returns for each opening what ends it.
    """
    closings, at = Closings(text), 0
    while opened := opening.search(text, at):
        closed = closings.find(closing(opened), opened.end())
        if closed:
            yield Enclosed(opened, text[opened.end() : closed.start()], closed.end())
        at = closed.end() if closed else opened.start() + 1


def replace_enclosed(
    text: str,
    found: Iterable[Enclosed],
    replace: Callable[[Enclosed], str],
    between: Callable[[str], str] = str,
) -> str:
    """Return a text in which some stretches, and what is between them, are replaced."""
    pieces, at = [], 0
    for each in found:
        pieces += [between(text[at : each.opening.start()]), replace(each)]
        at = each.end
    return "".join([*pieces, between(text[at:])])
