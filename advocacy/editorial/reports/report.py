"""What a report is made of: the findings, the texts they are in, and the guide behind them."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from advocacy.editorial.finding import Finding
from advocacy.severity import SEVERITIES

if TYPE_CHECKING:
    from advocacy.editorial.guide import Guide

Style = Callable[[str, str], str]
# What other programs call an error is what stops a build, and nothing else is.
ERROR, WARNING, NOTE = "error", "warning", "note"
LEVELS = (ERROR, WARNING, NOTE)


def as_it_is(text: str, _style: str) -> str:
    """Return a text without any colour."""
    return text


def no_lines(_path: str) -> tuple[str, ...]:
    """Return no lines: for findings whose files are not at hand."""
    return ()


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of one run.

    Attributes:
        findings: In the order in which they are shown.
        checked: The paths of all files that were checked.
        read_lines: Returns the lines of a file by its path, without their ends; none where it
            cannot be read.
        guide: The rules and principles, where there is a guide.
        home: The site's web address with a slash at its end, or empty.
        folder: The site's folder as seen from the repository, with a slash at its end, or empty.
        style: Colours a text by its severity, or by `quiet`; for a terminal.
        is_brief: Whether one line has to do for each finding.
    """

    findings: tuple[Finding, ...]
    checked: tuple[str, ...] = ()
    read_lines: Callable[[str], tuple[str, ...]] = no_lines
    guide: "Guide | None" = None
    home: str = ""
    folder: str = ""
    style: Style = as_it_is
    is_brief: bool = False

    def web_address(self, link: str) -> str:
        """Return a finding's link as it works outside of the site."""
        return urljoin(self.home, link) if link else ""

    def file(self, path: str) -> str:
        """Return a path as other programs need it: from the repository's folder."""
        return f"{self.folder}{path}"

    def file_address(self, path: str) -> str:
        """Return a path from the repository's folder as a relative web address."""
        # A name on disk may be no UTF-8.
        return quote(os.fsencode(self.file(path)))

    def line(self, path: str, number: int) -> str:
        """Return a line of a file, 1-based; empty where there is none."""
        lines = self.read_lines(path)
        return lines[number - 1] if 0 < number <= len(lines) else ""


def level_of(finding: Finding) -> str:
    """Return what other programs call a finding: a row of LEVELS."""
    if finding.blocks:
        return ERROR
    return NOTE if finding.severity == "suggestion" else WARNING


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings so that what matters most comes first, else in their order."""
    return sorted(findings, key=lambda each: (not each.blocks, -SEVERITIES.index(each.severity)))


def at_least(finding: Finding, severity: str) -> bool:
    """Say whether a finding is shown; what blocks always is."""
    return finding.blocks or SEVERITIES.index(finding.severity) >= SEVERITIES.index(severity)


def only(report: Report, severity: str) -> Report:
    """Return a report without what is less severe."""
    if severity == SEVERITIES[0]:
        return report
    kept = tuple(each for each in report.findings if at_least(each, severity))
    return replace(report, findings=kept)
