"""Where the cells of a table's row stand in the file, as GitHub's Markdown cuts them."""

from collections.abc import Iterator

from advocacy.markup.line_map import LineMap
from advocacy.markup.table_row import cut_row


def map_row(line: str, start: int) -> list[LineMap]:
    """Map each cell of a row; a `|` parts cells in code, too, but not behind a backslash.

    Args:
        line: The line of the file, with the marks of lists and quotes before it.
        start: The offset in the file at which it begins.
    """
    return [cell.lines for cell in cut_row(line, start, _find_cells)]


def _find_cells(line: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for position, character in enumerate(line):
        if character == "|" and line[position - 1 : position] != "\\":
            yield begin, position
            begin = position + 1
    yield begin, len(line)
