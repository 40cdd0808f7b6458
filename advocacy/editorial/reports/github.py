"""GitHub's workflow commands, which become annotations, and a summary of the job.

GitHub describes the commands at
https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions.
"""

from collections.abc import Iterator
from itertools import groupby

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.markdown_text import make_link, make_plain
from advocacy.editorial.reports.region import make_region
from advocacy.editorial.reports.report import ERROR, NOTE, WARNING, Report, level_of, worst_first
from advocacy.editorial.reports.totals import make_totals

COMMANDS = {ERROR: "error", WARNING: "warning", NOTE: "notice"}
# GitHub shows no more of one level for a step.
MOST_ANNOTATIONS = 10
# A summary may have a megabyte, and nobody reads as much.
MOST_ROWS = 300
SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"


def make_github_report(report: Report) -> str:
    """Return the worst findings as commands, at most ten a level, and a line of totals."""
    lines = []
    for _, findings in groupby(worst_first(report.findings), level_of):
        lines += [_command(each, report) for each in [*findings][:MOST_ANNOTATIONS]]
    return "\n".join([*lines, make_totals(report.findings)])


def make_job_summary(report: Report) -> str:
    """Return all findings as Markdown, the worst first, below a line of totals."""
    rows = [_row(each, report) for each in worst_first(report.findings)]
    return "\n".join([f"### {make_totals(report.findings)}\n", *_rows(rows)]) + "\n"


def _command(finding: Finding, report: Report) -> str:
    region = make_region(finding, report)
    place = {"file": report.file(finding.path)}
    if region:
        place |= {"line": str(region.line), "endLine": str(region.end_line)}
    if region and region.column and region.end_line == region.line:
        place |= {"col": str(region.column), "endColumn": str(region.end_column)}
    place["title"] = finding.check
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    link = report.web_address(finding.link)
    told = f"{finding.message} {link}".strip()
    return f"::{COMMANDS[level_of(finding)]} {properties}::{_value(told)}"


def _value(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _value(text).replace(":", "%3A").replace(",", "%2C")


def _rows(rows: list[str]) -> Iterator[str]:
    if not rows:
        return
    yield "| Where | What | Rule | |"
    yield "|---|---|---|---|"
    yield from rows[:MOST_ROWS]
    if len(rows) > MOST_ROWS:
        yield f"\nAnd {len(rows) - MOST_ROWS} more: `advocacy check` lists them."


def _row(finding: Finding, report: Report) -> str:
    place = f"{report.file(finding.path)}:{finding.line}:{finding.column}"
    address = report.web_address(finding.link)
    linked = make_link(finding.check, address)
    weight = f"**{finding.severity}, blocks**" if finding.blocks else finding.severity
    return f"| {make_plain(place)} | {make_plain(finding.message)} | {linked} | {weight} |"
