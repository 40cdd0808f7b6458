"""A check of a site as somebody asked for it who lives with an old archive."""

import shlex
from dataclasses import replace
from pathlib import Path

import click

from advocacy.cache import Cache
from advocacy.changes import read_changes
from advocacy.cli.archive_options import Archive
from advocacy.counting import count_of
from advocacy.editorial.baseline import Baseline
from advocacy.editorial.baseline_file import read_baseline, read_site_baseline, write_baseline
from advocacy.editorial.baseline_update import count_findings, record_baseline, shrink_baseline
from advocacy.editorial.blocking import Blocking, versions_of
from advocacy.editorial.guide import RUNAWAY
from advocacy.editorial.packs import read_packs
from advocacy.editorial.review import Review
from advocacy.errors import CommandError
from advocacy.publishing.desk import Desk
from advocacy.publishing.desk_changes import Paths, review_changes
from advocacy.repository import Asker, Repository
from advocacy.site import SETTINGS_FILE, Site

BASE = Asker("--base", "leave `--base` out", "leave `--base` out")


def review_archive(
    archive: Archive, desk: Desk, chosen: Paths, kept: Cache
) -> tuple[Review, Paths]:
    """Check a site as the options say, and write its baseline where they ask for it.

    Args:
        archive: What somebody asked for.
        desk: The site.
        chosen: The paths that were named; None for all.
        kept: What was found before.

    Returns:
        What was found, and in which files it was looked for.

    Raises:
        AdvocacyError: Git, or the baseline, cannot tell what is asked of it.
    """
    archive.check(has_paths=chosen is not None, has_texts=bool(desk.texts))
    site, asked = desk.site, archive.changed or archive.since is not None
    changes = read_changes(site.root, archive.since) if asked else None
    baseline = _baseline(archive, site)
    versions = versions_of(desk.guide, read_packs(site, desk.guide.rules).rules)
    base = Repository(site.root, BASE).find_base(archive.base) if archive.base is not None else ""
    blocking = Blocking(site.editorial, versions, baseline, changes, base)
    review, paths = review_changes(desk, blocking, kept, chosen)
    if archive.update_baseline:
        made = _update(archive, review, site)
        review = desk.review(paths, kept, replace(blocking, baseline=made))
    return review, paths


def _baseline(archive: Archive, site: Site) -> Baseline | None:
    if archive.no_baseline:
        return None
    if archive.update_baseline and (archive.force or not _file(archive, site).exists()):
        return None
    if archive.baseline:
        option = f" --baseline {shlex.quote(str(archive.baseline))}"
        return read_baseline(archive.baseline, str(archive.baseline), option)
    return read_site_baseline(site)


def _file(archive: Archive, site: Site) -> Path:
    """Return where the baseline is, or is to be."""
    if archive.baseline:
        return archive.baseline
    if site.editorial.baseline:
        return site.root / site.editorial.baseline
    cure = f'Add `baseline = "baseline.json"` below [editorial] in {SETTINGS_FILE}.'
    raise CommandError(f"--update-baseline: No baseline is named. {cure}")


def _update(archive: Archive, review: Review, site: Site) -> Baseline:
    """Write the baseline anew, and say what became of it.

    Raises:
        CommandError: A rule ran away and has not said all, or the file cannot be written.
    """
    if stopped := [each.message for each in review.broken if each.check == RUNAWAY]:
        raise CommandError(f"--update-baseline: Nothing was recorded. {' '.join(stopped)}")
    old, file = review.blocking.baseline, _file(archive, site)
    name = str(archive.baseline or site.editorial.baseline)
    made = shrink_baseline(review, old) if old else record_baseline(review, name)
    write_baseline(made, file)
    now = f"{name}: records {_counted(made)} in {count_of(len(made.files), 'file')}"
    click.echo(f"{now}; before, {_counted(old)}" if old else now, err=True)
    return made


def _counted(baseline: Baseline) -> str:
    return count_of(count_findings(baseline), "finding")
