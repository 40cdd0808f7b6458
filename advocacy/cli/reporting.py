"""How findings leave the program: on the standard output, and in GitHub's job summary."""

import os
from dataclasses import replace
from pathlib import Path

import click

from advocacy.cli.told import Told
from advocacy.editorial.reports import FORMATS
from advocacy.editorial.reports.github import SUMMARY_VARIABLE, make_job_summary
from advocacy.editorial.reports.report import Report, only
from advocacy.errors import CommandError

COLOURS = {"error": "red", "warning": "yellow", "suggestion": "blue"}


def show_report(told: Told, report: Report, form: str, least: str, *, is_brief: bool) -> None:
    """Print a report; for GitHub, add it to the job's summary as well.

    Raises:
        CommandError: The summary cannot be written.
    """
    report = replace(only(report, least), style=_style, is_brief=is_brief)
    text = FORMATS[form](report)
    if text:
        told.echo(text)
    if form == "github" and os.environ.get(SUMMARY_VARIABLE):
        _add_summary(Path(os.environ[SUMMARY_VARIABLE]), report)


def _style(text: str, severity: str) -> str:
    """Colour a text; click leaves the colour out where the output is no terminal."""
    if severity not in COLOURS:
        return click.style(text, dim=True)
    return click.style(text, fg=COLOURS[severity], bold=severity == "error")


def _add_summary(file: Path, report: Report) -> None:
    try:
        with file.open("a", encoding="utf-8") as summary:
            summary.write(make_job_summary(report))
    except OSError as error:
        cure = f"Unset {SUMMARY_VARIABLE}, or name a file that can be written."
        raise CommandError(f"{file}: cannot be written: {error.strerror}. {cure}") from None
