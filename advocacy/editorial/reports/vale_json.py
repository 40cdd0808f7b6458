"""JSON in the shape that Vale's `--output=JSON` has, with some keys of our own."""

import json
from collections import defaultdict

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.report import Report


def make_json_report(report: Report) -> str:
    """Return an object from path to findings.

    `Span` is 1-based and inclusive, in code points of the line; `EndLine` and `EndColumn` tell
    where words end that are wrapped.
    """
    by_path = defaultdict(list)
    for finding in report.findings:
        by_path[finding.path].append(_entry(finding))
    return json.dumps(by_path, ensure_ascii=False, indent=2)


def _entry(finding: Finding) -> dict[str, object]:
    begin = max(1, finding.column)
    return {
        "Action": {
            "Name": finding.action.name,
            "Params": list(finding.action.params) or None,
        },
        "Span": [begin, begin + finding.span - 1],
        "Check": finding.check,
        "Description": finding.description,
        "Link": finding.link,
        "Message": finding.message,
        "Severity": finding.severity,
        "Match": finding.match,
        "Line": finding.line,
        "Column": finding.column,
        "EndLine": finding.end_line or finding.line,
        "EndColumn": finding.end_column or begin + finding.span,
        "Blocks": finding.blocks,
        "Principle": finding.principle,
        "Replacements": finding.replacements,
    }
