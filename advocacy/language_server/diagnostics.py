"""Findings as an editor underlines them, and what it shows beside them."""

from lsprotocol import types

from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.card import prose_of
from advocacy.editorial.reports.report import ERROR, NOTE, WARNING, Report, level_of
from advocacy.errors import Problem
from advocacy.language_server.positions import Count, make_range

SOURCE = "advocacy"
SEVERITIES = {
    ERROR: types.DiagnosticSeverity.Error,
    WARNING: types.DiagnosticSeverity.Warning,
    NOTE: types.DiagnosticSeverity.Information,
}


def make_diagnostic(finding: Finding, report: Report, count: Count) -> types.Diagnostic:
    """Return a finding as a diagnostic; what blocks is an error, and nothing else is."""
    link = report.web_address(finding.link)
    return types.Diagnostic(
        range=make_range(finding, report, count),
        message=finding.message,
        severity=SEVERITIES[level_of(finding)],
        code=finding.check,
        code_description=types.CodeDescription(link) if link else None,
        source=SOURCE,
    )


def make_problem_diagnostic(problem: Problem) -> types.Diagnostic:
    """Return a mistake in the settings or the guide as a diagnostic of its line."""
    line, column = max(0, problem.line - 1), max(0, problem.column - 1)
    end = types.Position(line, column + problem.span) if problem.column else (
        types.Position(line + 1, 0)
    )  # fmt: skip
    return types.Diagnostic(
        range=types.Range(types.Position(line, column), end),
        message=problem.message,
        severity=types.DiagnosticSeverity.Error,
        code=problem.code or None,
        source=SOURCE,
    )


def make_hover(finding: Finding, report: Report) -> str:
    """Return as Markdown what was found, and what the guide says of it."""
    parts = [f"{finding.message} `{finding.check}`"]
    if finding.description:
        parts.append(finding.description)
    if report.guide:
        parts += prose_of(finding.principle, report.guide)
    link = report.web_address(finding.link)
    return "\n\n".join([*parts, *([f"[Our values]({link})"] if link else [])])
