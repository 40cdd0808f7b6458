"""The options of `advocacy check` with which one lives with an old archive."""

import shlex
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from advocacy.cache import Cache
from advocacy.changes import Changes, read_changes
from advocacy.editorial.baseline import Baseline
from advocacy.editorial.baseline_file import read_baseline, read_site_baseline, write_baseline
from advocacy.editorial.baseline_update import count_findings, record_baseline, shrink_baseline
from advocacy.editorial.blocking import Blocking, versions_of
from advocacy.editorial.guide import RUNAWAY
from advocacy.editorial.review import Review
from advocacy.editorial.vale.styles import count_of
from advocacy.errors import CommandError
from advocacy.publishing.desk import Desk
from advocacy.site import SETTINGS_FILE, Site

Paths = frozenset[str] | None

OPTIONS = (
    click.option("--since", metavar="REV", help="Only what changed since a commit or a branch."),
    click.option("--changed", is_flag=True, help="Only what changed since the last commit."),
    click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="What was found before and does not block; the settings' `baseline` by default.",
    ),
    click.option("--no-baseline", is_flag=True, help="Show and count what the baseline records."),
    click.option(
        "--update-baseline", is_flag=True, help="Take out of the baseline what was mended."
    ),
    click.option("--force", is_flag=True, help="Let --update-baseline take in what is new, too."),
)


@dataclass(frozen=True, slots=True)
class Archive:
    """What somebody asked for.

    Attributes:
        since: A commit; `changed` means the last one.
        baseline: In place of the settings' own.
        no_baseline: As if the settings named none.
        update_baseline: Write the baseline as it is now.
        force: Take in what is new.
    """

    since: str | None = None
    changed: bool = False
    baseline: Path | None = None
    no_baseline: bool = False
    update_baseline: bool = False
    force: bool = False

    @property
    def may_last(self) -> bool:
        """Say whether the same options find the same again, and write nothing."""
        return not (self.changed or self.since is not None or self.update_baseline)

    def check(self, *, has_paths: bool, has_texts: bool) -> None:
        """Make sure that the options go together.

        Raises:
            CommandError: They do not.
        """
        narrow = self.since is not None or self.changed
        if self.since is not None and self.changed:
            raise CommandError("--since and --changed: Give one of them.")
        if narrow and has_texts:
            raise CommandError("--stdin: Git knows nothing of it. Leave out --since and --changed.")
        if self.baseline and self.no_baseline:
            raise CommandError("--baseline and --no-baseline: Give one of them.")
        if self.update_baseline and (narrow or has_paths or self.no_baseline):
            cure = "Leave out paths, --since, --changed and --no-baseline."
            raise CommandError(f"--update-baseline: A baseline is of the whole site. {cure}")
        if self.force and not self.update_baseline:
            raise CommandError("--force: It goes with --update-baseline alone.")

    def review(self, desk: Desk, chosen: Paths, kept: Cache) -> tuple[Review, Paths]:
        """Check a site as the options say, and write its baseline where they ask for it.

        Args:
            desk: The site.
            chosen: The paths that were named; None for all.
            kept: What was found before.

        Returns:
            What was found, and in which files it was looked for.

        Raises:
            AdvocacyError: Git, or the baseline, cannot tell what is asked of it.
        """
        self.check(has_paths=chosen is not None, has_texts=bool(desk.texts))
        site, asked = desk.site, self.changed or self.since is not None
        changes = read_changes(site.root, self.since) if asked else None
        baseline = self._baseline(site)
        blocking = Blocking(site.editorial, versions_of(desk.guide), baseline, changes)
        paths = choose_paths(changes, desk, chosen)
        review = desk.review(paths, kept, blocking)
        if self.update_baseline:
            made = self._update(review, site)
            review = desk.review(paths, kept, replace(blocking, baseline=made))
        return review, paths

    def _baseline(self, site: Site) -> Baseline | None:
        if self.no_baseline:
            return None
        if self.update_baseline and (self.force or not self._file(site).exists()):
            return None
        if self.baseline:
            option = f" --baseline {shlex.quote(str(self.baseline))}"
            return read_baseline(self.baseline, str(self.baseline), option)
        return read_site_baseline(site)

    def _file(self, site: Site) -> Path:
        """Return where the baseline is, or is to be."""
        if self.baseline:
            return self.baseline
        if site.editorial.baseline:
            return site.root / site.editorial.baseline
        cure = f'Add `baseline = "baseline.json"` below [editorial] in {SETTINGS_FILE}.'
        raise CommandError(f"--update-baseline: No baseline is named. {cure}")

    def _update(self, review: Review, site: Site) -> Baseline:
        """Write the baseline anew, and say what became of it.

        Raises:
            CommandError: A rule ran away and has not said all, or the file cannot be written.
        """
        if stopped := [each.message for each in review.broken if each.check == RUNAWAY]:
            raise CommandError(f"--update-baseline: Nothing was recorded. {' '.join(stopped)}")
        old, file = review.blocking.baseline, self._file(site)
        name = str(self.baseline or site.editorial.baseline)
        made = shrink_baseline(review, old) if old else record_baseline(review, name)
        write_baseline(made, file)
        now = f"{name}: records {_counted(made)} in {count_of(len(made.files), 'file')}"
        click.echo(f"{now}; before, {_counted(old)}" if old else now, err=True)
        return made


def choose_paths(changes: Changes | None, desk: Desk, chosen: Paths) -> Paths:
    """Return which files are checked: those that changed, and those that cannot be read.

    Where the guide or the settings changed, or a file is gone to which others may lead, what is
    found can be another everywhere: then all are.
    """
    if changes is None or changes.gone or {desk.guide.path, SETTINGS_FILE} & {*changes.lines}:
        return chosen
    broken = {problem.path for problem in desk.library.problems}
    wanted = {*changes.lines, *broken} & desk.known()
    return frozenset(wanted if chosen is None else wanted & chosen)


def _counted(baseline: Baseline) -> str:
    return count_of(count_findings(baseline), "finding")


def archive_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, which gets them as one value, `archive`."""

    @wraps(command)
    def with_archive(*args: Any, **given: Any) -> Any:
        own = {name: given.pop(name) for name in Archive.__dataclass_fields__}
        return command(*args, archive=Archive(**own), **given)

    for option in reversed(OPTIONS):
        with_archive = option(with_archive)
    return with_archive
