"""Everything that people wrote, held against the guide and the built-in checks."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from advocacy import addresses
from advocacy.cache import Cache
from advocacy.committers import Committed
from advocacy.editorial.baseline import make_fingerprint
from advocacy.editorial.blocking import Blocking, read_blocking, rule_of
from advocacy.editorial.context import Context
from advocacy.editorial.copies import find_copies
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import RUNAWAY, Guide
from advocacy.editorial.hiding import hide_secrets, hide_told
from advocacy.editorial.manuscript import Manuscript, Written, make_outline
from advocacy.editorial.notice import Notice
from advocacy.editorial.packs import Packs, drop_muted, read_packs
from advocacy.editorial.placing import place_notice
from advocacy.editorial.reading import Reading
from advocacy.editorial.readings import read_all
from advocacy.editorial.repeats import find_repeats
from advocacy.editorial.review import Review
from advocacy.editorial.second_eyes import UNKNOWN
from advocacy.editorial.switches import Heeded, apply_switches, read_switches
from advocacy.editorial.vouching import KINDS as OF_ATTESTATIONS
from advocacy.editorial.wordings import tell_files
from advocacy.errors import Problem
from advocacy.library import Library
from advocacy.limits.telling import CODE as OVERRUN
from advocacy.markup.targets import Targets
from advocacy.shared_text import SharedText
from advocacy.site import SETTINGS_FILE, Site
from advocacy.source import Source
from advocacy.unshown_text import UnshownText


def review_library(
    library: Library,
    guide: Guide,
    targets: Targets,
    paths: Collection[str] | None = None,
    kept: Cache | None = None,
    blocking: Blocking | None = None,
    shared: Mapping[str, tuple[SharedText, ...]] | None = None,
    unshown: Mapping[str, tuple[UnshownText, ...]] | None = None,
    committed: Committed | None = None,
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
        unshown: By a file's path, what pictures cannot show of its front matter.
        committed: Who committed the posts; None where nobody asks.

    Raises:
        SettingsError: The baseline that the settings name cannot be read.
    """
    blocking = blocking or read_blocking(library.site, guide)
    kept = kept or Cache(None)
    around = find_copies(library.posts, kept, paths), find_repeats(library.posts, paths)
    context = Context(library, targets, shared or {}, unshown or {}, *around, committed)
    packs = read_packs(library.site, guide.rules)
    read = _read_pieces(library, guide, paths, kept)
    runaways, files, counts = _runaways(read), [], Counter[str]()
    for manuscript, heeded in _settle_all(read, guide, packs, context, runaways):
        files.append(blocking.decide(manuscript, _findings(heeded, manuscript, library.site)))
        counts.update(switches=heeded.switches, passed=heeded.passed)
    broken = (*_broken(library, paths), *_overruns(read), *_stopped(guide, runaways))
    silence = committed.silence if committed else ""
    return Review(blocking, tuple(files), (*map(blocking.hold, broken),), silence=silence, **counts)


def _read_pieces(
    library: Library, guide: Guide, paths: Collection[str] | None, kept: Cache
) -> list[tuple[Written, Reading]]:
    """Return what people wrote in these files, or in all, each with what is found in it alone."""
    pieces = [each for each in _pieces(library) if paths is None or each.source.path in paths]
    return [*zip(pieces, read_all(pieces, library, guide, kept), strict=True)]


def _pieces(library: Library) -> Iterator[Written]:
    yield from library.posts
    yield from library.pages.values()
    yield from library.abouts.values()
    yield from library.staff.values()
    yield from library.unread


def _broken(library: Library, paths: Collection[str] | None) -> Iterator[Finding]:
    """Yield what could not be read, in these files or in all; a clash is of both its files."""
    for problem in library.problems:
        if paths is None or not {problem.path, problem.other}.isdisjoint(paths):
            yield _problem_finding(problem)


def _overruns(read: Sequence[tuple[Written, Reading]]) -> Iterator[Finding]:
    """Yield the files that took too much to be read to their end."""
    for piece, reading in read:
        if reading.overrun:
            yield _problem_finding(Problem(piece.source.path, 0, 0, reading.overrun, OVERRUN))


def _runaways(read: Sequence[tuple[Written, Reading]]) -> dict[str, str]:
    """Return the rules that took too long, by id, with the first file on which one did."""
    return {
        rule: piece.source.path for piece, reading in reversed(read) for rule in reading.runaways
    }


def _settle_all(
    read: Sequence[tuple[Written, Reading]],
    guide: Guide,
    packs: Packs,
    context: Context,
    stopped: Collection[str],
) -> Iterator[tuple[Manuscript, Heeded]]:
    """Yield each file that was read, with what `_settle` returns for it."""
    for piece, reading in read:
        manuscript = make_outline(piece, reading.outline)
        yield manuscript, _settle(manuscript, reading, guide, packs, context, stopped)


def _settle(
    manuscript: Manuscript,
    reading: Reading,
    guide: Guide,
    packs: Packs,
    context: Context,
    stopped: Collection[str],
) -> Heeded:
    """Return what is found in a file and around it, less what its switches let pass.

    Of rules that were stopped nothing is told: how much they had said by then is chance.
    """
    around = (check for check in guide.checks.values() if check.looks_around)
    notices = [notice for check in around for notice in check.find(check, manuscript, context)]
    own = (each for each in reading.notices if not _is_of_colleague(each, context))
    muted = drop_muted([*own, *notices], manuscript, packs)
    found = (each for each in muted if rule_of(each) not in stopped)
    switches = tuple(each for each in read_switches(manuscript) if each.rule not in stopped)
    heeded = apply_switches(switches, found, {*guide.rules, *packs.rules})
    told = hide_told(heeded.notices, reading.notices, manuscript.source.text)
    return replace(heeded, notices=told)


def _is_of_colleague(notice: Notice, context: Context) -> bool:
    """Say whether a reviewer is unknown only because their own file cannot be read."""
    return notice.check == UNKNOWN and notice.match in context.library.colleagues


def _findings(heeded: Heeded, manuscript: Manuscript, site: Site) -> Iterator[Finding]:
    return (make_finding(notice, manuscript, site) for notice in heeded.notices)


def make_finding(notice: Notice, manuscript: Manuscript, site: Site) -> Finding:
    """Return a notice as a finding: offsets become lines and columns."""
    source = manuscript.source
    finding = place_notice(notice, source)
    return finding._replace(
        link=_link(site, notice) or notice.link,
        fingerprint=make_fingerprint(notice.match, _lines(source, finding.line, finding.end_line)),
    )


def _lines(source: Source, first: int, last: int) -> str:
    return source.text[source.offset(first) : source.offset(last + 1)]


def _link(site: Site, notice: Notice) -> str:
    """Return where the guide's page tells of what was found; of an attestation, by its id."""
    name = notice.match if notice.check in OF_ATTESTATIONS else notice.check
    return site.href(f"{addresses.VALUES}#{name}") if notice.principle else ""


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


def _stopped(guide: Guide, runaways: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the rules that took too long; by id, the first file on which one did."""
    return (_runaway_finding(guide, rule, path) for rule, path in runaways.items())


def _runaway_finding(guide: Guide, name: str, seen: str) -> Finding:
    entry = guide.rules.get(name) or guide.attestations.get(name)
    message = (
        f"The pattern of `{name}` takes too long, on {seen} for one. "
        "Write it without one repetition inside another."
    )
    message += tell_files(guide.blocks[name]) if name in guide.blocks else ""
    path, line = (guide.path, entry.line) if entry else (SETTINGS_FILE, 0)
    return Finding(path, line, 0, 1, RUNAWAY, "error", message)
