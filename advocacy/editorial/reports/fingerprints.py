"""Names for findings that stay the same while other lines come and go."""

import hashlib
from collections import Counter
from collections.abc import Iterator

from advocacy.editorial.reports.report import Report


def make_fingerprints(report: Report) -> Iterator[str]:
    """Yield one name for each finding, no two the same.

    It is made of the file, the rule, the match and the line that it is in; where all of these are
    the same, of how often that was so before.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for each in report.findings:
        line = " ".join(report.line(each.path, each.line).split())
        parts = (each.path, each.check, each.match or each.message, line)
        name = "\0".join((*parts, str(seen[parts])))
        seen[parts] += 1
        yield hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]
