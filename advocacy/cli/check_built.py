"""`advocacy check --built`: what was built, held against what readers need of it."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from advocacy.built.asking import Manners
from advocacy.built.check import find_faults, make_findings
from advocacy.built.external import SHELF, Found, check_external
from advocacy.built.output import Output, read_output
from advocacy.built.public_hosts import Reach
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
    """What `advocacy check --built` was asked for.

    Attributes:
        reach: Which hosts are asked; one beside the public ones in tests alone.
    """

    built: str
    external: bool
    root: Path
    form: str
    least: str
    quiet: bool
    today: date | None
    caches: bool
    reach: Reach = field(default_factory=Reach)


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
    manners = Manners(site.built.pause_seconds, time.sleep, site.url, reach=asked.reach)
    return check_external(output, manners, desk.today, kept)


def _notes(found: Found) -> Iterator[str]:
    known = f", {found.kept} of them known from today" if found.kept else ""
    yield f"{found.asked} addresses of other sites{known}"
    if found.undecided:
        told = f"{len(found.undecided)} would not answer a program; look yourself"
        yield f"{told}: {_shown(found.undecided)}"
    if found.inside:
        told = f"{len(found.inside)} not asked for, for they lead to machines inside"
        yield f"{told}: {_shown(found.inside)}"


def _shown(urls: Sequence[str]) -> str:
    return ", ".join(urls[:MOST_SHOWN]) + (", …" if len(urls) > MOST_SHOWN else "")
