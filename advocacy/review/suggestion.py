"""Changed lines written anew, where that mends something and is safe."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from advocacy.cache import make_key
from advocacy.changes import LONE_RETURN, Changes
from advocacy.editorial.finding import Finding
from advocacy.editorial.fixing.fix import Fix
from advocacy.editorial.fixing.mending import find_fixes
from advocacy.editorial.fixing.raw_text import apply_to_bytes
from advocacy.editorial.reports.excerpt import PRIVATE
from advocacy.editorial.reports.markdown_text import make_visible_line
from advocacy.editorial.secret_shapes import cover_secrets
from advocacy.publishing.desk import Desk
from advocacy.source import Source, make_source


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Whole lines of a file, and what could be written in their place.

    Attributes:
        path: The file, relative to the site's folder.
        line: The first of them, 1-based.
        before: What they say, with the line ends of the file.
        after: What they would say.
        findings: What that mends.
    """

    path: str
    line: int
    before: str
    after: str
    findings: tuple[Finding, ...]

    @property
    def old(self) -> tuple[str, ...]:
        """What the lines say, without their ends."""
        return _split(self.before)

    @property
    def new(self) -> tuple[str, ...]:
        """What they would say, without their ends."""
        return _split(self.after)

    @property
    def end_line(self) -> int:
        """The last of the lines."""
        return self.line + len(self.old) - 1

    @property
    def blocks(self) -> bool:
        """Whether what it mends stops a build."""
        return any(each.blocks for each in self.findings)

    @property
    def fingerprint(self) -> str:
        """What stays the same wherever in the file the lines stand."""
        return make_key(self.path, *self.old, "", *self.new)[:32]


def make_suggestions(
    desk: Desk, findings: Iterable[Finding], changes: Changes
) -> tuple[Suggestion, ...]:
    """Return what can be mended in lines that changed, by path and line.

    Nothing is suggested for lines with a secret in them, nor for those that show otherwise than
    they are: who takes a suggestion takes what they see.
    """
    found = tuple(each for each in findings if changes.touches(each.path, each.line, each.end_line))
    private = {(each.path, each.line) for each in found if each.check in PRIVATE}
    return tuple(
        each
        for path, fixes in sorted(find_fixes(desk, found).items())
        for each in _of_file(path, fixes, desk)
        if _is_plain(each) and not _lines(each) & private
    )


def _of_file(path: str, fixes: Sequence[Fix], desk: Desk) -> Iterator[Suggestion]:
    raw = desk.raw(path)
    source = make_source(raw, path)
    assert isinstance(source, Source)
    if LONE_RETURN.search(raw):
        return  # forges and git count its lines otherwise
    for group in _by_lines(fixes, source):
        yield _make_suggestion(group, source, raw)


def _by_lines(fixes: Sequence[Fix], source: Source) -> list[list[Fix]]:
    """Return fixes so that those of the same lines are one."""
    groups: list[list[Fix]] = []
    last = 0
    for fix in fixes:
        if groups and source.position(fix.start)[0] <= last:
            groups[-1].append(fix)
        else:
            groups.append([fix])
        last = _last_line(fix, source)
    return groups


def _make_suggestion(fixes: Sequence[Fix], source: Source, raw: bytes) -> Suggestion:
    first, last = source.position(fixes[0].start)[0], _last_line(fixes[-1], source)
    lines = raw.split(b"\n")
    start = source.offset(first)
    before = b"\n".join(lines[first - 1 : last]) + b"\n" * (last < len(lines))
    own = [Fix(each.start - start, each.end - start, each.text, each.finding) for each in fixes]
    after = apply_to_bytes(before, own)
    found = tuple(each.finding for each in fixes)
    return Suggestion(source.path, first, before.decode(), after.decode(), found)


def _last_line(fix: Fix, source: Source) -> int:
    return source.position(fix.end - 1)[0]


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").removesuffix("\n").split("\n"))


def _lines(suggestion: Suggestion) -> set[tuple[str, int]]:
    numbers = range(suggestion.line, suggestion.end_line + 1)
    return {(suggestion.path, number) for number in numbers}


def _is_plain(suggestion: Suggestion) -> bool:
    lines = (*suggestion.old, *suggestion.new)
    return all(make_visible_line(each) == each == cover_secrets(each) for each in lines)
