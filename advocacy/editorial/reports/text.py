"""For people: each finding with its line, its reason and its cure."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.excerpt import make_excerpt
from advocacy.editorial.reports.reason import make_reason
from advocacy.editorial.reports.report import Report
from advocacy.editorial.reports.totals import make_totals
from advocacy.editorial.reports.visible import make_visible

# What one rule says of one file is shown so often; how often more is told.
MOST_ALIKE = 3
# A run that finds more than this ends with which rules found it.
WORTH_A_TABLE = 20
ROWS = 8


def make_text_report(report: Report) -> str:
    """Return the findings by file, and a line of totals.

    Each has one line that editors and terminals can open, the text with carets, and, once in a
    report, the reason. What blocks is always shown; advice that says the same again is counted.
    """
    told: set[str] = set()
    lines: list[str] = []
    for findings in _by_file(report).values():
        shown, alike = _sift(findings, report)
        for finding in shown:
            lines += _entry(finding, report, told)
        lines += (_more(rest) for rest in alike)
    totals = make_totals(report.findings)
    return "\n".join([*lines, *_table(report), totals])


def make_line(finding: Finding, report: Report) -> str:
    """Return a finding as one line."""
    place = [finding.path, *(str(number) for number in (finding.line, finding.column) if number)]
    link = f" ({finding.link})" if finding.link else ""
    weight = report.style(finding.severity, finding.severity) + ", blocks" * finding.blocks
    return make_visible(f"{':'.join(place)}: {finding.check} {finding.message}{link}") + (
        f" [{weight}]"
    )


def _by_file(report: Report) -> dict[str, list[Finding]]:
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_file[finding.path].append(finding)
    return by_file


def _sift(findings: list[Finding], report: Report) -> tuple[list[Finding], list[list[Finding]]]:
    """Return what is shown of a file's findings, and by rule what is only counted."""
    seen: Counter[str] = Counter()
    shown: list[Finding] = []
    alike: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        seen[finding.check] += not finding.blocks
        is_more = not finding.blocks and seen[finding.check] > MOST_ALIKE
        (alike[finding.check] if is_more and not report.is_brief else shown).append(finding)
    return shown, [*alike.values()]


def _entry(finding: Finding, report: Report, told: set[str]) -> Iterator[str]:
    yield make_line(finding, report)
    if report.is_brief:
        return
    rows = make_excerpt(finding, report)
    yield from rows
    reason = make_reason(finding, report.guide)
    if reason and finding.principle not in told:
        told.add(finding.principle)
        gutter = rows[-1].index("|") if rows else 4
        yield f"{'':>{gutter}}= {report.style(make_visible(str(reason)), 'quiet')}"
    yield ""


def _more(findings: list[Finding]) -> str:
    first = findings[0]
    places = ", ".join(f"{each.line}:{each.column}" for each in findings[:ROWS])
    rest = ", …" if len(findings) > ROWS else ""
    return f"{first.path}: {len(findings)} more of {first.check}, at {places}{rest}\n"


def _table(report: Report) -> Iterator[str]:
    """Yield which rules found most, where there is much."""
    if report.is_brief or len(report.findings) <= WORTH_A_TABLE:
        return
    found = Counter(finding.check for finding in report.findings)
    for check, count in found.most_common(ROWS):
        files = len({each.path for each in report.findings if each.check == check})
        yield f"{count:>6}  {check} in {files} {'file' if files == 1 else 'files'}"
