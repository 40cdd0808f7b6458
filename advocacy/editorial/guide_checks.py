"""Which built-in checks uphold a principle, and how severe the guide finds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from advocacy import fields
from advocacy.editorial.builtin import CHECKS
from advocacy.editorial.builtin.check import Check
from advocacy.errors import Problem, nearest
from advocacy.schema import FieldError, Node
from advocacy.severity import SEVERITIES

OFF = "off"
LEVELS = (*SEVERITIES, OFF)


@dataclass(frozen=True, slots=True)
class CheckChoice:
    """What the guide says of one built-in check.

    Attributes:
        id: The check's.
        level: `suggestion`, `warning`, `error` or `off`.
        principle: The id of the principle that it upholds.
        line: At which this is said, 1-based.
        block: The line at which the block begins in which this is said.
    """

    id: str
    level: str
    principle: str
    line: int
    block: int


def read_checks(
    node: Node, path: str, principle: str, line: int
) -> tuple[tuple[CheckChoice, ...], tuple[Problem, ...]]:
    """Read a block of `Check.Id: level` lines; without a level, the check keeps its own."""
    if not isinstance(node.value, dict) or not node.value:
        message = "There is no check here. Write lines such as `Link.Text: error`."
        return (), (Problem(path, line, 0, message, "Checks"),)
    choices, problems = [], []
    for name, level in node.value.items():
        place = node.keys[name]
        try:
            chosen = _read_level(name, level)
        except FieldError as error:
            span = len(name)
            problems.append(Problem(path, place.line, place.column, str(error), "Checks", span))
            continue
        choices.append(CheckChoice(name, chosen, principle, place.line, line))
    return tuple(choices), tuple(problems)


def _read_level(name: str, level: Node) -> str:
    if name not in CHECKS:
        hint = nearest(name, CHECKS) or " docs/rules.md has them all."
        raise FieldError(f"`{name}` is no built-in check.{hint}")
    check = CHECKS[name]
    if level.value is None:
        return check.severity
    try:
        chosen = str(fields.choice(*LEVELS)(level))
    except FieldError as error:
        raise FieldError(f"`{name}`: {error}") from None
    if chosen != check.severity and not check.can_be_allowed:
        raise FieldError(f"`{name}` is always of level `{check.severity}`. Write it so.")
    return chosen


def make_checks(choices: Iterable[CheckChoice]) -> Mapping[str, Check]:
    """Return the built-in checks that are in force, as the guide would have them."""
    by_id = {choice.id: choice for choice in choices}
    return {
        name: replace(check, severity=by_id[name].level, principle=by_id[name].principle)
        if name in by_id
        else check
        for name, check in CHECKS.items()
        if name not in by_id or by_id[name].level != OFF
    }
