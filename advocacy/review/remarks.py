"""Findings, each with the principle behind it."""

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.reason import make_reason
from advocacy.editorial.reports.report import Report as Told
from advocacy.editorial.reports.report import worst_first
from advocacy.review.report import Remark


def make_remarks(told: Told) -> tuple[Remark, ...]:
    """Return what was found, what matters most first."""
    return tuple(_make_remark(each, told) for each in worst_first(told.findings))


def _make_remark(finding: Finding, told: Told) -> Remark:
    reason = make_reason(finding, told.guide)
    link = told.web_address(finding.link)
    if reason is None:
        return Remark(finding, link=link)
    return Remark(finding, reason.title, reason.sentence, link)
