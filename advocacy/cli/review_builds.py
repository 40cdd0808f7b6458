"""The options of `advocacy review` by which it builds the site, and looks at it."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from advocacy.changes import read_changes
from advocacy.cli.preview import Preview
from advocacy.errors import CommandError
from advocacy.output.state import state_of
from advocacy.publications.build_record import read_build_record
from advocacy.publishing.desk import Desk
from advocacy.repository import Repository
from advocacy.review.both_builds import Compared, Wanted, open_builds
from advocacy.review.reading import ASKER
from advocacy.review.report import Report
from advocacy.review.screenshots import add_screenshots, find_browser, keep_cards
from advocacy.review.serving import serving
from advocacy.review.site_changes import SiteChanges

F = TypeVar("F", bound=Callable[..., Any])
FOLDER = click.Path(path_type=Path, file_okay=False)
BUILT = click.Path(path_type=Path, file_okay=False, exists=True)
OPTIONS = (
    click.option(
        "--build", is_flag=True, help="Build the site twice, and tell what else changes on it."
    ),
    click.option(
        "--before", type=BUILT, metavar="DIR", help="The site as it is, built on the same day."
    ),
    click.option(
        "--after", type=BUILT, metavar="DIR", help="The site as it would be, built on that day."
    ),
    click.option(
        "--screenshots",
        type=FOLDER,
        metavar="DIR",
        help="Write each post's card, and what a browser shows of it, to this folder.",
    ),
    click.option(
        "--browser",
        metavar="PROGRAM",
        help="Take screenshots with this one; Chromium or Chrome by default.",
    ),
)


@dataclass(frozen=True, slots=True)
class Builds:
    """What is to be built, and looked at; a folder that was built already is taken for it."""

    build: bool = False
    before: Path | None = None
    after: Path | None = None
    screenshots: Path | None = None
    browser: str | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether anything is."""
        return bool(self.build or self.before or self.after or self.screenshots)


def build_options(command: F) -> F:
    """Add the options to a command, which is handed them as `builds`."""

    @wraps(command)
    def run(*arguments: Any, **values: Any) -> Any:
        own = {name: values.pop(name) for name in Builds.__dataclass_fields__}
        return command(*arguments, builds=Builds(**own), **values)

    for option in reversed(OPTIONS):
        run = option(run)
    return run  # type: ignore[return-value]


def refuse_unfit(builds: Builds, today: date) -> None:
    """See that what is handed over can be compared.

    Raises:
        CommandError: A browser is named with nothing to look at, or a folder that no build made,
            or one of another day.
    """
    if builds.browser and not builds.screenshots:
        raise CommandError("--browser goes with --screenshots. Add `--screenshots DIR`.")
    for option, output in (("--before", builds.before), ("--after", builds.after)):
        day = read_build_record(state_of(output).record).day if output else today
        if day != today:
            seen = f"{output} was built as on {day}, and the review is as on {today}."
            cure = f"Build it again: `advocacy build --today {today}`."
            raise CommandError(f"{option}: {seen} {cure}")


def read_site_changes(builds: Builds, desk: Desk, report: Report) -> SiteChanges | None:
    """Return what else changes on the site; None where nobody asked for it.

    Raises:
        CommandError: A browser is named that is not there.
    """
    if not builds.is_wanted:
        return None
    browser = find_browser(builds.browser) if builds.screenshots else ""
    root = desk.site.root
    paths = read_changes(root, report.base, ASKER).lines.keys()
    repository, given = Repository(root, ASKER), (builds.before, builds.after)
    wanted = Wanted(
        desk.library,
        repository,
        report.commit,
        paths,
        desk.today,
        *given,
        with_drafts=bool(builds.screenshots),
    )
    with open_builds(wanted) as compared:
        if not (builds.screenshots and compared.outputs):
            return compared.changes
        return _look(compared, desk, browser, builds.screenshots)


def _look(compared: Compared, desk: Desk, browser: str, folder: Path) -> SiteChanges:
    # Only where there is an output with drafts, there is a draft.
    outputs = (compared.outputs, compared.drafts)
    changes = keep_cards(compared.changes, lambda look: outputs[look.is_awaited][0], folder)
    if not browser:
        told = "No screenshots: there is no Chromium or Chrome here. Name one with `--browser`."
        return replace(changes, notes=(*changes.notes, told))
    with ExitStack() as opened:
        origins = [
            opened.enter_context(serving(Preview(desk.site, *each))) for each in outputs if each
        ]
        return add_screenshots(
            changes,
            lambda look: f"{origins[look.is_awaited]}{desk.site.href(look.address)}",
            browser,
            folder,
        )
