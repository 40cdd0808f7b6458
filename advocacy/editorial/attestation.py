"""What only a person can vouch for, as the guide asks it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from advocacy import fields, schema
from advocacy.cache import make_key
from advocacy.editorial.budget import Budget
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.occasion import Occasion, read_occasions
from advocacy.editorial.rule import check_id
from advocacy.errors import Problem
from advocacy.post import Post
from advocacy.schema import Field, FieldError, Node
from advocacy.severity import SEVERITIES

NAMED, WORDING = "named", "wording"


@dataclass(frozen=True, slots=True)
class Attestation:
    """One question to the author.

    Attributes:
        ask: The sentence that somebody puts their name to.
        line: Where its block begins in the guide, 1-based.
        level: How severe it is that nobody has: `suggestion`, `warning` or `error`.
        reviewer: Whether a colleague who is no author must have read the post: NAMED suffices, or
            they must have read this WORDING; empty where nobody must.
        when: On which occasions it is asked, any of them; none asks it always.
    """

    id: str
    ask: str
    principle: str
    line: int
    level: str = "error"
    reviewer: str = ""
    when: tuple[Occasion, ...] = ()

    @property
    def version(self) -> str:
        """Return what stands for the wording; it begins with a letter, so that no YAML counts it.

        What is vouched for is the sentence: who is asked may change and leaves it as it was.
        """
        text = " ".join(unicodedata.normalize("NFC", self.ask).split())
        return f"v{make_key(text)[:7]}"

    def is_asked(self, post: Post, manuscript: Manuscript, budget: Budget) -> bool:
        """Say whether a post has to answer it.

        Raises:
            RunawayError: The phrases of `when` have spent their budget.
        """
        return not self.when or any(each.fits(post, manuscript, budget) for each in self.when)


def _node(node: Node) -> Node:
    return node


def _reviewer(node: Node) -> str:
    if node.value == WORDING:
        return WORDING
    try:
        return NAMED if fields.flag(node) else ""
    except FieldError:
        told = f"{schema.quoted(node)} is none of `true`, `{WORDING}` and `false`."
        raise FieldError(told) from None


FIELDS = (
    Field("id", check_id, required=True, cure="Add `id: Values.Something`."),
    Field("ask", fields.text, required=True, cure="Add `ask:` with what the author vouches for."),
    Field("level", fields.choice(*SEVERITIES), default="error"),
    Field("reviewer", _reviewer, default=""),
    Field("when", _node),
)


def read_attestation(
    node: Node, path: str, principle: str, line: int
) -> tuple[Attestation | None, tuple[Problem, ...]]:
    """Read an attestation from its block in the guide; None where a problem forbids it."""
    record = schema.read_record(node, FIELDS, path, "Attest")
    values: dict[str, Any] = dict(record.values)
    when = values.pop("when", None)
    occasions, problems = read_occasions(when, path) if when else ((), ())
    if record.problems or problems:
        return None, tuple(_placed((*record.problems, *problems), line))
    return Attestation(principle=principle, line=line, when=occasions, **values), ()


def _placed(problems: Iterable[Problem], line: int) -> Iterable[Problem]:
    for each in problems:
        at = each.line or line
        yield Problem(each.path, at, each.column, each.message, each.code, each.span)
