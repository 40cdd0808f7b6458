"""What only a person can vouch for, as the guide asks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advocacy import fields, schema
from advocacy.editorial.rule import check_id
from advocacy.errors import Problem
from advocacy.schema import Field, Node


@dataclass(frozen=True, slots=True)
class Attestation:
    """One question to the author.

    Attributes:
        ask: The sentence that the author puts their name to.
        when: By front matter key, the values at which it is asked; empty asks it always.
        line: Where its block begins in the guide, 1-based.
    """

    id: str
    ask: str
    principle: str
    line: int
    when: Mapping[str, tuple[str, ...]]


FIELDS = (
    Field("id", check_id, required=True, cure="Add `id: Values.Something`."),
    Field("ask", fields.text, required=True, cure="Add `ask:` with what the author vouches for."),
    Field("when", fields.table_of(fields.texts), default={}),
)


def read_attestation(
    node: Node, path: str, principle: str, line: int
) -> tuple[Attestation | None, tuple[Problem, ...]]:
    """Read an attestation from its block in the guide; None where a problem forbids it."""
    record = schema.read_record(node, FIELDS, path, "Attest")
    if record.problems:
        return None, tuple(
            Problem(path, each.line or line, each.column, each.message, each.code, each.span)
            for each in record.problems
        )
    values: dict[str, Any] = dict(record.values)
    return Attestation(principle=principle, line=line, **values), ()
