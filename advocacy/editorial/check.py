"""Everything that people wrote, held against the guide and the built-in checks."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from advocacy import addresses
from advocacy.cache import Cache
from advocacy.editorial.blocking import decide_blocking
from advocacy.editorial.context import Context
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import Guide
from advocacy.editorial.manuscript import Manuscript, Written, make_outline
from advocacy.editorial.notice import Notice
from advocacy.editorial.reading import Reading
from advocacy.editorial.readings import read_all
from advocacy.editorial.secret_shapes import hide_secrets
from advocacy.editorial.switches import apply_switches, read_switches
from advocacy.errors import Problem
from advocacy.library import Library
from advocacy.markup.targets import Targets
from advocacy.site import Site

RUNAWAY, SECRET = "Guide.Runaway", "Privacy.Secret"


def check_library(
    library: Library,
    guide: Guide,
    targets: Targets,
    paths: Collection[str] | None = None,
    kept: Cache | None = None,
) -> tuple[Finding, ...]:
    """Check all that people wrote for a site.

    Args:
        library: What they wrote.
        guide: The rules.
        targets: What links may lead to.
        paths: Only these files, relative to the site's folder; None checks every file.
        kept: What was found before; None keeps nothing.

    Returns:
        Every finding once, by path and place.
    """
    site, editorial = library.site, library.site.editorial
    found = {
        decide_blocking(_problem_finding(problem), editorial, is_unreadable=True)
        for problem in library.problems
        if paths is None or problem.path in paths
    }
    context = Context(library, targets)
    pieces = [each for each in _pieces(library) if paths is None or each.source.path in paths]
    readings = read_all(pieces, library, guide, kept or Cache(None))
    runaways: dict[str, str] = {}
    for piece, reading in zip(pieces, readings, strict=True):
        manuscript = make_outline(piece, reading.outline)
        for notice in _settle(manuscript, reading, guide, context):
            finding = make_finding(notice, manuscript, site)
            found.add(decide_blocking(finding, editorial, manuscript.day))
        runaways = dict.fromkeys(reading.runaways, manuscript.path) | runaways
    found |= {
        decide_blocking(_runaway_finding(guide, rule, path), editorial)
        for rule, path in runaways.items()
    }
    return tuple(sorted(found))


def _pieces(library: Library) -> Iterator[Written]:
    yield from library.posts
    yield from library.pages.values()
    yield from library.staff.values()
    yield from library.unread


def _settle(
    manuscript: Manuscript, reading: Reading, guide: Guide, context: Context
) -> Iterator[Notice]:
    """Yield what is found in a file and around it, less what its comments let pass."""
    around = (check for check in guide.checks.values() if check.looks_around)
    notices = [notice for check in around for notice in check.find(check, manuscript, context)]
    found = [*reading.notices, *notices]
    text = manuscript.source.text
    secrets = [text[each.start : each.end] for each in found if each.check == SECRET]
    for notice in apply_switches(read_switches(manuscript), found, guide.rules):
        yield _without(secrets, notice) if secrets else notice


def _without(secrets: list[str], notice: Notice) -> Notice:
    """Return a notice that tells none of a file's secrets."""
    message, match = hide_secrets(notice.message, secrets), hide_secrets(notice.match, secrets)
    return replace(notice, message=message, match=match)


def make_finding(notice: Notice, manuscript: Manuscript, site: Site) -> Finding:
    """Return a notice as a finding: offsets become lines and columns."""
    source = manuscript.source
    line, column = source.position(notice.start) if notice.has_place else (1, 1)
    end_line, end_column = source.position(notice.end) if notice.has_place else (1, 1)
    last = source.offset(line + 1) - 1 if end_line > line else notice.end
    return Finding(
        path=manuscript.path,
        line=line,
        column=column,
        span=max(1, last - notice.start),
        check=notice.check,
        severity=notice.severity,
        message=notice.message,
        match=notice.match,
        link=_link(site, notice.principle),
        principle=notice.principle,
        action=notice.action,
        replacements=notice.replacements,
        description=notice.description,
        end_line=end_line,
        end_column=end_column,
    )


def _link(site: Site, principle: str) -> str:
    return site.href(f"{addresses.VALUES}#{principle}") if principle else ""


def _problem_finding(problem: Problem) -> Finding:
    return Finding(
        path=problem.path,
        line=problem.line,
        column=problem.column,
        span=max(1, problem.span),
        check=problem.code or "File.Problem",
        severity="error",
        message=hide_secrets(problem.message),
    )


def _runaway_finding(guide: Guide, name: str, seen: str) -> Finding:
    entry = guide.rules.get(name) or guide.attestations[name]
    message = (
        f"The pattern of `{name}` takes too long, on {seen} for one. "
        "Write it without one repetition inside another."
    )
    return Finding(guide.path, entry.line, 0, 1, RUNAWAY, "error", message)
