"""Where the text that a Markdown parser cut out of a block stands in the file."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from advocacy.markup.pieces import Part

MARKERS = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)]|:|\[\^[^\]]+\]:)\s+)*")


@dataclass(frozen=True, slots=True)
class LineMap:
    """Leads from an index in a block's content to an offset in the file.

    Attributes:
        indexes: Where each run of unchanged characters begins in the content.
        offsets: Where the same run begins in the file.
    """

    indexes: tuple[int, ...]
    offsets: tuple[int, ...]

    def offset(self, index: int) -> int:
        """Return the offset in the file of a content's character."""
        run = max(0, bisect_right(self.indexes, index) - 1)
        return self.offsets[run] + index - self.indexes[run]

    def part(self, text: str, at: int, length: int) -> Part:
        """Return a text with the place in the file of what it stands for in the content."""
        start = self.offset(at)
        return text, start, self.offset(at + length - 1) + 1 if length else start

    def runs(self, begin: int, end: int) -> list[tuple[int, int]]:
        """Cut a range of the content where the file has more than the content."""
        runs = []
        for cut in self.indexes[bisect_right(self.indexes, begin) :]:
            if cut >= end:
                break
            runs.append((begin, cut))
            begin = cut
        return [*runs, (begin, end)]


def map_lines(content: str, lines: list[str], starts: list[int], first: int) -> LineMap | None:
    """Map a content of one or more lines, each of which ends a line of the file.

    Args:
        content: What the parser cut out: without quote marks, list marks and indent.
        lines: The file's lines.
        starts: The offset of each line in the file.
        first: Which line the content begins in.

    Returns:
        The map, or None where the content does not stand in the file, as with the title that a
        parser gives to an admonition without one.
    """
    indexes, offsets, at = [], [], 0
    for number, part in enumerate(content.split("\n"), first):
        column = _column(part, lines[number]) if number < len(lines) else None
        if column is None:
            return None
        indexes.append(at)
        offsets.append(starts[number] + column)
        at += len(part) + 1
    return LineMap(tuple(indexes), tuple(offsets))


def _column(part: str, line: str) -> int | None:
    """Find where a part of a line begins; what stands before it is marks and indent.

    The search runs from the end, because a parser removes from the beginning and may turn a tab
    there into spaces; behind the part only the `##` or the quote of a title may stand.
    """
    found = line.rfind(part.strip())
    return found - (len(part) - len(part.lstrip())) if found >= 0 else None
