"""A rule from a file of a Vale style, whose keys are read as loosely as Vale reads them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from advocacy import fields, schema
from advocacy.editorial.kinds import KINDS
from advocacy.editorial.kinds.kind import Kind, OptionError, Search
from advocacy.editorial.rule import (
    COMMON,
    EXTENDS,
    Examples,
    Rule,
    extends_of,
    kept_values,
    make_problem,
    place_problem,
    read_scopes,
    version_of,
)
from advocacy.editorial.rule_search import find_search
from advocacy.errors import Problem
from advocacy.schema import Field, Node

# What may be missing of these is their owner's affair.
_LOOSE = (
    Field("message", fields.note, required=True, cure="Say what was seen and what to do."),
    Field("limit", fields.number(-(2**63), 2**63), default=0),
    Field("link", fields.text, default=""),
)
STYLE_FIELDS = (
    *(field for field in COMMON if field.key not in {each.key for each in _LOOSE}),
    *_LOOSE,
)
# Vale reads these, and they make no difference.
_IDLE = ("name", "pos")
# Of this kind, Vale lets any key pass.
_LENIENT = "consistency"
_TRUE, _FALSE = ("1", "t", "true"), ("0", "f", "false")


def read_style_rule(
    node: Node, path: str, name: str, around: Mapping[str, object]
) -> tuple[Rule | None, tuple[Problem, ...]]:
    """Read a rule from a file of a Vale style.

    Its `scopes` are empty where they are none of ours; `written_scopes` has them as they are.

    Args:
        node: The file's YAML.
        path: The file.
        name: What the rule is called, such as `Style.Rule`.
        around: What kinds are told besides the rule's own keys: VOCABULARY, SENTENCES.

    Returns:
        The rule, or None where a problem keeps it from being read; and the problems.
    """
    kind = KINDS.get(extends_of(node), KINDS["existence"])
    known = (EXTENDS, *STYLE_FIELDS, *kind.fields)
    node = settle_keys(node, known, kind)
    record = schema.read_record(node, known, path, "Rule")
    problems = [place_problem(problem, 1, kind.name) for problem in record.problems]
    if problems:
        return None, tuple(problems)
    values: dict[str, Any] = dict(record.values)
    search, mistakes = find_search(kind, {**values, **around})
    mistakes += tuple(_spaced(values["scope"]))
    if search is None or mistakes:
        return None, tuple(make_problem(each, node, record.places, path, 1) for each in mistakes)
    return _make_rule(name, kind, values, search, version_of(node)), ()


def _make_rule(
    name: str, kind: Kind, values: Mapping[str, Any], search: Search, version: str
) -> Rule:
    """Return a rule of a style: it has no examples, and no principle."""
    scopes, unknown = read_scopes(values["scope"])
    return Rule(
        id=name,
        kind=kind.name,
        scopes=() if unknown else scopes,
        search=search,
        examples=Examples((), ()),
        principle="",
        line=1,
        written_scopes=values["scope"],
        version=version,
        **kept_values(kind, {**values, "limit": max(0, values["limit"])}),
    )


def settle_keys(node: Node, known: tuple[Field, ...], kind: Kind) -> Node:
    """Return a rule with the keys that count, as they are called, and without empty ones."""
    if not isinstance(node.value, dict):
        return node
    names = {field.key for field in known}
    flags = {field.key for field in known if field.read is fields.flag}
    values, places = {}, {}
    for key, value in node.value.items():
        name = key if key in names else key.lower()
        is_idle = name in _IDLE or (name not in names and kind.name == _LENIENT)
        is_empty = value.value is None or (value.value == "" and name in {"description", "link"})
        if is_idle or (is_empty and name != "level"):
            continue
        values[name] = _flag(value) if name in flags else value
        places[name] = node.keys.get(key, schema.NOWHERE)
    return replace(node, value=values, keys=places)


def _flag(node: Node) -> Node:
    """Return true or false for what Vale takes for one of them."""
    written = str(node.value).lower()
    if written in (*_TRUE, *_FALSE):
        return replace(node, value=written in _TRUE)
    return node


def _spaced(scopes: tuple[str, ...]) -> list[OptionError]:
    return [
        OptionError(f"scope.{index}", f"`{written}` is no scope. Put `&` between its parts.")
        for index, written in enumerate(scopes)
        if "&" not in written and " " in written.removeprefix("~").partition(".")[0]
    ]
