"""`advocacy check`: hold what people wrote against the guide."""

import sys
from datetime import date
from pathlib import Path

import click

from advocacy.cache import Cache, cache_folder
from advocacy.cli.archive import Archive, archive_options
from advocacy.cli.check_vale import vale_options
from advocacy.cli.mending import fix, show_diff
from advocacy.cli.options import Day, open_site, site_option
from advocacy.cli.paths import choose_files, site_path
from advocacy.cli.reporting import report_options, show_report, tell_packs
from advocacy.cli.typed import refuse_conflicts
from advocacy.clock import day_of
from advocacy.editorial.blocking import exit_status
from advocacy.editorial.review import make_notes
from advocacy.errors import CommandError
from advocacy.publishing.desk import open_desk


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
    site = open_site(root)
    texts = _read_stdin(stdin_path, site.root) if stdin_path else {}
    kept = Cache(cache_folder() if caches else None)
    desk = open_desk(site, day_of(site.time_zone, today), texts, kept)
    tell_packs(site, desk.guide)
    chosen = frozenset(texts) or choose_files(paths, desk)
    review, checked = archive.review(desk, chosen, kept)
    if diffs:
        show_diff(desk, review.findings, least)
        ctx.exit(exit_status(review.findings))
    if fixes:
        fix(desk, review.findings, least, is_error=form != "text")
        desk = open_desk(site, desk.today)
        review, checked = archive.review(desk, chosen, kept)
    told = desk.suggest(review.findings)
    show_report(desk.report(told, checked), form, least, is_brief=quiet)
    for note in make_notes(review):
        click.echo(note, err=form != "text")
    ctx.exit(exit_status(review.findings))


def _read_stdin(path: Path, root: Path) -> dict[str, bytes]:
    """Read what a file is taken to hold."""
    return {site_path(path, root): sys.stdin.buffer.read()}
