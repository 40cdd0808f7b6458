"""Wordings that rules look for, by name: one YAML file each, in Vale's keys, and no Python."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from advocacy import fields
from advocacy.errors import Problem, SettingsError, nearest
from advocacy.front_matter import read_yaml
from advocacy.schema import Field, FieldError, Node, Place, in_file
from advocacy.source import read_source

FOLDER = Path(__file__).parent
KEY = "wordings"
# What a file lists, by the kind of rule that it is for; `exceptions` may stand beside it.
LISTS = {"existence": "tokens", "substitution": "swap"}
EXCEPTIONS = "exceptions"


@cache
def wordings_names() -> tuple[str, ...]:
    """Return the names that there are, in the order of the alphabet."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.yml")))


def wordings_path(name: str) -> str:
    """Return what a file is called in messages."""
    return f"advocacy/editorial/wordings/{name}.yml"


def wordings_text(name: str) -> str:
    """Return one file as it is written.

    Raises:
        SettingsError: There is none of that name; with the nearest that there is.
    """
    if name not in wordings_names():
        raise SettingsError(_missing(name))
    return (FOLDER / f"{name}.yml").read_text(encoding="utf-8")


def wordings_title(name: str) -> str:
    """Return what the first line of a file says that it is about."""
    return wordings_text(name).partition("\n")[0].removeprefix("# ")


@cache
def read_wordings(name: str) -> Node:
    """Read one file; each of its nodes knows that it stands there.

    Args:
        name: One of the names that there are.

    Raises:
        SettingsError: It cannot be read.
    """
    source = read_source(FOLDER / f"{name}.yml", wordings_path(name))
    node = source if isinstance(source, Problem) else read_yaml(source, 0, len(source.text))
    if isinstance(node, Problem):
        raise SettingsError(problems=[node])
    return in_file(node, wordings_path(name))


def wordings_fields(kind: str) -> tuple[Field, ...]:
    """Return the key by which a rule takes wordings; none where its kind has no list of them."""
    return (Field(KEY, partial(_read_names, kind=kind), default=()),) if kind in LISTS else ()


def spell_out(rule: Node) -> Node:
    """Return a rule's YAML with the wordings that it names in it, before those that it writes.

    Where it names what there is not, it is returned as it is: reading it tells the mistake.
    """
    keys = rule.value if isinstance(rule.value, dict) else {}
    kind = str(keys["extends"].value) if "extends" in keys else ""
    if KEY not in keys or kind not in LISTS:
        return rule
    try:
        names = _read_names(keys[KEY], kind=kind)
    except FieldError:
        return rule
    written = {key: node for key, node in keys.items() if key != KEY}
    for key in (LISTS[kind], EXCEPTIONS):
        if lists := list(_lists(key, names, written)):
            written[key] = _table(lists) if key == "swap" else _list(lists)
    return Node(written, rule.place, rule.keys)


def tell_files(rule: Node) -> str:
    """Return a sentence on the files that a spelt out rule's wordings are from; empty for none."""
    keys = rule.value if isinstance(rule.value, dict) else {}
    places = [
        place
        for node in (keys[key] for key in LISTS.values() if key in keys)
        for place in (*node.keys.values(), *_item_places(node))
    ]
    files = dict.fromkeys(place.path for place in places if place.path)
    return f" It has wordings from {', '.join(files)}." if files else ""


def _item_places(node: Node) -> Iterator[Place]:
    yield from (item.place for item in node.value) if isinstance(node.value, tuple) else ()


def _lists(key: str, names: tuple[str, ...], written: dict[str, Node]) -> Iterator[Node]:
    """Yield what stands below a key in each file, and then in the rule."""
    for keys in (*(read_wordings(name).value for name in names), written):
        assert isinstance(keys, dict)
        if key in keys:
            yield keys[key]


def _list(lists: list[Node]) -> Node:
    items = (node.value if isinstance(node.value, tuple) else (node,) for node in lists)
    return Node(tuple(item for each in items for item in each), lists[-1].place)


def _table(tables: list[Node]) -> Node:
    """Join tables; what a later one says comes first, and in place of what an earlier one does."""
    values: dict[str, Node] = {}
    for table in reversed(tables):
        if not isinstance(table.value, dict):
            return table  # it is none, which is told when the rule is read
        values = {**values, **{key: table.value[key] for key in table.value if key not in values}}
    places = {key: place for table in tables for key, place in table.keys.items()}
    return Node(values, tables[-1].place, places)


def _read_names(node: Node, *, kind: str) -> tuple[str, ...]:
    names = fields.texts(node)
    for name in names:
        _check_name(name, kind)
    return names


def _check_name(name: str, kind: str) -> None:
    """Refuse a name that there is not, or of a file for another kind of rule."""
    if name not in wordings_names():
        raise FieldError(_missing(name))
    keys = read_wordings(name).value
    assert isinstance(keys, dict)
    if LISTS[kind] not in keys:
        other, key = next((other, key) for other, key in LISTS.items() if key in keys)
        seen = f"`{name}` has `{key}`, and a rule that extends `{kind}` takes `{LISTS[kind]}`."
        raise FieldError(f"{seen} Write `extends: {other}`, or name another.")


def _missing(name: str) -> str:
    cure = "`advocacy guide wordings` lists what there is."
    return f"There are no wordings `{name}`.{nearest(name, wordings_names())} {cure}"
