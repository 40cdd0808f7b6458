"""`advocacy check`: hold what people wrote against the guide."""

import os
import sys
from datetime import date
from functools import partial
from pathlib import Path

import click

from advocacy.answers.question import FOREVER, Lifetime
from advocacy.cache import Cache, cache_folder
from advocacy.cli.archive import Archive, archive_options
from advocacy.cli.check_vale import vale_options
from advocacy.cli.mending import fix, show_diff
from advocacy.cli.options import Day, open_site, site_option
from advocacy.cli.paths import choose_files, site_path
from advocacy.cli.reporting import report_options, show_report, tell_packs
from advocacy.cli.told import Told
from advocacy.cli.typed import refuse_conflicts
from advocacy.clock import EPOCH_VARIABLE, bounds_of, day_of
from advocacy.editorial.blocking import exit_status
from advocacy.editorial.review import make_notes
from advocacy.errors import CommandError
from advocacy.publishing.desk import Desk, open_desk
from advocacy.publishing.desk_ground import find_grounds


@click.command
@site_option
@report_options
@click.option("--stdin", "reads_stdin", is_flag=True, help="Check the text from standard input.")
@click.option(
    "--path",
    "stdin_path",
    type=click.Path(path_type=Path),
    help="With --stdin, the file that the text is taken for.",
)
@click.option("--fix", "fixes", is_flag=True, help="Mend what can be mended without asking.")
@click.option("--diff", "diffs", is_flag=True, help="Show what --fix would do; change nothing.")
@click.option("--today", type=Day(), help="Check as on this day; today by default.")
@click.option(
    "--cache/--no-cache", "caches", default=True, help="Whether results are kept for next time."
)
@archive_options
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.pass_context
@vale_options
def check(
    ctx: click.Context,
    root: Path,
    form: str,
    least: str,
    quiet: bool,
    reads_stdin: bool,
    stdin_path: Path | None,
    fixes: bool,
    diffs: bool,
    today: date | None,
    caches: bool,
    archive: Archive,
    paths: tuple[Path, ...],
) -> None:
    """Check posts, pages and staff against your values guide.

    A PATH is a file or a folder, from here or from the site's folder; without one, everything is
    checked.

    Exit status: 0 nothing blocks, 1 something blocks, 2 a mistake in the command, the settings or
    the guide.

    --diff and --fix together are --diff. With --fix, a report for a program is on the standard
    output, and what was mended on the standard error.

    Example: advocacy check --format json content/posts/night-shift.md
    """
    if reads_stdin != (stdin_path is not None) or (reads_stdin and paths):
        cure = "Write `--stdin --path content/posts/x.md`, and no other file."
        raise CommandError(f"--stdin and --path go together. {cure}")
    if reads_stdin and fixes and not diffs:
        raise CommandError("--fix has no file to write with --stdin. Show a --diff.")
    refuse_conflicts(ctx)
    told = Told()
    site = open_site(root)
    typed = _read_stdin(stdin_path, site.root) if stdin_path else {}
    kept = Cache(cache_folder() if caches else None)
    desk = open_desk(site, day_of(site.time_zone, today), typed, kept)
    tell_packs(told, site, desk.guide)
    chosen = frozenset(typed) or choose_files(paths, desk)
    review, checked = archive.review(desk, chosen, kept)
    if diffs:
        show_diff(desk, review.findings, least)
        ctx.exit(exit_status(review.findings))
    if fixes:
        fix(desk, review.findings, least, is_error=form != "text")
        desk = open_desk(site, desk.today)
        review, checked = archive.review(desk, chosen, kept)
    report = desk.report(desk.suggest(review.findings), checked)
    show_report(told, report, form, least, is_brief=quiet)
    for note in make_notes(review):
        told.echo(note, err=form != "text")
    status = exit_status(review.findings)
    if caches and not (fixes or reads_stdin) and archive.may_last and not review.is_stopped:
        grounds = partial(find_grounds, desk, root, paths, *filter(None, [archive.baseline]))
        texts = {path: "\n".join(report.read_lines(path)) for path in report.checked}
        told.keep(ctx, status, report.findings, texts, grounds, _lifetime(desk, today))
    ctx.exit(status)


def _lifetime(desk: Desk, today: date | None) -> Lifetime:
    """Return how long what is found holds: a day, unless somebody says which day it is."""
    if today or os.environ.get(EPOCH_VARIABLE):
        return FOREVER
    return Lifetime(*bounds_of(desk.site.time_zone, desk.today))


def _read_stdin(path: Path, root: Path) -> dict[str, bytes]:
    """Read what a file is taken to hold."""
    return {site_path(path, root): sys.stdin.buffer.read()}
