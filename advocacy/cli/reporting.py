"""How findings leave the program: on the standard output, and in GitHub's job summary."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from advocacy.cli.told import Told
from advocacy.editorial.guide import Guide
from advocacy.editorial.packs import read_packs
from advocacy.editorial.reports import FORMATS
from advocacy.editorial.reports.github import SUMMARY_VARIABLE, make_job_summary
from advocacy.editorial.reports.report import Report, only
from advocacy.errors import CommandError
from advocacy.site import SEVERITIES, Site

COLOURS = {"error": "red", "warning": "yellow", "suggestion": "blue"}
F = TypeVar("F", bound=Callable[..., Any])


def report_options(command: F) -> F:
    """Add what says how findings are told: --format, --min-level, --quiet."""
    options = (
        click.option(
            "--format",
            "form",
            type=click.Choice([*FORMATS], case_sensitive=False),
            default="text",
            show_default=True,
            help="For people, or for a program; see docs/checking.md.",
        ),
        click.option(
            "--min-level",
            "least",
            type=click.Choice(SEVERITIES, case_sensitive=False),
            default=SEVERITIES[0],
            help="Leave out what is less severe, unless it blocks.",
        ),
        click.option("-q", "--quiet", is_flag=True, help="One line a finding."),
    )
    for option in reversed(options):
        command = option(command)
    return command


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


def tell_packs(told: Told, site: Site, guide: Guide) -> None:
    """Say on the standard error what is left out of the site's packs."""
    for note in read_packs(site, guide.rules).notes:
        told.echo(note, err=True)


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
