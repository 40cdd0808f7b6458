"""What was held against which guide, and what was found: the record of a build."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from advocacy.editorial.finding import Finding
from advocacy.editorial.guide import Guide
from advocacy.editorial.guide_version import make_guide_version
from advocacy.post import Post
from advocacy.severity import SEVERITIES


def make_record(
    guide: Guide, posts: Iterable[Post], findings: Iterable[Finding], today: date
) -> dict[str, object]:
    """Return the record of one build, as JSON holds it.

    Args:
        guide: The guide.
        posts: Those that were published.
        findings: What was found; the rest of the site's files are counted in the totals alone.
        today: The day as on which the site was built.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        counts[finding.path][finding.severity] += 1
    return {
        "date": today.isoformat(),
        "guide": {
            "path": guide.path,
            "version": make_guide_version(guide),
            "principles": len(guide.principles),
            "rules": len(guide.rules),
            "attestations": len(guide.attestations),
            "checks": len(guide.checks),
        },
        "findings": _by_severity(sum(counts.values(), Counter())),
        "posts": {post.path: _by_severity(counts[post.path]) for post in posts},
    }


def _by_severity(counted: Mapping[str, int]) -> dict[str, int]:
    return {severity: counted.get(severity, 0) for severity in SEVERITIES}
