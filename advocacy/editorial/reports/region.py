"""Where a finding stands, counted as another program counts."""

from collections.abc import Callable
from dataclasses import dataclass

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.report import Report

Count = Callable[[str], int]


def utf16_units(text: str) -> int:
    """Count a text as JavaScript and language servers do."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_bytes(text: str) -> int:
    """Count a text as it lies on disk."""
    return len(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a file.

    Attributes:
        line: 1-based.
        column: 1-based; 0 where whole lines are meant.
        end_line: The line in which it ends.
        end_column: Behind its last character; 0 where whole lines are meant.
    """

    line: int
    column: int
    end_line: int
    end_column: int


def make_region(finding: Finding, report: Report, count: Count = len) -> Region | None:
    """Return where a finding stands; None where it means the whole file.

    Args:
        finding: With its columns in code points.
        report: Has the text.
        count: Counts the part of a line before a column.
    """
    if not finding.line:
        return None
    if not finding.column:
        return Region(finding.line, 0, finding.line, 0)
    end_line = finding.end_line or finding.line
    end_column = finding.end_column or finding.column + finding.span

    def column(line: int, number: int) -> int:
        text = report.line(finding.path, line)
        beyond = max(0, number - 1 - len(text))
        return count(text[: number - 1]) + beyond + 1

    return Region(
        finding.line, column(finding.line, finding.column), end_line, column(end_line, end_column)
    )


def is_literal(finding: Finding, report: Report) -> bool:
    """Say whether the file has, where a finding stands, the very words that a reader sees."""
    if not finding.column or not finding.match or finding.end_line > finding.line:
        return False
    begin = finding.column - 1
    line = report.line(finding.path, finding.line)
    return line[begin : begin + finding.span] == finding.match
