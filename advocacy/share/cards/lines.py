"""Pieces set in lines: as few as there can be, and these as even as can be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from advocacy.share.cards.pieces import AT_HYPHEN, Piece, break_word

Width = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Broken:
    """A text in lines.

    Attributes:
        is_whole: Whether no word had to be broken.
        is_good: Whether every line ends where readers would end it.
    """

    lines: tuple[str, ...]
    is_whole: bool
    is_good: bool


def wrap(pieces: Sequence[Piece], width: Width, room: float) -> Broken:
    """Set pieces in lines.

    Args:
        pieces: Of the text.
        width: Of a piece; that of a line is taken as the sum of its pieces'.
        room: The longest a line may be; a piece that alone is longer is broken.
    """
    whole = [piece for piece in pieces if piece.text]
    fitting = [
        part
        for piece in whole
        for part in ([piece] if width(piece.text) <= room else break_word(piece))
    ]
    ends = _best_ends(fitting, width, room)
    starts = [0, *ends][: len(ends)]
    lines = (_joined(fitting[start:end]) for start, end in zip(starts, ends, strict=True))
    is_whole = len(fitting) == len(whole)
    is_good = is_whole and all(fitting[end - 1].cost <= AT_HYPHEN for end in ends[:-1])
    return Broken(tuple(lines), is_whole, is_good)


def _joined(pieces: Sequence[Piece]) -> str:
    if not pieces:
        return ""
    inner = "".join(piece.text + piece.space for piece in pieces[:-1])
    return inner + pieces[-1].text + pieces[-1].hyphen


def _best_ends(pieces: Sequence[Piece], width: Width, room: float) -> list[int]:
    """Return after which pieces lines end: fewest lines, then least cost and unevenness."""
    widths = [width(piece.text) for piece in pieces]
    spaces = [width(piece.space) if piece.space else 0.0 for piece in pieces]
    hyphens = [width(piece.hyphen) if piece.hyphen else 0.0 for piece in pieces]
    # What is best for the pieces from a place on: lines, cost, where the first line ends.
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)] * (len(pieces) + 1)
    for start in range(len(pieces) - 1, -1, -1):
        options, filled = list[tuple[int, float, int]](), 0.0
        for end in range(start + 1, len(pieces) + 1):
            filled += widths[end - 1]
            if filled > room and options:
                break
            slack = max(0.0, room - filled - hyphens[end - 1]) / room
            is_last = end == len(pieces)
            cost = slack**2 + (0 if is_last else pieces[end - 1].cost)
            if filled + (0 if is_last else hyphens[end - 1]) <= room or end == start + 1:
                options.append((best[end][0] + 1, best[end][1] + cost, end))
            filled += spaces[end - 1]
        best[start] = min(options)
    ends, at = list[int](), 0
    while at < len(pieces):
        at = best[at][2]
        ends.append(at)
    return ends
