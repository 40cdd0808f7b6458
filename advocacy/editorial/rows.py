"""Notices and findings as JSON holds them: a list of their fields' values."""

from dataclasses import fields
from typing import Any, TypeVar

from advocacy.editorial.action import Action

T = TypeVar("T")


def to_row(value: Any) -> list[Any]:
    """Return the values of a dataclass's fields, in their order."""
    row = [getattr(value, each.name) for each in fields(value)]
    return [to_row(each) if isinstance(each, Action) else each for each in row]


def from_row(kind: type[T], row: list[Any]) -> T:
    """Return the notice or finding of which a row has the values.

    Raises:
        ValueError: The row is of something else.
    """
    names = [each.name for each in fields(kind)]  # type: ignore[arg-type]
    values: dict[str, Any] = dict(zip(names, row, strict=True))
    name, params = values["action"]
    values["action"] = Action(name, tuple(params))
    values["replacements"] = tuple(values["replacements"])
    return kind(**values)
