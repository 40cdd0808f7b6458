"""GitLab's code quality report.

GitLab describes it at https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

import json
from typing import Any

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.fingerprints import make_fingerprints
from advocacy.editorial.reports.report import Report

SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}
BLOCKER = "blocker"


def make_gitlab_report(report: Report) -> str:
    """Return a list of violations; what blocks is a blocker."""
    entries = [
        _entry(finding, fingerprint, report)
        for finding, fingerprint in zip(report.findings, make_fingerprints(report), strict=True)
    ]
    return json.dumps(entries, indent=2)


def _entry(finding: Finding, fingerprint: str, report: Report) -> dict[str, Any]:
    begin = max(1, finding.line)
    return {
        "description": finding.message,
        "check_name": finding.check,
        "fingerprint": fingerprint,
        "severity": BLOCKER if finding.blocks else SEVERITIES[finding.severity],
        "location": {
            "path": report.file(finding.path),
            "lines": {"begin": begin, "end": max(begin, finding.end_line)},
        },
    }
