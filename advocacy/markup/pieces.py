"""Text as a reader sees it, made of pieces that remember where in the file they stand."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Piece:
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


@dataclass(frozen=True, slots=True)
class TracedText:
    """A text whose every character leads back to the file."""

    text: str
    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(piece.at for piece in self.pieces))

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Return the file's offsets of `text[begin:end]`; an empty match is where it begins."""
        if not self.pieces:
            return 0, 0
        start = self._piece(begin).first(begin)
        return start, max(start, self._piece(end - 1).last(end - 1)) if end > begin else start

    def _piece(self, index: int) -> Piece:
        return self.pieces[max(0, bisect_right(self._starts, index) - 1)]


def join_pieces(parts: Iterable[tuple[str, int, int]]) -> TracedText:
    """Make a traced text from parts, each a text with its start and end in the file."""
    texts, pieces, at = [], [], 0
    for text, start, end in parts:
        if text:
            texts.append(text)
            pieces.append(Piece(at, len(text), start, end))
            at += len(text)
    return TracedText("".join(texts), tuple(pieces))


def trace_plain(text: str, start: int) -> TracedText:
    """Return a text that stands in the file as it is, from `start` on."""
    return join_pieces([(text, start, start + len(text))])
