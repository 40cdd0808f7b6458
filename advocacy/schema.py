"""Records as tables of fields: which keys there are, and what each may hold."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo
from re import fullmatch, sub
from urllib.parse import urlsplit

from advocacy.errors import Problem, nearest

type_names = {
    bool: "a yes or no",
    int: "a number",
    float: "a number",
    str: "a text",
    tuple: "a list",
    dict: "a table",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: 1-based line and column, and its offsets in the file's text."""

    line: int = 0
    column: int = 0
    start: int = 0
    end: int = 0


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Node:
    """A value as YAML or TOML gave it: a scalar, a tuple of nodes, or a dict of nodes."""

    value: object
    place: Place = NOWHERE
    keys: Mapping[str, Place] = field(default_factory=dict)


class FieldError(Exception):
    """A value that its field cannot hold; the text says what was seen and how to mend it."""


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
        except FieldError as error:
            code = f"{kind}.{code_of(each.key)}"
            problems.append(_problem(path, value.place, f"`{each.key}`: {error}", code))
    return Record(values, dict(_places(node)), tuple(problems))


def make_node(value: object) -> Node:
    """Turn what tomllib gave into nodes; TOML has no places."""
    if isinstance(value, Mapping):
        return Node({str(key): make_node(each) for key, each in value.items()})
    if isinstance(value, list):
        return Node(tuple(make_node(each) for each in value))
    return Node(value)


def code_of(key: str) -> str:
    """Return a key as it stands in a code: `image_alt` is `ImageAlt`."""
    return "".join(part.capitalize() for part in key.split("_"))


def quoted(node: Node) -> str:
    """Return a node's value as it is shown to people, cut to a readable length."""
    if isinstance(node.value, dict):
        return "a table"
    if isinstance(node.value, tuple):
        return "a list"
    text = " ".join(str(node.value).split())
    return f"`{text if len(text) <= 60 else text[:57] + '…'}`"


def _unknown(key: str, table: Mapping[str, Field]) -> str:
    hint = nearest(key, table) or " Take it out."
    return f"`{key}` is not a key that is known here.{hint}"


def _problem(path: str, place: Place, message: str, code: str, seen: str = "") -> Problem:
    span = len(seen) or max(1, place.end - place.start)
    return Problem(path, place.line, place.column, message, code, span)


def _places(node: Node, prefix: str = "") -> Iterable[tuple[str, Place]]:
    children: Iterable[tuple[str, Node]] = ()
    if isinstance(node.value, dict):
        children = node.value.items()
    elif isinstance(node.value, tuple):
        children = ((str(i), child) for i, child in enumerate(node.value))
    for name, child in children:
        yield prefix + name, child.place
        yield from _places(child, f"{prefix}{name}.")


# What a field may hold. Each of these takes a node and returns the value, or raises FieldError.


def text(node: Node) -> str:
    """Read a text on one line; line breaks become spaces."""
    if isinstance(node.value, dict | tuple):
        raise FieldError(f"{quoted(node)} is not a text. Write one value.")
    if node.value is not None and not isinstance(node.value, str):
        raise FieldError(f"{quoted(node)} is not a text. Put it in quotes.")
    # A no-break space is a choice of the writer's, as before a French question mark.
    value = sub(r"[ \t\n]+", " ", str(node.value)).strip() if node.value is not None else ""
    if not value:
        raise FieldError("There is nothing here. Write it, or take the key out.")
    return value


def lines(node: Node) -> str:
    """Read a text whose line breaks are kept."""
    text(node)
    return str(node.value).strip()


def texts(node: Node) -> tuple[str, ...]:
    """Read a list of texts; a single text is a list of one."""
    items = node.value if isinstance(node.value, tuple) else (node,)
    return tuple(text(item) for item in items)


def many(read: Reading) -> Reading:
    """Return a reading of a list whose items `read` reads; one item is a list of one."""

    def read_many(node: Node) -> tuple[object, ...]:
        items = node.value if isinstance(node.value, tuple) else (node,)
        return tuple(read(item) for item in items)

    return read_many


def table_of(read: Reading) -> Reading:
    """Return a reading of a table with free keys, each value read by `read`."""

    def read_table(node: Node) -> dict[str, object]:
        if not isinstance(node.value, dict):
            raise FieldError(f"{quoted(node)} is not a table. Write `key: value` lines below it.")
        return {key: read(value) for key, value in node.value.items()}

    return read_table


def with_keys(read: Reading, known: Iterable[str], kind: str) -> Reading:
    """Return a reading of a table that `read` reads, and whose keys must all be known."""
    allowed = tuple(known)

    def read_known(node: Node) -> object:
        for key in node.value if isinstance(node.value, dict) else ():
            if key not in allowed:
                hint = nearest(key, allowed) or f" Write one of {', '.join(allowed)}."
                raise FieldError(f"`{key}` is no {kind} here.{hint}")
        return read(node)

    return read_known


def choice(*allowed: str) -> Reading:
    """Return a reading that takes one of a few words."""

    def read_choice(node: Node) -> str:
        word = text(node)
        if word not in allowed:
            known = ", ".join(f"`{each}`" for each in allowed)
            raise FieldError(f"`{word}` is none of {known}.{nearest(word, allowed)}")
        return word

    return read_choice


def pattern(regex: str, cure: str) -> Reading:
    """Return a reading of a text that a regular expression must match as a whole."""

    def read_pattern(node: Node) -> str:
        word = text(node)
        if not fullmatch(regex, word):
            raise FieldError(f"{quoted(node)} cannot be used. {cure}")
        return word

    return read_pattern


def web_address(node: Node) -> str:
    """Read an absolute http or https address."""
    word = text(node)
    try:
        parts = urlsplit(word)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or any(c.isspace() or c in "<>\"'" for c in word):
        raise FieldError(f"{quoted(node)} is no web address. Write it as `https://example.org/x`.")
    return word


def flag(node: Node) -> bool:
    """Read true or false."""
    if isinstance(node.value, bool):
        return node.value
    if str(node.value).lower() in {"true", "false"}:
        return str(node.value).lower() == "true"
    raise FieldError(f"{quoted(node)} is neither `true` nor `false`.")


def number(least: int, most: int) -> Reading:
    """Return a reading of a whole number between two bounds, both included."""

    def read_number(node: Node) -> int:
        try:
            value = int(str(node.value))
        except ValueError:
            value = least - 1
        if isinstance(node.value, bool) or not least <= value <= most:
            raise FieldError(f"{quoted(node)} is no whole number from {least} to {most}.")
        return value

    return read_number


def day(node: Node) -> date:
    """Read a date such as `2026-03-31`."""
    if isinstance(node.value, date) and not isinstance(node.value, datetime):
        return node.value
    try:
        return date.fromisoformat(text(node))
    except ValueError:
        raise FieldError(f"{quoted(node)} is not a date. Write it as `2026-03-31`.") from None


def moment(zone: tzinfo) -> Reading:
    """Return a reading of a date with an optional time, as it is told in `zone`."""

    def read_moment(node: Node) -> datetime:
        example = "Write it as `2026-03-31`, or `2026-03-31 09:30`."
        try:
            word = text(node)
            value = datetime.fromisoformat(word)
        except ValueError:
            raise FieldError(f"{quoted(node)} is not a date. {example}") from None
        if not 1990 <= value.year <= 2100:
            raise FieldError(f"{quoted(node)} is not in the years 1990 to 2100. {example}")
        return value.astimezone(zone) if value.tzinfo else value.replace(tzinfo=zone)

    return read_moment


def midnight(value: date, zone: tzinfo) -> datetime:
    """Return the first moment of a day in a time zone."""
    return datetime.combine(value, time(), zone)
