"""What upholds each principle of a guide, and by how many posts it is met."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import Guide
from advocacy.editorial.guide_version import make_guide_version
from advocacy.editorial.principle import Principle
from advocacy.editorial.vouching import KINDS as VOUCHING

RULE, ATTESTATION, CHECK = "rule", "attestation", "built-in check"


@dataclass(frozen=True, slots=True)
class Upholder:
    """What upholds a principle.

    Attributes:
        id: Of the rule, attestation or built-in check.
        kind: RULE, ATTESTATION or CHECK.
        level: How severe what it finds is.
        posts: In how many posts it finds something.
    """

    id: str
    kind: str
    level: str
    posts: int


@dataclass(frozen=True, slots=True)
class Upheld:
    """A principle, and what upholds it.

    Attributes:
        by: In the order rules, attestations, built-in checks; empty where the guide says that
            nothing does.
        met: In how many posts nothing is found that goes against it.
    """

    principle: Principle
    by: tuple[Upholder, ...]
    met: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How a guide is upheld.

    Attributes:
        version: Of the guide.
        posts: How many were checked.
        principles: In the order of the page.
        untied: The built-in checks that uphold no principle.
    """

    version: str
    posts: int
    principles: tuple[Upheld, ...]
    untied: tuple[Upholder, ...]


def make_coverage(guide: Guide, posts: Collection[str], findings: Iterable[Finding]) -> Coverage:
    """Count what was found in posts by principle, and by what upholds it.

    Args:
        guide: The guide.
        posts: The paths of the posts that count.
        findings: What was found, in these and other files.
    """
    by_upholder: dict[str, set[str]] = defaultdict(set)
    by_principle: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        if finding.path in posts:
            # What is missing of an attestation names it as the match.
            name = finding.match if finding.check in VOUCHING else finding.check
            by_upholder[name].add(finding.path)
            by_principle[finding.principle].add(finding.path)
    upholders = _upholders(guide, by_upholder)
    return Coverage(
        version=make_guide_version(guide),
        posts=len(posts),
        principles=tuple(
            Upheld(each, upholders[each.id], len(posts) - len(by_principle[each.id]))
            for each in guide.principles.values()
        ),
        untied=upholders[""],
    )


def _upholders(
    guide: Guide, found: Mapping[str, Collection[str]]
) -> Mapping[str, tuple[Upholder, ...]]:
    """Return what upholds each principle, by its id; under "", the checks that uphold none."""
    upholders: dict[str, tuple[Upholder, ...]] = defaultdict(tuple)
    for principle, upholder in _all_upholders(guide, found):
        upholders[principle] += (upholder,)
    return upholders


def _all_upholders(
    guide: Guide, found: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, Upholder]]:
    for rule in guide.rules.values():
        yield rule.principle, Upholder(rule.id, RULE, rule.level, len(found.get(rule.id, ())))
    for each in guide.attestations.values():
        posts = len(found.get(each.id, ()))
        yield each.principle, Upholder(each.id, ATTESTATION, each.level, posts)
    for check in guide.checks.values():
        posts = len(found.get(check.id, ()))
        yield check.principle, Upholder(check.id, CHECK, check.severity, posts)
