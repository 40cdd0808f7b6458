"""Names for findings that stay the same while other lines come and go."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from advocacy.editorial.reports.report import Report


def make_fingerprints(report: Report) -> Iterator[str]:
    """Yield one name for each finding, no two the same.

    It is made of the file, the rule and what the baseline knows the finding by; where all of these
    are the same, of how often that was so before. A finding without the latter is known by its
    match and its line.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for each in report.findings:
        line = " ".join(report.line(each.path, each.line).split())
        known = (each.fingerprint,) if each.fingerprint else (each.match or each.message, line)
        parts = (each.path, each.check, *known)
        name = "\0".join((*parts, str(seen[parts])))
        seen[parts] += 1
        yield hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]
