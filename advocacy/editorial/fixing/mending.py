"""Files mended until there is nothing left that is safe to mend."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from advocacy.editorial.finding import Finding
from advocacy.editorial.fixing.fix import Fix, make_fixes
from advocacy.editorial.fixing.raw_text import apply_to_bytes
from advocacy.editorial.fixing.sound import keep_sound
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.reports.report import at_least
from advocacy.severity import SEVERITIES
from advocacy.source import Source

# What is written in place of something may be found by another rule; each turn mends that too.
MOST_TURNS = 10


class Desk(Protocol):
    """A site that can be read and checked, with other texts than lie on disk."""

    def check(self, paths: Collection[str]) -> tuple[Finding, ...]:
        """Return the findings in some files."""

    def manuscript(self, path: str) -> Manuscript | None:
        """Return a file; None where it cannot be read."""

    def reread(self, source: Source) -> Manuscript | None:
        """Read a file as if it said something else."""

    def guesses(self) -> Collection[str]:
        """Return the names of rules whose replacements are for people to choose from."""

    def raw(self, path: str) -> bytes:
        """Return a file's bytes."""

    def with_texts(self, texts: Mapping[str, bytes]) -> "Desk":
        """Return a desk at which files say something else."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of some files.

    Attributes:
        texts: By path, what the changed files say now.
        fixes: What was mended, by path and in order.
        findings: What is left, in these files.
        restless: Paths of files in which rules undo one another's work; they stay as they were.
    """

    texts: Mapping[str, bytes] = field(default_factory=dict)
    fixes: Mapping[str, tuple[Fix, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    restless: tuple[str, ...] = ()


def mend(desk: Desk, findings: Iterable[Finding], severity: str = SEVERITIES[0]) -> Mended:
    """Mend what is safe to mend, again and again until nothing is.

    Args:
        desk: The site.
        findings: What was found in it.
        severity: What is less severe, and does not block, is let be.
    """
    start, left = desk, tuple(findings)
    texts: dict[str, bytes] = {}
    fixes: dict[str, list[Fix]] = defaultdict(list)
    changed: dict[str, bytes] = {}
    for turn in range(MOST_TURNS + 1):
        found = find_fixes(desk, [each for each in left if at_least(each, severity)])
        changed = {path: apply_to_bytes(desk.raw(path), each) for path, each in found.items()}
        if not changed or turn == MOST_TURNS:
            break
        for path, each in found.items():
            fixes[path] += each
        texts |= changed
        desk = desk.with_texts(changed)
        left = _merged(left, desk.check([*changed]), changed)
    restless = tuple(sorted(changed))
    if restless:
        left = _merged(left, start.check(restless), restless)
    kept = {path: text for path, text in texts.items() if path not in restless}
    return Mended(kept, {path: tuple(fixes[path]) for path in sorted(kept)}, left, restless)


def find_fixes(desk: Desk, findings: Iterable[Finding]) -> dict[str, list[Fix]]:
    """Return by path what of some findings is safe to mend, in order and without overlaps."""
    by_path: dict[str, list[Finding]] = defaultdict(list)
    guesses = desk.guesses()
    for finding in findings:
        if len(finding.replacements) == 1 and finding.check not in guesses:
            by_path[finding.path].append(finding)
    found = {}
    for path, each in by_path.items():
        manuscript = desk.manuscript(path)
        fixes = make_fixes(each, manuscript) if manuscript else []
        sound = keep_sound(manuscript, fixes, desk.reread) if manuscript else []
        if sound:
            found[path] = sound
    return found


def _merged(
    old: tuple[Finding, ...], new: tuple[Finding, ...], paths: Collection[str]
) -> tuple[Finding, ...]:
    return tuple(sorted({*(each for each in old if each.path not in paths), *new}))
