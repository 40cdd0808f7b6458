"""One line a finding, as Vale's `--output=line` has it."""

from advocacy.editorial.reports.report import Report
from advocacy.editorial.reports.visible import make_visible


def make_line_report(report: Report) -> str:
    """Return `path:line:column:check:message` for each finding."""
    return "\n".join(
        f"{each.path}:{each.line}:{each.column}:{each.check}:{make_visible(each.message)}"
        for each in report.findings
    )
