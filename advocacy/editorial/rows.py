"""Notices and findings as JSON holds them: a list of their fields' values."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from advocacy.editorial.action import NO_ACTION, Action

T = TypeVar("T")


class Columns(NamedTuple):
    """What a row has: where, from 0, stands what is no plain value.

    Attributes:
        read: Returns the values of a dataclass's fields.
        width: How many there are.
        action: Where a notice or a finding has its action.
        replacements: Where it has its replacements.
    """

    read: "attrgetter[Any]"
    width: int
    action: int | None
    replacements: int | None


def to_row(value: Any) -> list[Any]:
    """Return the values of a dataclass's fields, in their order."""
    kind: Any = type(value)
    columns = _columns(kind)
    row = [*columns.read(value)]
    if columns.action is not None:
        action = row[columns.action]
        row[columns.action] = (action.name, action.params)
    return row


def from_row(kind: Callable[..., T], row: list[Any]) -> T:
    """Return the notice or finding of which a row has the values; the row is used up.

    Raises:
        ValueError: The row is of something else.
    """
    columns = _columns(kind)
    if len(row) != columns.width:
        raise ValueError(f"{len(row)} values where there are {columns.width}")
    if columns.action is not None:
        name, params = row[columns.action]
        row[columns.action] = Action(name, tuple(params)) if name else NO_ACTION
    if columns.replacements is not None:
        row[columns.replacements] = tuple(row[columns.replacements])
    return kind(*row)


@cache
def _columns(kind: Any) -> Columns:
    names = [*kind.__dataclass_fields__]
    action, replacements = (
        names.index(name) if name in names else None for name in ("action", "replacements")
    )
    return Columns(attrgetter(*names), len(names), action, replacements)
