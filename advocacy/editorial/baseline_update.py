"""A baseline as it is after a check: smaller by what was mended, and larger only when forced."""

from collections import Counter
from collections.abc import Iterable

from advocacy.editorial.baseline import Baseline, Entry, mark_of
from advocacy.editorial.blocking import Checked, rule_of
from advocacy.editorial.finding import Finding
from advocacy.editorial.review import Review


def record_baseline(review: Review, name: str) -> Baseline:
    """Return a baseline that records everything that was found.

    Args:
        review: A check of the whole site.
        name: What the file is called.
    """
    files = {file.path: _entry(file, file.findings) for file in review.files}
    return Baseline(name, review.blocking.in_force, files)


def shrink_baseline(review: Review, old: Baseline) -> Baseline:
    """Return a baseline that lets nothing pass that blocked before, and takes out what is mended.

    A file that has nothing left which blocks is recorded as it is now; one that cannot be read
    stays as it was. A rule that is new or was changed is recorded once the files that have not
    changed satisfy it.
    """
    unread = {each.path for each in review.broken}
    files = {path: entry for path, entry in old.files.items() if path in unread}
    for file in review.files:
        entry = old.entry(file.path, file.id)
        if not any(each.blocks for each in file.findings):
            files[file.path] = _entry(file, file.known)
        elif entry:
            files[file.path] = Entry(file.id, entry.hash, _entry(file, file.known).findings)
    waiting = {rule_of(each) for file in review.files for each in file.excused}
    in_force = review.blocking.in_force
    rules = {each: old.rules.get(each, "") for each in in_force if each in waiting}
    rules = {each: version for each, version in rules.items() if version}
    rules |= {each: version for each, version in in_force.items() if each not in waiting}
    return Baseline(old.name, rules, files)


def count_findings(baseline: Baseline) -> int:
    """Return how many findings a baseline records."""
    return sum(sum(entry.findings.values()) for entry in baseline.files.values())


def _entry(file: Checked, findings: Iterable[Finding]) -> Entry:
    return Entry(file.id, file.hash, Counter(mark_of(each) for each in findings))
