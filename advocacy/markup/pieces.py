"""Text as a reader sees it, made of pieces that remember where in the file they stand."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from sys import maxsize
from typing import NamedTuple, TypeAlias

# A text, with the offsets in the file between which what it stands for is written.
Part: TypeAlias = tuple[str, int, int]

# Spaces of every width, and those at which no line may break.
_WIDTHS = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
_UNSEEN += "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
# These make one sign of several emoji; behind a letter they do nothing.
_JOINERS = "\u200d\ufe00-\ufe0f\U000e0000-\U000e0fff"
_WIDTH = re.compile(f"[{_WIDTHS}]")
_SPACE = re.compile(rf"[\t\n\r{_WIDTHS}]")
_INVISIBLE = re.compile(f"(?<=\\w)[{_UNSEEN}{_JOINERS}]+|[{_UNSEEN}]+")
# Browsers show a row of spaces as one.
_GAP = re.compile(f"(?<= )[ {_UNSEEN}]+|{_INVISIBLE.pattern}")
# Most texts have none of these, and are looked through once.
_ODD = re.compile(rf"  |[\t\n\r{_WIDTHS}{_UNSEEN}{_JOINERS}]")


class Piece(NamedTuple):
    """A run of text and the part of the file that it comes from.

    Attributes:
        at: Where the piece begins in the text.
        length: How many code points of text it has.
        start: Where it begins in the file.
        end: Where it ends in the file; a piece of which `end - start` is not `length`, such as
            an entity, stands for the whole of its part.
    """

    at: int
    length: int
    start: int
    end: int

    def first(self, index: int) -> int:
        """Return where in the file the text's character `index` begins."""
        return self.start + index - self.at if self.is_exact else self.start

    def last(self, index: int) -> int:
        """Return where in the file the text's character `index` ends."""
        return self.start + index - self.at + 1 if self.is_exact else self.end

    @property
    def is_exact(self) -> bool:
        """Whether each character of text is one character of the file."""
        return self.end - self.start == self.length


_new_piece: Callable[[type[Piece], tuple[int, int, int, int]], Piece] = tuple.__new__


class TracedText(NamedTuple):
    """A text whose every character leads back to the file."""

    text: str
    pieces: tuple[Piece, ...]

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Return the file's offsets of `text[begin:end]`; an empty match is where it begins."""
        if not self.pieces:
            return 0, 0
        start = self._piece(begin).first(begin)
        return start, max(start, self._piece(end - 1).last(end - 1)) if end > begin else start

    def parts(self, begin: int, end: int, number: int | None = None) -> list[Part]:
        """Cut `text[begin:end]` into parts, each a text with its start and end in the file.

        Args:
            begin: Where they begin in the text.
            end: Where they end.
            number: The piece in which they begin, where it is known.
        """
        text, pieces = self
        parts: list[Part] = []
        for index in range(self._number(begin) if number is None else number, len(pieces)):
            at, length, start, stop = pieces[index]
            if at >= end:
                break
            # Every text of every file comes by here: comparing is faster than `max` and `min`.
            first = at if at > begin else begin  # noqa: FURB136
            last = at + length if at + length < end else end  # noqa: FURB136
            if first < last:
                if stop - start == length:
                    start, stop = start + first - at, start + last - at
                parts.append((text[first:last], start, stop))
        return parts

    def cut(self, begin: int, end: int) -> "TracedText":
        """Return `text[begin:end]`, which leads back as before."""
        if begin == 0 and end == len(self.text):
            return self
        return join_exact(self.parts(begin, end))

    def moved(self, by: int) -> "TracedText":
        """Return the text as it leads back to a file in which all stands so much later."""
        if not by:
            return self
        pieces = ((at, length, start + by, end + by) for at, length, start, end in self.pieces)
        return TracedText(self.text, tuple(_new_piece(Piece, each) for each in pieces))

    def _piece(self, index: int) -> Piece:
        return self.pieces[self._number(index)]

    def _number(self, index: int) -> int:
        """Return which piece has a character; the first one where there is none."""
        return max(0, bisect_right(self.pieces, (index, maxsize)) - 1)


def join_pieces(parts: Iterable[Part]) -> TracedText:
    """Make a traced text from parts, each a text with its start and end in the file.

    A reader sees no difference between white space of any kind and length, and nothing of soft
    hyphens and the like: these are one space, and nothing, in the text.
    """
    return _join(parts, _SPACE, _GAP)


def join_written(parts: Iterable[Part]) -> TracedText:
    """Make a traced text like `join_pieces`, but with its lines and the length of each space."""
    return _join(parts, _WIDTH, _INVISIBLE)


def plain_text(text: str) -> str:
    """Return a text as `join_written` makes it."""
    return _WIDTH.sub(" ", _INVISIBLE.sub("", text))


def _join(parts: Iterable[Part], space: re.Pattern[str], gap: re.Pattern[str]) -> TracedText:
    whole = [part for part in parts if part[0]]
    text = "".join(part[0] for part in whole)
    if not _ODD.search(text):
        return join_exact(whole)
    if space.search(text):
        text = space.sub(" ", text)
        whole = [(space.sub(" ", part), start, end) for part, start, end in whole]
    gaps = [found.span() for found in gap.finditer(text)]
    return join_exact(_without(whole, gaps) if gaps else whole)


def join_exact(parts: Iterable[Part]) -> TracedText:
    """Make a traced text from parts, each as it is."""
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for text, start, end in parts:
        length = len(text)
        texts.append(text)
        # Every text of every file comes by here; this is what `Piece(...)` does, in less time.
        pieces.append(_new_piece(Piece, (at, length, start, end)))
        at += length
    return TracedText("".join(texts), tuple(pieces))


def _without(parts: list[Part], gaps: list[tuple[int, int]]) -> Iterator[Part]:
    """Leave out ranges of the whole text, in their order."""
    at = gap = 0
    for text, start, end in parts:
        kept, behind = 0, at + len(text)
        while gap < len(gaps) and gaps[gap][0] < behind:
            first, last = gaps[gap]
            yield from _cut(text, start, end, kept, max(0, first - at))
            kept = min(len(text), last - at)
            if last > behind:
                break
            gap += 1
        yield from _cut(text, start, end, kept, len(text))
        at = behind


def _cut(text: str, start: int, end: int, first: int, last: int) -> Iterator[Part]:
    if first >= last:
        return
    if end - start == len(text):
        start, end = start + first, start + last
    yield text[first:last], start, end


def trace_plain(text: str, start: int) -> TracedText:
    """Return a text that stands in the file as it is, from `start` on."""
    return join_pieces([(text, start, start + len(text))])


def trace_exact(text: str, start: int = 0) -> TracedText:
    """Return a text that stands in the file as it is, and stays as it is."""
    length = len(text)
    return TracedText(text, (_new_piece(Piece, (0, length, start, start + length)),))
