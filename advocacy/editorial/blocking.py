"""What stops a build: decided here and nowhere else, so that it is the same everywhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from advocacy.changes import Changes
from advocacy.editorial.baseline import Baseline, hash_text, split_known
from advocacy.editorial.baseline_file import read_site_baseline
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import RUNAWAY, Guide
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.packs import read_packs
from advocacy.editorial.rule import Rule
from advocacy.editorial.second_eyes import MISSING, OUTDATED
from advocacy.editorial_settings import Editorial
from advocacy.post import Post
from advocacy.severity import SEVERITIES
from advocacy.site import Site

STALE = "Attest.Stale"
# What another file's change can cause: a place that is gone.
CAUSED_ELSEWHERE = ("Link.Target", "Image.Target", "Image.Named")
# What these ask for has a version of its own; the finding's match names it.
ASKED = ("Attest.Missing", STALE, MISSING)
# What a change anywhere in a file can cause, wherever it is told.
CAUSED_ANYWHERE = (*ASKED, OUTDATED)


@dataclass(frozen=True, slots=True)
class Checked:
    """One file with all that was found in it.

    Attributes:
        id: The post's; empty for pages and colleagues.
        hash: Of its text.
        findings: What was found, in order, with `blocks` set.
        known: Those that the baseline records, and that do not block.
        excused: Those of rules that are newer than the baseline, in a file that has not changed
            since: nobody has written them, and they do not block.
        elsewhere: How many would block a build, and stand in lines that have not changed.
    """

    path: str
    id: str
    hash: str
    findings: tuple[Finding, ...] = ()
    known: frozenset[Finding] = frozenset()
    excused: frozenset[Finding] = frozenset()
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Blocking:
    """What decides whether a finding blocks.

    Attributes:
        editorial: From the settings, the least severity that blocks, and since when.
        in_force: By id, the version of each rule, of packs too, and of each attestation.
        baseline: What is recorded; None where a site keeps none.
        changes: What git says changed, where nothing else is to block.
        base: The commit before a change, by which it is settled who is who; empty where none is.
    """

    editorial: Editorial
    in_force: Mapping[str, str] = field(default_factory=dict)
    baseline: Baseline | None = None
    changes: Changes | None = None
    base: str = ""

    def decide(self, manuscript: Manuscript, findings: Iterable[Finding]) -> Checked:
        """Return a file with `blocks` set on each of its findings."""
        found = tuple(sorted(set(findings)))
        piece, hashed = manuscript.piece, hash_text(manuscript.source.text)
        post_id = piece.id if isinstance(piece, Post) else ""
        entry = self.baseline.entry(manuscript.path, post_id) if self.baseline else None
        is_same = entry is not None and entry.hash == hashed
        known, fresh = split_known(found, entry.findings if entry else {})
        excused = [each for each in fresh if is_same and self._is_newer(each)]
        spared = {each for each in (*known, *excused) if each.check != STALE or is_same}
        severe = {each for each in found if self._is_severe(each, manuscript.day)} - spared
        held = {each for each in severe if self._is_here(each)}
        decided = {each: each._replace(blocks=each in held) for each in found}
        return Checked(
            path=manuscript.path,
            id=post_id,
            hash=hashed,
            findings=tuple(decided.values()),
            known=frozenset(decided[each] for each in known if each not in severe),
            excused=frozenset(decided[each] for each in excused),
            elsewhere=len(severe) - len(held),
        )

    def hold(self, finding: Finding) -> Finding:
        """Return a finding that always blocks: the file, or the guide, cannot be used."""
        return finding._replace(blocks=True)

    def _is_severe(self, finding: Finding, day: date | None) -> bool:
        """Say whether a finding blocks in a file that is new."""
        if finding.check == STALE and self.baseline is None:
            # Nothing tells whether the post has changed since it was vouched for.
            return False
        since = self.editorial.enforce_from
        if day is not None and since is not None and day < since:
            return False
        return SEVERITIES.index(finding.severity) >= SEVERITIES.index(self.editorial.blocks)

    def _is_newer(self, finding: Finding) -> bool:
        """Say whether a finding's rule has changed since the baseline, or was not there."""
        name = rule_of(finding)
        recorded = self.baseline.rules if self.baseline else self.in_force
        return finding.check == STALE or self.in_force.get(name) != recorded.get(name)

    def _is_here(self, finding: Finding) -> bool:
        """Say whether a finding stands in what changed; one of a whole file, in a changed file."""
        if self.changes is None or (finding.check in CAUSED_ELSEWHERE and self.changes.gone):
            return True
        if finding.line <= 1 or finding.check in CAUSED_ANYWHERE:
            return self.changes.has_changed(finding.path)
        last = max(finding.line, finding.end_line)
        return self.changes.touches(finding.path, finding.line, last)


def read_blocking(site: Site, guide: Guide) -> Blocking:
    """Return what a site's settings decide.

    Raises:
        SettingsError: The baseline, or a pack, that they name cannot be read.
    """
    versions = versions_of(guide, read_packs(site, guide.rules).rules)
    return Blocking(site.editorial, versions, read_site_baseline(site))


def versions_of(guide: Guide, packed: Mapping[str, Rule] | None = None) -> dict[str, str]:
    """Return the version of each rule, attestation and built-in check that is in force.

    Args:
        guide: What says so.
        packed: The rules of packs, which count where the guide has none of their name.
    """
    versions = {rule.id: rule.version for rule in (packed or {}).values()}
    versions |= {check.id: check.severity for check in guide.checks.values()}
    versions |= {rule.id: rule.version for rule in guide.rules.values()}
    asked = guide.attestations.values()
    return versions | {each.id: f"{each.version} {each.level}" for each in asked}


def rule_of(finding: Finding | Notice) -> str:
    """Return the id under which a finding's rule, or attestation, has its version."""
    return finding.match if finding.check in ASKED else finding.check


def exit_status(findings: Iterable[Finding]) -> int:
    """Return how a command ends: 2 where the guide is at fault, 1 where content is, else 0."""
    blocking = [finding for finding in findings if finding.blocks]
    is_guide = any(each.check == RUNAWAY for each in blocking)
    return 2 if is_guide else int(bool(blocking))
