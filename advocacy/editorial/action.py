"""What a rule would have written in place of what it found, as Vale's actions say it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import regex

from advocacy import fields, schema
from advocacy.editorial.patterns import PatternError, compile_pattern, within_limit
from advocacy.schema import Field, FieldError, Node

_HUMP = regex.compile(r"(?<=[\p{Ll}\p{N}])(?=\p{Lu})|[-_.\s]+")
_INDEX = regex.compile(r"[0-9]{1,4}")
_GROUP = regex.compile(r"\$(?:\$|\{(\w+)\}|(\w+))")


class Action(NamedTuple):
    """How a rule makes what to write instead.

    Attributes:
        name: As Vale has it: a key of ACTIONS, or empty.
        params: What it works with.
    """

    name: str = ""
    params: tuple[str, ...] = ()


NO_ACTION = Action()


def make_replacements(action: Action, match: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return what could be written instead of a match, the best first.

    Args:
        action: The rule's.
        match: What was found.
        known: What the rule's kind knows by itself, such as the value of a swap.

    Raises:
        RunawayError: The action's pattern took too long.
    """
    if action.name == "remove":
        return ("",)
    if action.name == "replace":
        return action.params or known
    if action.name == "convert":
        return (" ".join(_HUMP.sub(" ", match).split()).lower(),)
    if action.name == "edit":
        how, *params = action.params
        return (EDITS[how].edit(match, *params).strip(),)
    return known


@dataclass(frozen=True, slots=True)
class Edit:
    """One way to edit a match: how many parameters it takes, and what it does."""

    params: int
    edit: Callable[..., str]


def _replace(match: str, pattern: str, replacement: str) -> str:
    def fill(found: "regex.Match[str]") -> str:
        return str(_GROUP.sub(lambda name: _caught(found, name), replacement))

    return str(within_limit(compile_pattern(pattern).sub, fill, match))


def _caught(found: "regex.Match[str]", name: "regex.Match[str]") -> str:
    """Return what `$1` or `${name}` stands for; for a group that there is not, nothing."""
    if name[0] == "$$":
        return "$"
    group = name[1] or name[2]
    number = int(group) if _INDEX.fullmatch(group) else found.re.groupindex.get(group, -1)
    return (found[number] or "") if 0 <= number <= found.re.groups else ""


def _split(match: str, separator: str, index: str) -> str:
    parts = match.split(separator) if separator else [match]
    return parts[int(index)] if int(index) < len(parts) else match


EDITS: Mapping[str, Edit] = {
    "regex": Edit(2, _replace),
    "trim": Edit(1, lambda match, signs: match.strip(signs)),
    "trim_left": Edit(1, lambda match, signs: match.lstrip(signs)),
    "trim_right": Edit(1, lambda match, signs: match.rstrip(signs)),
    "truncate": Edit(1, lambda match, end: match.partition(end)[0] if end else match),
    "split": Edit(2, _split),
}
ACTIONS = ("replace", "remove", "convert", "edit", "suggest")


def read_action(node: Node) -> Action:
    """Read an action: its name, and the parameters that this one needs.

    Raises:
        FieldError: There is no such action, or its parameters do not fit.
    """
    keys = (
        Field("name", fields.choice(*ACTIONS), required=True),
        Field("params", fields.many(_param), default=()),
    )
    record = schema.read_record(node, keys, "", "Action")
    if record.problems:
        raise FieldError(" ".join(problem.message for problem in record.problems))
    values: dict[str, Any] = dict(record.values)
    action = Action(**values)
    if action.name == "edit":
        _check_edit(action.params)
    if action.name == "convert" and action.params != ("simple",):
        raise FieldError("`convert` knows one way. Write `params: [simple]`.")
    return action


def _param(node: Node) -> str:
    if isinstance(node.value, dict | tuple):
        raise FieldError(f"{schema.quoted(node)} is not a text. Write one value.")
    return "" if node.value is None else str(node.value)


def _check_edit(params: tuple[str, ...]) -> None:
    known = ", ".join(f"`{name}`" for name in EDITS)
    if not params or params[0] not in EDITS:
        raise FieldError(f"`edit` begins with one of {known}.")
    how, *rest = params
    if len(rest) != EDITS[how].params:
        raise FieldError(f"`{how}` takes {EDITS[how].params} more, and has {len(rest)}.")
    if how == "split" and not _INDEX.fullmatch(rest[1]):
        raise FieldError(f"`{rest[1]}` is not the number of a part. Write 0 for the first.")
    if how == "regex":
        try:
            compile_pattern(rest[0])
        except PatternError as error:
            raise FieldError(str(error)) from None
