"""Why a rule does not find its own bad example: the change to it with which it would."""

from collections.abc import Callable
from dataclasses import replace

import regex

from advocacy.editorial.rule import Rule, read_rule
from advocacy.schema import Node

# A key of a rule, a value that it has not, and what to say where that makes the difference.
CHANGES = (
    ("ignorecase", "true", "It stands there in another case: add `ignorecase: true`."),
    ("nonword", "true", "It is no whole word there: add `nonword: true`, or write all of it."),
    (
        "scope",
        "text",
        "The example is nothing of its `scope`: {}. Write it as such, or widen that.",
    ),
    ("scope", "raw", "It stands there where only the scope `raw` looks, such as in code."),
)
NO_HINT = "Mend the rule or the example."
_CONTROL = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def make_hint(rule: Rule, node: Node, finds: Callable[[Rule], bool]) -> str:
    """Return how to mend a rule, or its example.

    Args:
        rule: The rule.
        node: Its block.
        finds: Says whether a rule finds the example.
    """
    if any(_CONTROL.search(text) for text in _texts(node)):
        return "YAML turns a `\\b` in double quotes into another sign: write it in single quotes."
    for key, value, hint in CHANGES:
        changed = replace(node, value={**_keys(node), key: Node(value)})
        other, _ = read_rule(changed, "", rule.principle, rule.line)
        if other and finds(other):
            return hint.format(", ".join(f"`{each}`" for each in rule.written_scopes))
    return NO_HINT


def _keys(node: Node) -> dict[str, Node]:
    assert isinstance(node.value, dict)
    return node.value


def _texts(node: Node) -> list[str]:
    """Return every text and key below a node."""
    if isinstance(node.value, dict):
        return [text for key, each in node.value.items() for text in (key, *_texts(each))]
    if isinstance(node.value, tuple):
        return [text for each in node.value for text in _texts(each)]
    return [str(node.value)]
