"""Where the cells of a table's row stand in the file, as GitHub's Markdown cuts them."""

from collections.abc import Iterator

from advocacy.markup.line_map import MARKERS, LineMap


def map_row(line: str, start: int) -> list[LineMap]:
    """Map each cell of a row; a `|` parts cells in code, too, but not behind a backslash.

    Args:
        line: The line of the file, with the marks of lists and quotes before it.
        start: The offset in the file at which it begins.
    """
    cells = list(_cells(line))
    if MARKERS.fullmatch(line[slice(*cells[0])]):
        cells = cells[1:]
    return [_map_cell(line, start, begin, end) for begin, end in cells]


def _cells(line: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for position, character in enumerate(line):
        if character == "|" and line[position - 1 : position] != "\\":
            yield begin, position
            begin = position + 1
    yield begin, len(line)


def _map_cell(line: str, start: int, begin: int, end: int) -> LineMap:
    marks = MARKERS.match(line[begin:end]) if begin == 0 else None
    begin += marks.end() if marks else 0
    begin += len(line[begin:end]) - len(line[begin:end].lstrip())
    indexes, offsets, length = [0], [start + begin], 0
    for position in range(begin, end):
        if line[position : position + 2] == "\\|":
            # The parser drops this backslash before it reads the cell.
            indexes.append(length)
            offsets.append(start + position + 1)
            continue
        length += 1
    return LineMap(tuple(indexes), tuple(offsets))
