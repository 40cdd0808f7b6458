"""Kinds of rules that Vale has and this checker has not: why, and what to write instead."""

from collections.abc import Mapping

from advocacy.errors import Problem
from advocacy.schema import Node

SKIPPED_KINDS: Mapping[str, str] = {
    "script": "it runs a program",
    "sequence": "it needs a model of parts of speech",
}
INSTEAD: Mapping[str, str] = {
    "script": "A `metric` rule counts, and an `existence` rule has patterns that look around.",
    "sequence": "Write the words in their order as one token of an `existence` rule.",
}


def make_skipped_problem(extends: Node, path: str) -> Problem:
    """Return what is said of a rule of the guide that is of such a kind."""
    kind = str(extends.value)
    seen = f"`extends`: `{kind}` is a kind of Vale's that is not here: {SKIPPED_KINDS[kind]}."
    place = extends.place
    return Problem(
        path, place.line, place.column, f"{seen} {INSTEAD[kind]}", "Rule.Extends", len(kind)
    )
