"""Everything that people wrote, held against the guide and the built-in checks."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from advocacy import addresses
from advocacy.cache import Cache
from advocacy.editorial.baseline import make_fingerprint
from advocacy.editorial.blocking import Blocking, read_blocking
from advocacy.editorial.context import Context
from advocacy.editorial.copies import find_copies
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import RUNAWAY, Guide
from advocacy.editorial.manuscript import Manuscript, Written, make_outline
from advocacy.editorial.notice import Notice
from advocacy.editorial.packs import Packs, drop_muted, read_packs
from advocacy.editorial.placing import place_notice
from advocacy.editorial.reading import Reading
from advocacy.editorial.readings import read_all
from advocacy.editorial.review import Review
from advocacy.editorial.secret_shapes import hide_secrets
from advocacy.editorial.switches import Heeded, apply_switches, read_switches
from advocacy.errors import Problem
from advocacy.library import Library
from advocacy.markup.targets import Targets
from advocacy.shared_text import SharedText
from advocacy.site import SETTINGS_FILE, Site
from advocacy.source import Source

SECRET = "Privacy.Secret"
# So many are searched for in what else is said of their file.
MOST_SECRETS = 100


def check_library(
    library: Library,
    guide: Guide,
    targets: Targets,
    paths: Collection[str] | None = None,
    kept: Cache | None = None,
    shared: Mapping[str, tuple[SharedText, ...]] | None = None,
) -> tuple[Finding, ...]:
    """Check all that people wrote for a site; see `review_library`.

    Returns:
        Every finding once, by path and place, but for those that the site's baseline records.
    """
    return review_library(library, guide, targets, paths, kept, shared=shared).findings


def review_library(
    library: Library,
    guide: Guide,
    targets: Targets,
    paths: Collection[str] | None = None,
    kept: Cache | None = None,
    blocking: Blocking | None = None,
    shared: Mapping[str, tuple[SharedText, ...]] | None = None,
) -> Review:
    """Check all that people wrote for a site.

    Args:
        library: What they wrote.
        guide: The rules.
        targets: What links may lead to.
        paths: Only these files, relative to the site's folder; None checks every file.
        kept: What was found before; None keeps nothing.
        blocking: What blocks; None leaves that to the site's settings.
        shared: By a post's path, what networks make of its captions.

    Raises:
        SettingsError: The baseline that the settings name cannot be read.
    """
    blocking = blocking or read_blocking(library.site, guide)
    kept = kept or Cache(None)
    copies = find_copies(library.posts, kept, paths)
    context = Context(library, targets, shared or {}, copies)
    pieces = [each for each in _pieces(library) if paths is None or each.source.path in paths]
    packs = read_packs(library.site, guide.rules)
    readings = read_all(pieces, library, guide, kept)
    runaways: dict[str, str] = {}
    files, counts = [], Counter[str]()
    for piece, reading in zip(pieces, readings, strict=True):
        manuscript = make_outline(piece, reading.outline)
        heeded = _settle(manuscript, reading, guide, packs, context)
        found = (make_finding(notice, manuscript, library.site) for notice in heeded.notices)
        files.append(blocking.decide(manuscript, found))
        counts.update(switches=heeded.switches, passed=heeded.passed)
        runaways = dict.fromkeys(reading.runaways, manuscript.path) | runaways
    broken = [
        _problem_finding(each) for each in library.problems if paths is None or each.path in paths
    ]
    broken += [_runaway_finding(guide, rule, path) for rule, path in runaways.items()]
    return Review(blocking, tuple(files), tuple(map(blocking.hold, broken)), **counts)


def _pieces(library: Library) -> Iterator[Written]:
    yield from library.posts
    yield from library.pages.values()
    yield from library.staff.values()
    yield from library.unread


def _settle(
    manuscript: Manuscript, reading: Reading, guide: Guide, packs: Packs, context: Context
) -> Heeded:
    """Return what is found in a file and around it, less what its switches let pass."""
    around = (check for check in guide.checks.values() if check.looks_around)
    notices = [notice for check in around for notice in check.find(check, manuscript, context)]
    found = drop_muted([*reading.notices, *notices], manuscript, packs)
    rules = {*guide.rules, *packs.rules}
    heeded = apply_switches(read_switches(manuscript), found, rules)
    text = manuscript.source.text
    # One that is let pass is still not told by what else is said of its line.
    hits = [each for each in reading.notices if each.check == SECRET][:MOST_SECRETS]
    secrets = [text[each.start : each.end] for each in hits]
    if not secrets:
        return heeded
    return replace(heeded, notices=tuple(_without(secrets, each) for each in heeded.notices))


def _without(secrets: list[str], notice: Notice) -> Notice:
    """Return a notice that tells none of a file's secrets."""
    texts = (notice.message, notice.match, notice.description)
    message, match, description = (hide_secrets(text, secrets) for text in texts)
    return replace(notice, message=message, match=match, description=description)


def make_finding(notice: Notice, manuscript: Manuscript, site: Site) -> Finding:
    """Return a notice as a finding: offsets become lines and columns."""
    source = manuscript.source
    finding = place_notice(notice, source)
    return replace(
        finding,
        link=_link(site, notice.principle) or notice.link,
        fingerprint=make_fingerprint(notice.match, _lines(source, finding.line, finding.end_line)),
    )


def _lines(source: Source, first: int, last: int) -> str:
    return source.text[source.offset(first) : source.offset(last + 1)]


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
    entry = guide.rules.get(name) or guide.attestations.get(name)
    message = (
        f"The pattern of `{name}` takes too long, on {seen} for one. "
        "Write it without one repetition inside another."
    )
    path, line = (guide.path, entry.line) if entry else (SETTINGS_FILE, 0)
    return Finding(path, line, 0, 1, RUNAWAY, "error", message)
