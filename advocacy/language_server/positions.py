"""Places as editors count them: from 0, and a line in UTF-16 units or as was agreed."""

from collections.abc import Callable, Sequence

from lsprotocol import types

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.region import make_region, utf8_bytes, utf16_units
from advocacy.editorial.reports.report import Report

Count = Callable[[str], int]
COUNTS: dict[str, Count] = {"utf-8": utf8_bytes, "utf-16": utf16_units, "utf-32": len}


def make_range(finding: Finding, report: Report, count: Count) -> types.Range:
    """Return where a finding stands; one of the whole file stands in its first line."""
    region = make_region(finding, report, count)
    if region and region.column:
        return types.Range(
            types.Position(region.line - 1, region.column - 1),
            types.Position(region.end_line - 1, region.end_column - 1),
        )
    line = region.line if region else 1
    width = count(report.line(finding.path, line))
    return types.Range(types.Position(line - 1, 0), types.Position(line - 1, width))


def make_position(text: str, offset: int, count: Count) -> types.Position:
    """Return the position of an offset in a text."""
    start = text.rfind("\n", 0, offset) + 1
    return types.Position(text.count("\n", 0, offset), count(text[start:offset]))


def touches(one: types.Range, other: types.Range) -> bool:
    """Say whether two ranges have a place in common, their ends included."""
    return _order(one.start, other.end) and _order(other.start, one.end)


def _order(one: types.Position, other: types.Position) -> bool:
    return (one.line, one.character) <= (other.line, other.character)


def first_touching(ranges: Sequence[types.Range], position: types.Position) -> int | None:
    """Return the index of the first range that a position is in; None where it is in none."""
    here = types.Range(position, position)
    return next((index for index, each in enumerate(ranges) if touches(each, here)), None)
