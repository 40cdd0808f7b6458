"""The line in which something was found, with a mark below what is meant."""

from collections.abc import Iterator

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.report import Report
from advocacy.editorial.reports.visible import Cluster, make_visible, split_clusters
from advocacy.editorial.secret_shapes import SECRET, cover, cover_secrets

WIDTH = 88
# So much of a line is shown before what is meant, where the line is long.
BEFORE = 24
# Words that are wrapped over more lines than this are shown as far as here.
MOST_LINES = 3
CUT = "…"
# What these find is shown by its ends alone.
PRIVATE = frozenset({SECRET, "Privacy.Card", "Privacy.Iban", "Privacy.NationalId"})


def make_excerpt(finding: Finding, report: Report) -> tuple[str, ...]:
    """Return the lines of text that a finding is about, each with its carets below it.

    Columns are counted as a terminal counts them: a tab, a Chinese character and an accent of its
    own take what they take there. What could be written instead stands behind the last caret.
    """
    if not finding.line or not finding.column:
        return ()
    last = max(finding.line, finding.end_line)
    numbers = range(finding.line, min(last, finding.line + MOST_LINES - 1) + 1)
    gutter = len(str(numbers[-1])) + 2
    rows: list[str] = []
    for number in numbers:
        line = report.line(finding.path, number)
        begin, end = _part(finding, number, line)
        shown, lead, carets = _cut(
            [*split_clusters(cover_secrets(cover_found(finding, line)))], begin, end
        )
        hint = _hint(finding) if number == numbers[-1] else ""
        marks = report.style("^" * carets, finding.severity)
        rows.append(f"{number:>{gutter}} | {shown}".rstrip())
        rows.append(f"{'':>{gutter}} | {' ' * lead}{marks}{hint}")
    return tuple(rows)


def cover_found(finding: Finding, line: str) -> str:
    """Return the line of a finding without what is private in it, of the same length."""
    if finding.check not in PRIVATE:
        return line
    first = finding.column - 1
    return cover(line, first, min(len(line), first + finding.span))


def _part(finding: Finding, number: int, line: str) -> tuple[int, int]:
    """Return which part of a line is meant."""
    is_first, is_last = number == finding.line, number >= finding.end_line
    indent = len(line) - len(line.lstrip())
    begin = finding.column - 1 if is_first else indent
    behind = finding.end_column - 1 if finding.end_column else finding.column - 1 + finding.span
    return begin, behind if is_last else len(line)


def _cut(clusters: list[Cluster], begin: int, end: int) -> tuple[str, int, int]:
    """Return what is shown of a line, the width before what is meant, and the width of that."""
    before = [each for each in clusters if each.at + each.length <= begin]
    meant = [each for each in clusters if begin < each.at + each.length and each.at < end]
    behind = clusters[len(before) + len(meant) :]
    width = sum(each.width for each in clusters)
    if width > WIDTH:
        carets = sum(each.width for each in meant)
        before = [*_from_end(before, max(BEFORE, WIDTH - carets - _sum(behind) - 3))]
        is_cut = _sum(before) + carets > WIDTH - 2
        meant = [*_from_start(meant, WIDTH - _sum(before) - 2)]
        room = WIDTH - _sum(before) - _sum(meant) - 1
        behind = [] if is_cut else [*_from_start(behind, room)]
    shown = "".join(each.shown for each in (*before, *meant, *behind))
    return shown, _sum(before), max(1, _sum(meant))


def _from_end(clusters: list[Cluster], width: int) -> Iterator[Cluster]:
    kept = [*_from_start(clusters[::-1], width)][::-1]
    return iter(kept)


def _from_start(clusters: list[Cluster], width: int) -> Iterator[Cluster]:
    """Yield clusters as far as they fit; the mark of a cut takes one column more."""
    taken = 0
    for cluster in clusters:
        taken += cluster.width
        if taken > width:
            yield Cluster(cluster.at, 0, CUT, 1)
            return
        yield cluster


def _sum(clusters: list[Cluster]) -> int:
    return sum(each.width for each in clusters)


def _hint(finding: Finding) -> str:
    if not finding.replacements:
        return ""
    told = (make_visible(each) or "take it out" for each in finding.replacements[:3])
    return " " + " / ".join(told)
