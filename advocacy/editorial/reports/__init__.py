"""What was found, for people and for each program that reads it: one file a format."""

from collections.abc import Callable, Mapping

from advocacy.editorial.reports.github import make_github_report
from advocacy.editorial.reports.gitlab import make_gitlab_report
from advocacy.editorial.reports.junit import make_junit_report
from advocacy.editorial.reports.rdjsonl import make_rdjsonl_report
from advocacy.editorial.reports.report import Report
from advocacy.editorial.reports.sarif import make_sarif_report
from advocacy.editorial.reports.text import make_text_report
from advocacy.editorial.reports.vale_json import make_json_report
from advocacy.editorial.reports.vale_line import make_line_report

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": make_text_report,
    "line": make_line_report,
    "json": make_json_report,
    "sarif": make_sarif_report,
    "github": make_github_report,
    "gitlab": make_gitlab_report,
    "junit": make_junit_report,
    "rdjsonl": make_rdjsonl_report,
}
