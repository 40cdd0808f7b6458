"""Notices and findings as JSON holds them: a list of their fields' values."""

from typing import Any, TypeVar, cast

from advocacy.editorial.action import Action

T = TypeVar("T")


def to_row(value: Any) -> list[Any]:
    """Return the values of a dataclass's fields, in their order."""
    row = [getattr(value, name) for name in value.__dataclass_fields__]
    return [to_row(each) if isinstance(each, Action) else each for each in row]


def from_row(kind: type[T], row: list[Any]) -> T:
    """Return the notice or finding of which a row has the values.

    Raises:
        ValueError: The row is of something else.
    """
    values: dict[str, Any] = dict(zip(cast("Any", kind).__dataclass_fields__, row, strict=True))
    name, params = values["action"]
    values["action"] = Action(name, tuple(params))
    values["replacements"] = tuple(values["replacements"])
    return kind(**values)
