"""Pelican that stages, fails closed, and commits: the PELICAN_CLASS of every site."""

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from pelican import Pelican, signals

from advocacy.clock import day_of
from advocacy.errors import AdvocacyError, CommandError, SettingsError
from advocacy.kept_files import KeptFiles
from advocacy.output.commit import Changes, commit_all
from advocacy.output.stage import open_stages
from advocacy.output.state import State, write_json
from advocacy.publishing.due import make_due_notes
from advocacy.site import Site

from .beside_kits import furnish
from .build import KEY, Build, build_of, record_of, start_build
from .failures import FailureRecorder, describe
from .guards import missing_files, note_lost_sources, refused_settings
from .machines import write_machine_files

INTERRUPTED = 130
PLUGIN_CURE = "Mend it, or take the plugin out of PLUGINS."


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
    notes: tuple[str, ...] = ()


class AdvocacyPelican(Pelican):  # type: ignore[misc]
    """Builds into a stage, stops at the first sign that something is missing, then commits.

    Stock Pelican goes on without a plugin that is missing or broken, and without a post that
    could not be read, and ends 0. Nothing here is served unless all of it was built.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self.site: Site = settings["ADVOCACY_SITE"]
        self.failures = refused_settings(settings, self.site)
        wanted = len(settings.get("PLUGINS") or ())
        self._guarded(lambda: super(AdvocacyPelican, self).__init__(settings))
        missing = wanted - len(getattr(self, "plugins", ()))
        if missing and not self.failures:
            self.failures.append(f"PLUGINS: {missing} could not be used. {PLUGIN_CURE}")

    def run(self) -> None:
        """Build as `pelican` does: a refusal is printed and ends with its status."""
        try:
            result = self.build()
        except AdvocacyError as error:
            end(error)
        except KeyboardInterrupt:  # which Pelican would let end with 0
            print("Interrupted; the last site is as it was.", file=sys.stderr)
            raise SystemExit(INTERRUPTED) from None
        print(summary(result), *result.notes, sep="\n")

    def build(self, *, adopt: bool = False, with_drafts: bool = False) -> Result:
        """Build the site and commit it.

        Args:
            adopt: Build into a folder that no build has made.
            with_drafts: Show what is still to be published, too: for the author's eyes alone.

        Raises:
            AdvocacyError: The build was refused, and the last site is as it was.
        """
        started = time.monotonic()
        self._refuse_failures()
        output, apart = self.settings["OUTPUT_PATH"], self.settings["SHARE_OUTPUT_PATH"]
        outputs = [Path(each) for each in (output, apart) if each]
        with open_stages(outputs, self.site.root, adopt=adopt) as states:
            state, *others = states
            kits_stage = others[0].stage if others else None
            build = self._start(state, kits_stage, with_drafts=with_drafts)
            try:
                self._run_into(state.stage)
            finally:
                self.output_path = self.settings["OUTPUT_PATH"] = output
            changes = commit_all(states, adopt=adopt)
            urls = (self.site.url, self.site.sharing.url)
            for each, url in zip(states, urls, strict=False):
                write_json(each.record, record_of(build, url, with_drafts=with_drafts))
        return Result(
            posts=len(build.edition.public),
            pages=len(build.pages),
            feeds=build.feeds,
            kits=sum(kit.state.is_offered for kit in build.kits),
            advice=sum(not finding.blocks for finding in build.findings),
            changes=changes,
            seconds=time.monotonic() - started,
            notes=(*build.notes, *make_due_notes(build.edition)),
        )

    def _start(self, state: State, kits_stage: Path | None, *, with_drafts: bool) -> Build:
        build = start_build(
            self.site,
            day_of(self.site.time_zone, self.settings.get("ADVOCACY_TODAY")),
            self.settings.get("ADVOCACY_PROGRESS") or (lambda _step, _done, _total: None),
            KeptFiles(state.cards),
            KeptFiles(state.pictures),
            KeptFiles(state.search),
            kits_stage,
            tuple(self.settings.get("VIEW_EXTRA", ())),
            with_drafts=with_drafts,
        )
        self.settings[KEY] = build
        return build

    def _run_into(self, stage: Path) -> None:
        self.output_path = self.settings["OUTPUT_PATH"] = str(stage)
        signals.all_generators_finalized.connect(note_lost_sources)
        self._guarded(super().run)
        build = build_of(self.settings)
        if not self.failures:
            lost = [*build.lost, *missing_files(build, stage)]
            self.failures += [f"{path} was not built. {PLUGIN_CURE}" for path in lost]
        self._refuse_failures()
        write_machine_files(build, stage)
        if build.kits_stage:
            self._guarded(lambda: furnish(build.kits_stage, stage, build.edition))
            self._refuse_failures()

    def _guarded(self, step: Any) -> None:
        """Run a step of Pelican; all that goes wrong in it is noted, but for our own refusals."""
        with FailureRecorder() as recorder:
            try:
                step()
            except AdvocacyError:
                raise
            except OSError as error:
                raise CommandError(f"{error.filename}: {error.strerror}. Mend that.") from error
            except (Exception, SystemExit) as error:
                recorder.failures.append(describe(error))
            finally:
                self.failures += [f"{failure}. {PLUGIN_CURE}" for failure in recorder.failures]

    def _refuse_failures(self) -> None:
        if self.failures:
            raise SettingsError("\n".join(f"pelicanconf.py: {each}" for each in self.failures))


def summary(result: Result) -> str:
    """Return what a build made, in one line."""
    counts = [
        _counted(result.posts, "post"),
        _counted(result.pages, "page"),
        _counted(result.feeds, "feed"),
        _counted(result.kits, "share kit"),
    ]
    changes = result.changes
    done = f"{len(changes.added)} new, {len(changes.changed)} changed, {len(changes.removed)} gone"
    if changes.nothing:
        done = "nothing changed"
    return f"{', '.join(counts)}; {done}; {result.seconds:.1f} s"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def end(error: AdvocacyError) -> NoReturn:
    """Print a refusal and end with its status: Pelican would print a traceback."""
    print(error, file=sys.stderr)
    raise SystemExit(error.exit_status)
