"""What lets a rule's findings pass: a comment in the text, a line in the front matter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.vouching import KINDS as VOUCHING
from advocacy.errors import nearest

_SWITCH = re.compile(r"\s*allow\b\s*([^\s:]*)\s*:?(.*)", re.IGNORECASE | re.DOTALL)
COMMENT, LINE = "<!-- allow %s: reason -->", "allow: {%s: reason}"
KINDS = {
    "Allow.Reason": ("error", "An `allow` gives no reason."),
    "Allow.Unknown": ("error", "An `allow` names no rule, or one that cannot be let pass."),
    "Allow.Unused": ("warning", "An `allow` lets nothing pass."),
}


@dataclass(frozen=True, slots=True)
class Switch:
    """What lets a rule's findings pass: in one block, or in the front matter.

    Attributes:
        rule: The id of the rule.
        start: Offset in the file of the comment, or of the rule's name in the line.
        end: Offset behind it.
        covers: Offsets of the block that the comment is in, or that follows it; or of the
            front matter; what is written there covers what concerns the whole file as well.
        form: How it is written, with `%s` for the rule.
    """

    rule: str
    reason: str
    start: int
    end: int
    covers: tuple[int, int]
    form: str = COMMENT

    def allows(self, notice: Notice) -> bool:
        """Say whether a notice is let pass."""
        first, last = self.covers
        is_covered = first <= notice.start < last
        concerns_file = self.form == LINE and not notice.has_place
        return notice.check == self.rule and (is_covered or concerns_file)


def read_switches(manuscript: Manuscript) -> tuple[Switch, ...]:
    """Read the `allow` comments of a file's body, and the `allow` lines above it."""
    return (*_read_lines(manuscript), *_read_comments(manuscript))


def _read_lines(manuscript: Manuscript) -> Iterator[Switch]:
    piece, text = manuscript.piece, manuscript.source.text
    if piece is None:
        return
    for rule, reason in piece.allow.items():
        value = piece.places[f"allow.{rule}"].start
        start = max(text.rfind(rule, 0, value), 0)
        covers = (0, manuscript.body_start)
        yield Switch(rule, reason, start, start + len(rule), covers, LINE)


def _read_comments(manuscript: Manuscript) -> tuple[Switch, ...]:
    found = ((comment, _SWITCH.fullmatch(comment.text)) for comment in manuscript.body.comments)
    return tuple(
        Switch(match[1], match[2].strip(), comment.start, comment.end, comment.covers)
        for comment, match in found
        # Without either mark it is a sentence that happens to begin with the word.
        if match and (":" in comment.text or "." in match[1])
    )


@dataclass(frozen=True, slots=True)
class Heeded:
    """What is left when switches were heeded.

    Attributes:
        notices: What none lets pass, and what is wrong with the switches themselves.
        switches: How many let something pass.
        passed: How many notices they let pass.
    """

    notices: tuple[Notice, ...]
    switches: int
    passed: int


def apply_switches(
    switches: tuple[Switch, ...], notices: Iterable[Notice], rules: Iterable[str]
) -> Heeded:
    """Take out the notices that a switch lets pass, and add what is wrong with the switches.

    Args:
        switches: The comments.
        notices: What was found in the file.
        rules: The ids of the guide's rules.
    """
    allowable = {*rules, *(check.id for check in CHECKS.values() if check.can_be_allowed)}
    sound = [each for each in switches if each.rule in allowable and each.reason]
    used: set[Switch] = set()
    left = []
    passed = 0
    for notice in notices:
        by = [switch for switch in sound if switch.allows(notice)]
        used.update(by)
        passed += bool(by)
        if not by:
            left.append(notice)
    for switch in switches:
        left += _mistakes(switch, allowable, is_used=switch in used)
    return Heeded(tuple(left), len(used), passed)


def _mistakes(switch: Switch, allowable: set[str], *, is_used: bool) -> Iterator[Notice]:
    what = "comment" if switch.form == COMMENT else "line"
    if switch.rule in {*CHECKS, *VOUCHING, *KINDS} - allowable:
        message = f"`{switch.rule}` cannot be let pass. Mend what it found."
        yield _notice(switch, "Allow.Unknown", message)
    elif switch.rule not in allowable:
        cure = nearest(switch.rule, sorted(allowable)) or f" Name one: `{switch.form % 'RULE'}`."
        seen = f"`{switch.rule}` is no rule here" if switch.rule else "No rule is named"
        yield _notice(switch, "Allow.Unknown", f"{seen}.{cure}")
    elif not switch.reason:
        message = f"Say why: `{switch.form % switch.rule}`."
        yield _notice(switch, "Allow.Reason", message)
    elif not is_used:
        message = f"`{switch.rule}` finds nothing here. Take the {what} out."
        yield _notice(switch, "Allow.Unused", message)


def _notice(switch: Switch, check: str, message: str) -> Notice:
    return Notice(check, KINDS[check][0], switch.start, switch.end, message, switch.rule)
