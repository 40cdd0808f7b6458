"""`advocacy check --config .vale.ini`: check by Vale's own configuration, without a site."""

import sys
from collections.abc import Callable, Mapping
from functools import partial, wraps
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from advocacy.answers.question import FOREVER
from advocacy.cache import Cache, cache_folder
from advocacy.cli.reporting import show_report
from advocacy.cli.told import Told
from advocacy.cli.typed import read_typed
from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.report import Report
from advocacy.editorial.suggesting import add_suggestions
from advocacy.editorial.vale.configuration import read_configuration
from advocacy.editorial.vale.globs import Glob, GlobError, make_glob
from advocacy.editorial.vale.ground import find_grounds
from advocacy.editorial.vale.run import ValeRun, make_source, start_run
from advocacy.errors import CommandError
from advocacy.site import SEVERITIES
from advocacy.source import is_there

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
FORMS = {"line": "line", "JSON": "json", "CLI": "text"}
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
    click.option("--output", type=click.Choice([*FORMS]), hidden=True),
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
            ctx.exit(_check(ctx, own, values))
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


def _check(ctx: click.Context, own: dict[str, Any], values: dict[str, Any]) -> int:
    """Check paths or the standard input, print what is found, and return the exit status."""
    if not is_there(own["config"]) or not own["config"].is_file():
        seen = "This is no ordinary file" if is_there(own["config"]) else "There is no such file"
        raise CommandError(f"{own['config']}: {seen}. Name a .vale.ini.")
    is_given = ctx.get_parameter_source("least") is not ParameterSource.DEFAULT
    run = start_run(
        read_configuration(own["config"]),
        least=own["least_alert"] or (values["least"] if is_given else ""),
        glob=_glob(own["glob"]),
        ignores_syntax=own["ignore_syntax"],
        kept=Cache(cache_folder() if values["caches"] else None),
    )
    findings = add_suggestions(_findings(run, own["ext"], values), lambda: run.rules)
    report = Report(findings, tuple(run.texts), run.read_lines)
    form = FORMS.get(own["output"] or "", values["form"])
    told = Told()
    show_report(told, report, form, SEVERITIES[0], is_brief=values["quiet"])
    for note in [*run.notes, *run.mistakes]:
        told.echo(note, err=True)
    if run.mistakes:
        return 2
    status = int(any(finding.blocks for finding in findings) and not own["no_exit"])
    if values["paths"] and values["caches"] and run.styles.may_last:
        grounds = partial(find_grounds, run, values["paths"])
        told.keep(ctx, status, findings, run.texts, grounds, FOREVER)
    return status


def _findings(run: ValeRun, extension: str, values: dict[str, Any]) -> list[Finding]:
    extension = f".{extension.removeprefix('.')}"
    other = "" if extension == _TEXT else extension
    if values["paths"]:
        return run.check_paths(values["paths"], other)
    path = values["stdin_path"]
    source = make_source(path.as_posix() if path else f"stdin{extension}", sys.stdin.buffer.read())
    return run.check(source, other)


def _glob(written: str | None) -> Glob | None:
    try:
        return make_glob(written) if written else None
    except GlobError as error:
        raise CommandError(f"--glob: {error}") from None
