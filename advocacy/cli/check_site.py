"""A site, held against its guide as `advocacy check` is asked to."""

import os
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from advocacy.answers.question import FOREVER, Lifetime
from advocacy.cache import Cache, cache_folder
from advocacy.cli.archive import review_archive
from advocacy.cli.archive_options import Archive
from advocacy.cli.mending import fix, show_diff
from advocacy.cli.options import open_site
from advocacy.cli.paths import choose_files, site_path
from advocacy.cli.reporting import show_report
from advocacy.cli.told import Told
from advocacy.cli.typed import refuse_conflicts
from advocacy.clock import EPOCH_VARIABLE, bounds_of, day_of
from advocacy.editorial.blocking import exit_status
from advocacy.editorial.guide import Guide
from advocacy.editorial.packs import read_packs
from advocacy.editorial.review import make_notes
from advocacy.errors import CommandError
from advocacy.publishing.desk import Desk, open_desk
from advocacy.publishing.desk_ground import find_grounds
from advocacy.site import Site


def check_site(
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
) -> NoReturn:
    """Check a site as `advocacy check` is asked to, tell what is found, and end with its status."""
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
    _tell_packs(told, site, desk.guide)
    chosen = frozenset(typed) or choose_files(paths, desk)
    review, checked = review_archive(archive, desk, chosen, kept)
    if diffs:
        show_diff(desk, review.findings, least)
        ctx.exit(exit_status(review.findings))
    if fixes:
        fix(desk, review.findings, least, is_error=form != "text")
        desk = open_desk(site, desk.today)
        review, checked = review_archive(archive, desk, chosen, kept)
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


def _tell_packs(told: Told, site: Site, guide: Guide) -> None:
    """Say on the standard error what is left out of the site's packs."""
    for note in read_packs(site, guide.rules).notes:
        told.echo(note, err=True)
