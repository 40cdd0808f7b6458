"""What is looked for in a built site, and how it becomes findings."""

from collections.abc import Iterable, Iterator

from advocacy.built.anchors import find_dead_anchors
from advocacy.built.basics import find_no_heading, find_no_language
from advocacy.built.fault import KINDS, Fault
from advocacy.built.ids import find_repeated_ids
from advocacy.built.links import find_dead_links
from advocacy.built.mixed import find_mixed_content
from advocacy.built.orphans import find_orphans
from advocacy.built.output import Output
from advocacy.built.sources import Sources
from advocacy.built.titles import find_descriptions, find_titles
from advocacy.built.weight import find_heavy_pages
from advocacy.editorial.finding import Finding
from advocacy.library import Library
from advocacy.severity import SEVERITIES
from advocacy.site import Site

CHECKS = (
    find_dead_links,
    find_dead_anchors,
    find_repeated_ids,
    find_titles,
    find_descriptions,
    find_no_heading,
    find_no_language,
    find_mixed_content,
)
# These ask what the settings say.
BY_SETTINGS = (find_orphans, find_heavy_pages)


def find_faults(output: Output, site: Site) -> Iterator[Fault]:
    """Yield all that is wrong with a built site by itself."""
    for check in CHECKS:
        yield from check(output)
    for by_settings in BY_SETTINGS:
        yield from by_settings(output, site)


def make_findings(faults: Iterable[Fault], library: Library) -> tuple[Finding, ...]:
    """Return faults as findings of the built files, each with where it is to be mended."""
    sources, least = Sources(library), SEVERITIES.index(library.site.built.blocks)
    return tuple(sorted({_finding(fault, sources, least) for fault in faults}))


def _finding(fault: Fault, sources: Sources, least: int) -> Finding:
    severity, about = KINDS[fault.kind]
    line, column, span = fault.place
    return Finding(
        path=fault.page.path,
        line=line,
        column=column,
        span=span,
        check=fault.kind,
        severity=severity,
        message=fault.message + sources.tell(fault),
        match=fault.match,
        blocks=SEVERITIES.index(severity) >= least,
        description=about,
    )
