"""`advocacy check --config .vale.ini`: check by Vale's own configuration, without a site."""

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from advocacy.cli.typed import read_typed
from advocacy.errors import CommandError
from advocacy.severity import SEVERITIES

_NAMES = ("config", "ignore_syntax", "glob", "ext", "no_exit", "least_alert", "output")
# What is said of a site, and so has no meaning without one.
_OF_A_SITE = {
    *("root", "today", "fixes", "diffs", "since", "changed"),
    *("baseline", "no_baseline", "update_baseline", "force"),
}
_EITHER = (
    ("form", "output"),
    ("least", "least_alert"),
    ("paths", "reads_stdin"),
    ("paths", "stdin_path"),
)
_TEXT = ".txt"
F = TypeVar("F", bound=Callable[..., Any])
FORMS = ("line", "JSON", "CLI")
# What Vale offers besides is so here anyway.
ALWAYS = ("--sort", "--normalize", "--relative", "--no-global", "--no-wrap", "--no-color")
OPTIONS = (
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        help="Check by this .vale.ini alone, as Vale does; no site is needed.",
    ),
    click.option(
        "--ignore-syntax", is_flag=True, help="With --config, read every file as plain lines."
    ),
    click.option("--glob", help="With --config, check only these files, such as `*.{md,txt}`."),
    click.option(
        "--ext", default=_TEXT, help="With --config, the kind of text on standard input: `.md`."
    ),
    click.option("--no-exit", is_flag=True, help="With --config, end with 0 whatever is found."),
    click.option("--minAlertLevel", "least_alert", type=click.Choice(SEVERITIES), hidden=True),
    click.option("--output", type=click.Choice(FORMS), hidden=True),
    *(click.option(name, is_flag=True, expose_value=False, hidden=True) for name in ALWAYS),
)


def vale_options(command: F) -> F:
    """Add `--config` to a command, and what goes with it; without it the command is as it was."""

    @wraps(command)
    def run(ctx: click.Context, *arguments: Any, **values: Any) -> None:
        own = {name: values.pop(name) for name in _NAMES}
        typed = read_typed(ctx)
        if own["config"]:
            _refuse(typed)
            # A site is read without it.
            from advocacy.cli.check_by_vale import check_by_vale

            ctx.exit(check_by_vale(ctx, own, values))
        if given := [option for name, option in typed.items() if name in _NAMES]:
            raise CommandError(f"{given[0]} goes with --config. Add `--config .vale.ini`.")
        command(ctx, *arguments, **values)

    for option in reversed(OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]


def _refuse(typed: Mapping[str, str]) -> None:
    """Refuse what has no meaning beside `--config`.

    Raises:
        CommandError: It was typed.
    """
    alien = [typed[name] for name in typed if name in _OF_A_SITE]
    if alien:
        told = "belongs to a site" if len(alien) == 1 else "belong to a site"
        cure = f"Leave {'it' if len(alien) == 1 else 'them'}, or --config, out."
        raise CommandError(f"{', '.join(alien)} {told}, and --config checks without one. {cure}")
    for one, other in _EITHER:
        if one in typed and other in typed:
            raise CommandError(f"{typed[one]} and {typed[other]}: Give one of them.")
