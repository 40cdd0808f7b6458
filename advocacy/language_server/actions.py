"""What an editor offers to do about a finding."""

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.finding import Finding
from advocacy.editorial.fixing.fix import make_fixes
from advocacy.editorial.fixing.sound import keep_sound
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.reports.region import is_literal
from advocacy.language_server.diagnostics import make_diagnostic
from advocacy.language_server.positions import Count, make_position
from advocacy.markup.blocks import Block
from advocacy.publishing.desk import Desk

# Only to try whether a comment would let the place pass; nobody sees it.
_ANY_REASON = "a reason"
_ABOVE = frozenset({"list", "blockquote", "table", "heading", "html"})


@dataclass(frozen=True, slots=True)
class Change:
    """A part of a file, by offsets in its source, and what is written there."""

    start: int
    end: int
    text: str


def make_actions(
    finding: Finding, before: tuple[Finding, ...], desk: Desk, uri: str, count: Count
) -> Iterator[types.CodeAction]:
    """Yield what can be done about a finding, of those in its file: write else, or allow it."""
    manuscript = desk.manuscript(finding.path)
    if manuscript is None:
        return
    (finding,) = desk.suggest((finding,))
    changes = [*_replacements(finding, manuscript, desk)]
    for text, change in changes:
        title = f"Write “{text}”" if text else f"Take “{finding.match}” out"
        is_preferred = len(changes) == 1
        yield _action(title, change, finding, desk, uri, count, is_preferred=is_preferred)
    allowance = make_allowance(finding, before, manuscript, desk)
    if allowance:
        title = f"Allow {finding.check} here, with a reason"
        yield _action(title, allowance, finding, desk, uri, count, is_preferred=False)


def make_allowance(
    finding: Finding, before: tuple[Finding, ...], manuscript: Manuscript, desk: Desk
) -> Change | None:
    """Return a comment that lets a finding pass once a reason is written; None where none can."""
    check = CHECKS.get(finding.check)
    is_rule = finding.check in desk.guide.rules
    source = manuscript.source
    start = source.offset(finding.line, finding.column) if finding.column else 0
    if not (is_rule or (check and check.can_be_allowed)) or start < manuscript.body_start:
        return None
    for change in _comments(finding.check, start, manuscript):
        reason = f"{change.text[: change.text.index(':') + 1]} {_ANY_REASON} -->"
        tried = source.text[: change.start] + reason + change.text.partition("-->")[2]
        raw = (tried + source.text[change.start :]).encode()
        left = desk.with_texts({finding.path: raw}).check([finding.path])
        if _count(left, finding) < _count(before, finding) and len(left) < len(before):
            return change
    return None


def _comments(check: str, start: int, manuscript: Manuscript) -> Iterator[Change]:
    """Yield comments in a line above the block and in the block, the nicest first."""
    block = _block_at(start, manuscript)
    if block is None:
        return
    text = manuscript.source.text
    first = block.traced.span(0, 1)[0]
    line_start = text.rfind("\n", 0, first) + 1
    comment = f"<!-- allow {check}: -->"
    if block.parts.isdisjoint(_ABOVE):
        yield Change(line_start, line_start, f"{comment}\n")
    yield Change(first, first, comment)


def _block_at(offset: int, manuscript: Manuscript) -> Block | None:
    for block in manuscript.body.blocks:
        start, end = block.traced.span(0, len(block.text))
        if start <= offset < end:
            return block
    return None


def _count(findings: tuple[Finding, ...], like: Finding) -> int:
    return sum(each.check == like.check for each in findings)


def _replacements(
    finding: Finding, manuscript: Manuscript, desk: Desk
) -> Iterator[tuple[str, Change]]:
    """Yield each replacement with its change; that of a safe fix fits its neighbours."""
    fixes = keep_sound(manuscript, make_fixes([finding], manuscript), desk.reread)
    if fixes:
        fix = fixes[0]
        yield fix.text.strip(), Change(fix.start, fix.end, fix.text)
    elif is_literal(finding, desk.report((finding,))):
        source = manuscript.source
        start = source.offset(finding.line, finding.column)
        for text in finding.replacements:
            yield text, Change(start, start + finding.span, text)


def _action(
    title: str,
    change: Change,
    finding: Finding,
    desk: Desk,
    uri: str,
    count: Count,
    *,
    is_preferred: bool,
) -> types.CodeAction:
    text = "\n".join(desk.lines(finding.path))
    start, end = (make_position(text, at, count) for at in (change.start, change.end))
    edit = types.TextEdit(types.Range(start, end), change.text)
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[make_diagnostic(finding, desk.report((finding,)), count)],
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
        is_preferred=is_preferred or None,
    )
