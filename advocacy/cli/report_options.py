"""The options that say how findings are told: --format, --min-level, --quiet."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from advocacy.severity import SEVERITIES

# The names of the formats, which are imported when one is made.
FORMS = ("text", "line", "json", "sarif", "github", "gitlab", "junit", "rdjsonl")
F = TypeVar("F", bound=Callable[..., Any])


def report_options(command: F) -> F:
    """Add what says how findings are told: --format, --min-level, --quiet."""
    options = (
        click.option(
            "--format",
            "form",
            type=click.Choice(FORMS, case_sensitive=False),
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
