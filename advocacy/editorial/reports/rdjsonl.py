"""reviewdog's diagnostics, one a line.

reviewdog describes them at https://github.com/reviewdog/reviewdog/tree/master/proto/rdf; columns
are bytes of UTF-8.
"""

import json
from typing import Any

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.region import Region, is_literal, make_region, utf8_bytes
from advocacy.editorial.reports.report import ERROR, NOTE, WARNING, Report, level_of

SEVERITIES = {ERROR: "ERROR", WARNING: "WARNING", NOTE: "INFO"}


def make_rdjsonl_report(report: Report) -> str:
    """Return one diagnostic a line, with what could be written instead as suggestions."""
    entries = (_entry(finding, report) for finding in report.findings)
    return "\n".join(json.dumps(entry) for entry in entries)


def _entry(finding: Finding, report: Report) -> dict[str, Any]:
    region = make_region(finding, report, utf8_bytes)
    location: dict[str, Any] = {"path": report.file(finding.path)}
    if region:
        location["range"] = _range(region)
    code = {"value": finding.check}
    link = report.web_address(finding.link)
    entry: dict[str, Any] = {
        "message": finding.message,
        "location": location,
        "severity": SEVERITIES[level_of(finding)],
        "code": code | ({"url": link} if link else {}),
        "source": {"name": "advocacy"},
    }
    if region and finding.replacements and is_literal(finding, report):
        entry["suggestions"] = [
            {"range": _range(region), "text": text} for text in finding.replacements
        ]
    return entry


def _range(region: Region) -> dict[str, dict[str, int]]:
    if not region.column:
        return {"start": {"line": region.line}}
    return {
        "start": {"line": region.line, "column": region.column},
        "end": {"line": region.end_line, "column": region.end_column},
    }
