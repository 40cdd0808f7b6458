"""Notices and findings as JSON holds them: a list of their values."""

from typing import Any, TypeVar

from advocacy.editorial.action import NO_ACTION, Action
from advocacy.editorial.finding import Finding
from advocacy.editorial.notice import Notice

T = TypeVar("T", Notice, Finding)
# Where a value stands that is more than JSON: an action, and a tuple.
_PLACES = {
    kind: (kind._fields.index("action"), kind._fields.index("replacements"))
    for kind in (Notice, Finding)
}


def from_row(kind: type[T], row: list[Any]) -> T:
    """Return the notice or finding of which a row has the values.

    Raises:
        IndexError, TypeError, ValueError: The row is of something else.
    """
    action, replacements = _PLACES[kind]
    values = [*row]
    name, params = row[action]
    values[action] = Action(name, tuple(params)) if name else NO_ACTION
    values[replacements] = tuple(row[replacements])
    return kind(*values)
