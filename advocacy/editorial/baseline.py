"""What was found when the guide came into force: recorded, so that only what is new blocks."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from advocacy.editorial.finding import Finding


@dataclass(frozen=True, slots=True)
class Entry:
    """What is recorded of one file.

    Attributes:
        id: The post's, so that it is known by another path; empty for pages and colleagues.
        hash: Of its text.
        findings: How often each mark was found, by the mark.
    """

    id: str
    hash: str
    findings: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was found once.

    Attributes:
        name: The file in which it stands, as people know it.
        rules: By id, the version of each rule that was in force.
        files: By path.
        by_id: The path of each post, by its id.
    """

    name: str
    rules: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Entry] = field(default_factory=dict)
    by_id: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        by_id = {entry.id: path for path, entry in self.files.items() if entry.id}
        object.__setattr__(self, "by_id", by_id)

    def entry(self, path: str, post_id: str) -> Entry | None:
        """Return what is recorded of a file; a post is known by its id, wherever it lies."""
        return self.files.get(self.by_id.get(post_id, "") if post_id else path)


def hash_text(text: str) -> str:
    """Return a short hash of a file's text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def make_fingerprint(match: str, lines: str) -> str:
    """Return what a finding is known by, wherever in its file it stands.

    Args:
        match: The words that were found.
        lines: The lines of the file in which they stand.

    Returns:
        A hash of the words, and one of their lines; space and case make no difference.
    """
    return f"{_short_hash(match)}-{_short_hash(lines)}"


def mark_of(finding: Finding) -> str:
    """Return a finding's rule and fingerprint."""
    return f"{finding.check} {finding.fingerprint}"


def split_known(
    findings: Iterable[Finding], recorded: Mapping[str, int]
) -> tuple[list[Finding], list[Finding]]:
    """Part a file's findings into those that are recorded and those that are not.

    The same words in the same lines are matched first, then the same words in other lines: so a
    sentence that was wrapped anew or mended elsewhere is known, and a second one is not.
    """
    counts = Counter(recorded)
    exactly, left = _take(findings, counts, mark_of)
    loose: Counter[str] = Counter()
    for mark, count in counts.items():
        loose[_without_lines(mark)] += count
    nearly, left = _take(left, loose, lambda finding: _without_lines(mark_of(finding)))
    return [*exactly, *nearly], left


def _take(
    findings: Iterable[Finding], counts: Counter[str], mark: Callable[[Finding], str]
) -> tuple[list[Finding], list[Finding]]:
    """Part findings into those that still count for something, and the rest."""
    taken: list[Finding] = []
    left: list[Finding] = []
    for finding in findings:
        is_known = counts[mark(finding)] > 0
        counts[mark(finding)] -= is_known
        (taken if is_known else left).append(finding)
    return taken, left


def _without_lines(mark: str) -> str:
    return mark.rpartition("-")[0]


def _short_hash(text: str) -> str:
    folded = " ".join(text.split()).casefold()
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:8]
