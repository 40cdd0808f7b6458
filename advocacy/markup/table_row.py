"""Where the cells of a table's row stand in the file."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from advocacy.markup.line_map import MARKERS, LineMap

# As the renderer cuts a row: a `|` in code, or behind a backslash, parts no cells.
_STEP = re.compile(r"\\[\\`|]|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|`+|(?P<pipe>\|)")


class Cell(NamedTuple):
    """A cell's content, as an inline parser reads it, and its places."""

    content: str
    lines: LineMap


def find_cells(line: str) -> Iterator[tuple[int, int]]:
    """Yield where each cell of a row begins and ends, as the renderer cuts it."""
    begin = 0
    for step in _STEP.finditer(line):
        if step["pipe"]:
            yield begin, step.start()
            begin = step.end()
    yield begin, len(line)


def cut_row(
    line: str,
    start: int,
    cells_of: Callable[[str], Iterator[tuple[int, int]]] = find_cells,
) -> list[Cell]:
    """Cut a row into its cells.

    Args:
        line: The line of the file, with the marks of lists and quotes before it.
        start: The offset in the file at which it begins.
        cells_of: Tells where the cells of a line are.
    """
    cells = list(cells_of(line))
    if MARKERS.fullmatch(line[slice(*cells[0])]):
        cells = cells[1:]
    return [_cell(line, start, begin, end) for begin, end in cells]


def _cell(line: str, start: int, begin: int, end: int) -> Cell:
    marks = MARKERS.match(line[begin:end]) if begin == 0 else None
    begin += marks.end() if marks else 0
    begin += len(line[begin:end]) - len(line[begin:end].lstrip())
    indexes, offsets, content = [0], [start + begin], ""
    for position in range(begin, end):
        if line[position : position + 2] == "\\|":
            # The inline parser would show this backslash.
            indexes.append(len(content))
            offsets.append(start + position + 1)
            continue
        content += line[position]
    return Cell(content.rstrip(), LineMap(tuple(indexes), tuple(offsets)))
