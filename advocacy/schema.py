"""Records as tables of fields: which keys there are, and what each may hold."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from advocacy.errors import Problem, nearest


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: 1-based line and column, and its offsets in the file's text.

    Attributes:
        path: The file, where it is another one than that of the record.
    """

    line: int = 0
    column: int = 0
    start: int = 0
    end: int = 0
    path: str = ""


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Node:
    """A value as YAML or TOML gave it: a scalar, a tuple of nodes, or a dict of nodes."""

    value: object
    place: Place = NOWHERE
    keys: Mapping[str, Place] = field(default_factory=dict)


class FieldError(Exception):
    """A value that its field cannot hold; the text says what was seen and how to mend it."""


class PartError(FieldError):
    """Mistakes in a table below a key, each with a place of its own."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = problems


Reading = Callable[[Node], object]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record.

    Attributes:
        key: As people write it.
        read: Turns a node into the field's value, or raises FieldError.
        required: Whether a record without the key is a mistake.
        default: The value where the key is absent.
        cure: What to do when a required key is absent.
    """

    key: str
    read: Reading
    required: bool = False
    default: object = None
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What was read of a record: values by key, places by dotted path, and the mistakes."""

    values: Mapping[str, object]
    places: Mapping[str, Place]
    problems: tuple[Problem, ...]


def read_record(node: Node, fields: Iterable[Field], path: str, kind: str) -> Record:
    """Read a table of fields from a node, collecting every mistake.

    Args:
        node: The mapping that was written.
        fields: The keys that there are.
        path: The file, for the problems.
        kind: What the record is called in codes, such as `Post`.
    """
    if not isinstance(node.value, dict):
        problem = _problem(path, node.place, f"{quoted(node)} is not a list of `key: value`.", kind)
        return Record({}, {}, (problem,))
    table = {each.key: each for each in fields}
    problems = [
        _problem(path, node.keys.get(key, NOWHERE), _unknown(key, table), f"{kind}.UnknownKey", key)
        for key in node.value
        if key not in table
    ]
    values: dict[str, object] = {}
    for each in table.values():
        values[each.key] = each.default
        if each.key not in node.value:
            if each.required:
                message = f"There is no `{each.key}`. {each.cure or f'Add `{each.key}:`.'}"
                problems.append(_problem(path, NOWHERE, message, f"{kind}.{code_of(each.key)}"))
            continue
        value = node.value[each.key]
        try:
            values[each.key] = each.read(value)
        except PartError as error:
            code = f"{kind}.{code_of(each.key)}"
            part = (_of_part(problem, each.key, value.place) for problem in error.problems)
            problems += [replace(problem, path=problem.path or path, code=code) for problem in part]
        except FieldError as error:
            code = f"{kind}.{code_of(each.key)}"
            problems.append(_problem(path, value.place, f"`{each.key}`: {error}", code))
    return Record(values, dict(_places(node)), tuple(problems))


def read_part(node: Node, fields: Iterable[Field]) -> dict[str, Any]:
    """Read a table of fields below a key.

    Raises:
        PartError: With the place of each mistake.
    """
    record = read_record(node, fields, "", "Part")
    if record.problems:
        raise PartError(record.problems)
    return dict(record.values)


def make_node(value: object) -> Node:
    """Turn what tomllib gave into nodes; TOML has no places."""
    if isinstance(value, Mapping):
        return Node({str(key): make_node(each) for key, each in value.items()})
    if isinstance(value, list):
        return Node(tuple(make_node(each) for each in value))
    return Node(value)


def in_file(node: Node, path: str) -> Node:
    """Return a node all of whose places say in which file they are."""
    value = node.value
    if isinstance(value, dict):
        value = {key: in_file(each, path) for key, each in value.items()}
    elif isinstance(value, tuple):
        value = tuple(in_file(each, path) for each in value)
    keys = {key: replace(place, path=path) for key, place in node.keys.items()}
    return Node(value, replace(node.place, path=path), keys)


def plain(node: Node) -> object:
    """Return a node's value without places: scalars, tuples, and dicts in the order of their keys.

    How YAML or TOML was laid out makes no difference to it.
    """
    if isinstance(node.value, dict):
        return {key: plain(node.value[key]) for key in sorted(node.value)}
    if isinstance(node.value, tuple):
        return tuple(plain(each) for each in node.value)
    return node.value


def code_of(key: str) -> str:
    """Return a key as it stands in a code: `image_alt` is `ImageAlt`."""
    return "".join(part.capitalize() for part in key.split("_"))


def quoted(node: Node) -> str:
    """Return a node's value as it is shown to people, cut to a readable length."""
    if isinstance(node.value, dict):
        return "a table"
    if isinstance(node.value, tuple):
        return "a list"
    if node.value is None:
        return "nothing"
    text = " ".join(str(node.value).split())
    return f"`{text if len(text) <= 60 else text[:57] + '…'}`"


def _unknown(key: str, table: Mapping[str, Field]) -> str:
    hint = nearest(key, table) or " Take it out."
    return f"`{key}` is not a key that is known here.{hint}"


def _of_part(problem: Problem, key: str, place: Place) -> Problem:
    """Tell a mistake in a part as one of the whole; what is missing there, at the part itself."""
    told = replace(problem, message=f"`{key}`: {problem.message}")
    return told if problem.line else replace(told, line=place.line, column=place.column)


def _problem(path: str, place: Place, message: str, code: str, seen: str = "") -> Problem:
    span = len(seen) or max(1, place.end - place.start)
    return Problem(place.path or path, place.line, place.column, message, code, span)


def _places(node: Node, prefix: str = "") -> Iterable[tuple[str, Place]]:
    children: Iterable[tuple[str, Node]] = ()
    if isinstance(node.value, dict):
        children = node.value.items()
    elif isinstance(node.value, tuple):
        children = ((str(i), child) for i, child in enumerate(node.value))
    for name, child in children:
        yield prefix + name, child.place
        yield from _places(child, f"{prefix}{name}.")
