"""`advocacy check --built`: what was built, held against what readers need of it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from advocacy.built.asking import Manners
from advocacy.built.check import find_faults, make_findings
from advocacy.built.external import SHELF, Found, check_external
from advocacy.built.output import Output, read_output
from advocacy.cache import Cache, cache_folder
from advocacy.cli.options import open_site
from advocacy.cli.reporting import show_report
from advocacy.cli.told import Told
from advocacy.clock import day_of
from advocacy.editorial.blocking import exit_status
from advocacy.publishing.desk import Desk, open_desk

# So many addresses are told of that a person may look at.
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What `advocacy check --built` was asked for."""

    built: str
    external: bool
    root: Path
    form: str
    least: str
    quiet: bool
    today: date | None
    caches: bool


def check_built(asked: Asked) -> int:
    """Check a built site, tell what is found, and return how the command ends."""
    site = open_site(asked.root)
    output = read_output(site, Path(asked.built) if asked.built else None)
    desk = open_desk(site, day_of(site.time_zone, asked.today))
    faults = [*find_faults(output, site)]
    found = _ask_around(output, desk, asked) if asked.external else None
    findings = make_findings([*faults, *(found.faults if found else ())], desk.library)
    told, report = Told(), desk.report(findings, [page.path for page in output.pages.values()])
    show_report(told, report, asked.form, asked.least, is_brief=asked.quiet)
    for note in _notes(found) if found else ():
        told.echo(note, err=asked.form != "text")
    return exit_status(findings)


def _ask_around(output: Output, desk: Desk, asked: Asked) -> Found:
    site, kept = desk.site, Cache(cache_folder() if asked.caches else None, SHELF)
    manners = Manners(pause_seconds=site.built.pause_seconds, sleep=time.sleep, home=site.url)
    return check_external(output, manners, desk.today, kept)


def _notes(found: Found) -> Iterator[str]:
    known = f", {found.kept} of them known from today" if found.kept else ""
    yield f"{found.asked} addresses of other sites{known}"
    if found.undecided:
        shown = ", ".join(found.undecided[:MOST_SHOWN])
        rest = ", …" if len(found.undecided) > MOST_SHOWN else ""
        yield f"{len(found.undecided)} would not answer a program; look yourself: {shown}{rest}"
