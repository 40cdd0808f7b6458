"""What a build says when it is refused."""

from collections.abc import Iterable

from advocacy.editorial.blocking import exit_status
from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.report import Report
from advocacy.editorial.reports.text import make_text_report
from advocacy.errors import ContentError


class Refusal(ContentError):  # noqa: N818 - what happens to a build, and no mistake in it
    """Findings that stop a build; its text is the report of all of them, one line each.

    Attributes:
        findings: Every finding, those that do not block too.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        self.exit_status = exit_status(self.findings)
        super().__init__(make_text_report(Report(self.findings, is_brief=True)))
