"""Files and folders, held against a `.vale.ini` as `advocacy check --config` is asked to."""

import sys
from functools import partial
from typing import Any

import click
from click.core import ParameterSource

from advocacy.answers.question import FOREVER
from advocacy.cache import Cache, cache_folder
from advocacy.cli.reporting import show_report
from advocacy.cli.told import Told
from advocacy.editorial.finding import Finding
from advocacy.editorial.reports.report import Report
from advocacy.editorial.suggesting import add_suggestions
from advocacy.editorial.vale.configuration import read_configuration
from advocacy.editorial.vale.files import make_source
from advocacy.editorial.vale.globs import Glob, GlobError, make_glob
from advocacy.editorial.vale.ground import find_grounds
from advocacy.editorial.vale.run import ValeRun, start_run
from advocacy.errors import CommandError
from advocacy.severity import SEVERITIES
from advocacy.source import is_there

# What Vale calls the forms of its reports.
FORMS = {"line": "line", "JSON": "json", "CLI": "text"}
TEXT = ".txt"


def check_by_vale(ctx: click.Context, own: dict[str, Any], values: dict[str, Any]) -> int:
    """Check paths or the standard input, print what is found, and return the exit status.

    Raises:
        CommandError: What was asked for is not there, or nothing was asked for.
    """
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
    for note in [*run.notes, *run.unread, *run.mistakes]:
        told.echo(note, err=True)
    if run.mistakes or run.unread:
        return 2 if run.mistakes else 1
    status = int(any(finding.blocks for finding in findings) and not own["no_exit"])
    if values["paths"] and values["caches"] and run.styles.may_last:
        grounds = partial(find_grounds, run, values["paths"])
        told.keep(ctx, status, findings, run.secretive, grounds, FOREVER)
    return status


def _findings(run: ValeRun, extension: str, values: dict[str, Any]) -> list[Finding]:
    extension = f".{extension.removeprefix('.')}"
    other = "" if extension == TEXT else extension
    if values["paths"]:
        return run.check_paths(values["paths"], other)
    if sys.stdin.isatty():
        raise CommandError("There is nothing to check. Name files, or pipe a text.")
    path = values["stdin_path"]
    source = make_source(path.as_posix() if path else f"stdin{extension}", sys.stdin.buffer.read())
    return run.check(source, other)


def _glob(written: str | None) -> Glob | None:
    try:
        return make_glob(written) if written else None
    except GlobError as error:
        raise CommandError(f"--glob: {error}") from None
