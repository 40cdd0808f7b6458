"""All that was found in a site, and what there is to say about it besides."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from advocacy.counting import count_of
from advocacy.editorial.blocking import Blocking, Checked
from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import RUNAWAY
from advocacy.limits.telling import CODE as OVERRUN


@dataclass(frozen=True, slots=True)
class Review:
    """What was found.

    Attributes:
        blocking: What decided whether it blocks.
        files: Each file with what was found in it.
        broken: What keeps a file or the guide from being used.
        switches: How many `allow` comments and lines let something pass.
        passed: How many findings they let pass.
        silence: Why nothing is told of who wrote the posts, where somebody asks; or empty.
    """

    blocking: Blocking
    files: tuple[Checked, ...]
    broken: tuple[Finding, ...] = ()
    switches: int = 0
    passed: int = 0
    silence: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding once, by path and place; without those that the baseline records."""
        shown = {each for file in self.files for each in file.findings if each not in file.known}
        return tuple(sorted({*shown, *self.broken}))

    @property
    def every(self) -> tuple[Finding, ...]:
        """Every finding, those that the baseline records too."""
        found = {each for file in self.files for each in file.findings}
        return tuple(sorted({*found, *self.broken}))

    @property
    def is_stopped(self) -> bool:
        """Whether a rule or a file took too long, so that there may be more to say next time."""
        return any(each.check in {RUNAWAY, OVERRUN} for each in self.broken)

    @property
    def blocks(self) -> bool:
        """Whether anything stops a build."""
        return any(each.blocks for each in self.findings)


def make_notes(review: Review) -> Iterator[str]:
    """Yield a line for each thing that the findings do not show."""
    name = review.blocking.baseline.name if review.blocking.baseline else ""
    known = sum(len(file.known) for file in review.files)
    if known:
        stand = "stands" if known == 1 else "stand"
        yield f"{count_of(known, 'finding')} {stand} in {name} and {_are(known)} not shown."
    excused = Counter(each.check for file in review.files for each in file.excused)
    if excused:
        count = excused.total()
        ordered = sorted(excused.items(), key=lambda item: (-item[1], item[0]))
        rules = ", ".join(f"{number} {check}" for check, number in ordered)
        told = f"{count_of(count, 'finding')} {_are(count)} new since {name}"
        yield f"{told}, in files that have not changed: {rules}. None of them blocks."
    elsewhere = sum(file.elsewhere for file in review.files)
    if elsewhere and review.blocking.changes:
        since = review.blocking.changes.since
        told = f"{count_of(elsewhere, 'finding')} would stop a build"
        yield f"{told}, in lines that have not changed since {since}."
    if review.switches:
        told = f"{count_of(review.switches, 'switch')} (`allow`)"
        lets = "lets" if review.switches == 1 else "let"
        yield f"{told} {lets} {count_of(review.passed, 'finding')} pass."
    if review.silence:
        yield f"Who wrote the posts was not looked at: {review.silence}."


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
