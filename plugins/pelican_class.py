"""Pelican that stages, fails closed, and commits: the PELICAN_CLASS of every site."""

import os
import sys
import time
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from pelican import Pelican, signals
from pelican.generators import Generator

from advocacy.errors import AdvocacyError, SettingsError
from advocacy.output.commit import Changes, commit
from advocacy.output.stage import open_stage
from advocacy.share.card_store import CardStore
from advocacy.site import Site

from .build import KEY, Build, build_of, start_build
from .failures import FailureRecorder, describe


@dataclass(frozen=True, slots=True)
class Result:
    """What a build made."""

    posts: int
    pages: int
    feeds: int
    kits: int
    advice: int
    changes: Changes
    seconds: float


class AdvocacyPelican(Pelican):  # type: ignore[misc]
    """Builds into a stage, stops at the first sign that something is missing, then commits.

    Stock Pelican goes on without a plugin that is missing or broken, and without a post that
    could not be read, and ends 0. Nothing here is served unless all of it was built.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self.wanted_plugins = list(settings.get("PLUGINS") or ())
        self.site: Site = settings["ADVOCACY_SITE"]
        with FailureRecorder() as recorder:
            try:
                super().__init__(settings)
            except Exception as error:
                recorder.failures.append(describe(error))
        self.failures = recorder.failures

    def run(self) -> None:
        """Build as `pelican` does: a refusal is printed and ends with its status."""
        try:
            result = self.build()
        except AdvocacyError as error:
            end(error)
        print(summary(result))

    def build(self, *, adopt: bool = False) -> Result:
        """Build the site and commit it.

        Raises:
            AdvocacyError: The build was refused, and the last site is as it was.
        """
        started = time.monotonic()
        self._refuse_failures()
        output = Path(self.settings["OUTPUT_PATH"])
        with open_stage(output, self.site.root, adopt=adopt) as state:
            build = self._start(CardStore(state.cards))
            try:
                self._run_into(state.stage)
            finally:
                self.output_path = self.settings["OUTPUT_PATH"] = str(output)
            changes = commit(state, adopt=adopt)
        return Result(
            posts=len(build.edition.public),
            pages=build.pages,
            feeds=build.feeds,
            kits=len(build.kits),
            advice=sum(not finding.blocks for finding in build.findings),
            changes=changes,
            seconds=time.monotonic() - started,
        )

    def _start(self, card_store: CardStore) -> Build:
        build = start_build(
            self.site,
            today_of(self.settings, self.site),
            self.settings.get("ADVOCACY_PROGRESS") or (lambda _step, _done, _total: None),
            card_store,
            tuple(self.settings.get("VIEW_EXTRA", ())),
        )
        self.settings[KEY] = build
        return build

    def _run_into(self, stage: Path) -> None:
        self.output_path = self.settings["OUTPUT_PATH"] = str(stage)
        signals.all_generators_finalized.connect(note_lost_sources)
        with FailureRecorder() as recorder:
            try:
                super().run()
            except AdvocacyError:
                raise
            except Exception as error:
                recorder.failures.append(describe(error))
        self.failures += recorder.failures
        self.failures += [f"{path} was not built" for path in build_of(self.settings).lost]
        self._refuse_failures()

    def _refuse_failures(self) -> None:
        missing = len(self.wanted_plugins) - len(getattr(self, "plugins", ()))
        if missing and not self.failures:
            self.failures.append(f"{missing} of the plugins in PLUGINS could not be used")
        if self.failures:
            cure = "Mend it, or take the plugin out of PLUGINS in pelicanconf.py."
            told = "\n".join(f"pelicanconf.py: {failure}. {cure}" for failure in self.failures)
            raise SettingsError(told)


def note_lost_sources(generators: list[Generator]) -> None:
    """Note which posts and pages Pelican left out, though they should be built."""
    context = generators[0].context
    build = build_of(context)
    wanted = [post.path for post in build.edition.public]
    wanted += [page.path for page in build.library.pages.values()]
    built = context["generated_content"]
    build.lost = tuple(path for path in wanted if not built.get(path.removeprefix("content/")))


def today_of(settings: dict[str, Any], site: Site) -> date:
    """Return a build's date: as it was given, or SOURCE_DATE_EPOCH, or the day it is.

    Raises:
        SettingsError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    if settings.get("ADVOCACY_TODAY"):
        today = settings["ADVOCACY_TODAY"]
        assert isinstance(today, date)
        return today
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = float(epoch) if epoch else time.time()
        return datetime.fromtimestamp(moment, site.time_zone).date()
    except (ValueError, OverflowError, OSError):
        cure = "Write it as seconds since 1970, or leave it out."
        raise SettingsError(f"SOURCE_DATE_EPOCH: `{epoch}` is no time. {cure}") from None


def summary(result: Result) -> str:
    """Return what a build made, in one line."""
    counts = [
        f"{result.posts} posts",
        f"{result.pages} pages",
        f"{result.feeds} feeds",
        f"{result.kits} share kits",
    ]
    changes = result.changes
    done = f"{len(changes.added)} new, {len(changes.changed)} changed, {len(changes.removed)} gone"
    if changes.nothing:
        done = "nothing changed"
    return f"{', '.join(counts)}; {done}; {result.seconds:.1f} s"


def end(error: AdvocacyError) -> NoReturn:
    """Print a refusal and end with its status: Pelican would print a traceback."""
    print(error, file=sys.stderr)
    raise SystemExit(error.exit_status)
