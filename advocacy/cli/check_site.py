"""A site, held against its guide as `advocacy check` is asked to."""

import os
import sys
from dataclasses import dataclass
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
from advocacy.editorial.reports.report import Report
from advocacy.editorial.review import make_notes
from advocacy.errors import CommandError
from advocacy.publishing.desk import Desk, open_desk
from advocacy.publishing.desk_ground import find_grounds
from advocacy.publishing.feed_files import find_feeds
from advocacy.publishing.moved_feeds import check_moved_feeds
from advocacy.publishing.rendering import make_bare_edition
from advocacy.site import Site


@dataclass(frozen=True, slots=True)
class Asked:
    """What `advocacy check` was asked for, as it was typed.

    Attributes:
        form: Of the report.
        least: The least severity that is shown.
        quiet: Whether a finding has one line only.
        reads_stdin: Whether the text comes from the standard input.
        stdin_path: The file that it is taken for.
        fixes: Whether to mend what can be mended.
        diffs: Whether to show what would be mended.
        caches: Whether results are kept.
        archive: What is said of earlier findings.
        paths: What to check; everything where there is none.
    """

    root: Path
    form: str
    least: str
    quiet: bool
    reads_stdin: bool
    stdin_path: Path | None
    fixes: bool
    diffs: bool
    today: date | None
    caches: bool
    archive: Archive
    paths: tuple[Path, ...]

    @property
    def may_last(self) -> bool:
        """Whether the same question has the same answer next time."""
        return self.caches and not (self.fixes or self.reads_stdin) and self.archive.may_last


def check_site(ctx: click.Context, asked: Asked) -> NoReturn:
    """Check a site as `advocacy check` is asked to, tell what is found, and end with its status."""
    _refuse(asked)
    refuse_conflicts(ctx)
    told = Told()
    site = open_site(asked.root)
    typed = _read_stdin(asked.stdin_path, site.root) if asked.stdin_path else {}
    kept = Cache(cache_folder() if asked.caches else None)
    desk = open_desk(site, day_of(site.time_zone, asked.today), typed, kept)
    _tell_packs(told, site, desk.guide)
    chosen = frozenset(typed) or choose_files(asked.paths, desk)
    review, checked = review_archive(asked.archive, desk, chosen, kept)
    if asked.diffs:
        show_diff(desk, review.findings, asked.least)
        ctx.exit(exit_status(review.findings))
    if asked.fixes:
        fix(desk, review.findings, asked.least, is_error=asked.form != "text")
        desk = open_desk(site, desk.today)
        review, checked = review_archive(asked.archive, desk, chosen, kept)
    report = desk.report(desk.suggest(review.findings), checked)
    show_report(told, report, asked.form, asked.least, is_brief=asked.quiet)
    for note in make_notes(review):
        told.echo(note, err=asked.form != "text")
    status = exit_status(review.findings)
    if not status and not asked.reads_stdin:
        _check_moved_feeds(desk)
    if asked.may_last and not review.is_stopped and site.review.who_wrote == "off":
        _keep(ctx, told, asked, desk, report, status)
    ctx.exit(status)


def _refuse(asked: Asked) -> None:
    """Refuse what cannot be done with a text from the standard input."""
    has_path = asked.stdin_path is not None
    if asked.reads_stdin != has_path or (asked.reads_stdin and asked.paths):
        cure = "Write `--stdin --path content/posts/x.md`, and no other file."
        raise CommandError(f"--stdin and --path go together. {cure}")
    if asked.reads_stdin and asked.fixes and not asked.diffs:
        raise CommandError("--fix has no file to write with --stdin. Show a --diff.")


def _check_moved_feeds(desk: Desk) -> None:
    """See that subscribers of an older blog are led to feeds that the next build writes.

    Raises:
        SettingsError: With each that is none, as a build has it.
    """
    if desk.site.feeds.moved and not desk.library.problems:
        check_moved_feeds(desk.site, find_feeds(make_bare_edition(desk.library, desk.today)))


def _keep(
    ctx: click.Context, told: Told, asked: Asked, desk: Desk, report: Report, status: int
) -> None:
    """Keep what was told, for the next time that somebody asks the same."""
    baselines = filter(None, [asked.archive.baseline])
    grounds = partial(find_grounds, desk, asked.root, asked.paths, *baselines)
    texts = {path: "\n".join(report.read_lines(path)) for path in report.checked}
    told.keep(ctx, status, report.findings, texts, grounds, _lifetime(desk, asked.today))


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
