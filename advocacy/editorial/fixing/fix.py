"""A change to a file that mends one finding, where that is safe."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advocacy.editorial.finding import Finding
from advocacy.editorial.fixing.visible_text import VisibleText
from advocacy.editorial.fixing.wording import fit
from advocacy.editorial.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Fix:
    """One change.

    Attributes:
        start: Offset in the source of what is replaced.
        end: Offset behind it.
        text: What is written there; empty takes it out.
        finding: What it mends.
    """

    start: int
    end: int
    text: str
    finding: Finding


def make_fixes(findings: Iterable[Finding], manuscript: Manuscript) -> list[Fix]:
    """Return the safe fixes of a file's findings, in order; of two that overlap, the first."""
    visible = VisibleText(manuscript)
    found = (_make_fix(finding, manuscript, visible) for finding in findings)
    kept: list[Fix] = []
    for fix in sorted((fix for fix in found if fix), key=lambda fix: (fix.start, fix.end)):
        if not kept or fix.start >= kept[-1].end:
            kept.append(fix)
    return kept


def apply_fixes(text: str, fixes: Sequence[Fix]) -> str:
    """Return a text with fixes applied, which are in order and do not overlap."""
    parts, at = [], 0
    for fix in fixes:
        parts += [text[at : fix.start], fix.text]
        at = fix.end
    return "".join([*parts, text[at:]])


def _make_fix(finding: Finding, manuscript: Manuscript, visible: VisibleText) -> Fix | None:
    """Return the fix of a finding that has one replacement and stands in plain, visible text."""
    if len(finding.replacements) != 1 or not finding.column or not finding.end_line:
        return None
    source = manuscript.source
    start = source.offset(finding.line, finding.column)
    end = source.offset(finding.end_line, finding.end_column)
    found = visible.find(start, end)
    if found is None or start == end or source.text[start:end] != finding.match:
        return None
    line, at = found
    for words in fit(line, at, at + end - start, finding.replacements[0]):
        first, last = start - words.before, end + words.behind
        if visible.find(first, last):
            return Fix(first, last, words.text, finding)
    return None
