"""A rule of the guide: what is looked for, where, and what is said about it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from advocacy import fields, schema
from advocacy.cache import make_key
from advocacy.editorial.action import NO_ACTION, Action, read_action
from advocacy.editorial.kinds import KINDS
from advocacy.editorial.kinds.kind import Kind, NotHereError, OptionError, Search, place_of
from advocacy.editorial.kinds.skipped import SKIPPED_KINDS, make_skipped_problem
from advocacy.editorial.message import without_double_quotes
from advocacy.editorial.rule_search import find_search
from advocacy.editorial.scopes import Scope, ScopeError, make_scope
from advocacy.editorial.wordings import KEY, wordings_fields
from advocacy.errors import Problem, nearest
from advocacy.markup.sanitize import CHECK_ID
from advocacy.schema import Field, FieldError, Node, Place, Record
from advocacy.severity import SEVERITIES


@dataclass(frozen=True, slots=True)
class Examples:
    """Markdown that a rule must find, and Markdown that it must let pass."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: Such as `Values.Respect`.
        kind: The row of the registry that it extends.
        message: What is said, with `%s` for what was seen.
        level: `suggestion`, `warning` or `error`.
        scopes: Where it looks; in any of them.
        search: What it looks for.
        examples: What it must find, and what it must let pass.
        action: How it makes what to write instead.
        matchcase: Whether that takes the case of what was found.
        limit: The most findings in one file; 0 is no limit.
        description: The longer reason.
        link: A web address with more about it.
        principle: The id of the principle that it serves.
        line: Where its block begins in the guide, 1-based.
        written_scopes: Where it looks, as it is written.
        version: A hash of all that decides what it finds, and how severe that is.
    """

    id: str
    kind: str
    message: str
    level: str
    scopes: tuple[Scope, ...]
    search: Search
    examples: Examples
    action: Action
    matchcase: bool
    limit: int
    description: str
    link: str
    principle: str
    line: int
    written_scopes: tuple[str, ...] = ()
    version: str = ""


def check_id(node: Node) -> str:
    """Read the id of a rule or an attestation."""
    word = fields.text(node)
    if not CHECK_ID.fullmatch(word):
        raise FieldError(f"{schema.quoted(node)} cannot be an id. Write it as `Values.Respect`.")
    return word


def _examples(node: Node) -> Examples:
    cure = "Add `examples:` with `bad: [...]` and `good: [...]`."
    if not isinstance(node.value, dict) or set(node.value) != {"bad", "good"}:
        raise FieldError(f"There must be `bad` and `good`, and nothing else. {cure}")
    bad, good = (fields.many(fields.lines)(node.value[key]) for key in ("bad", "good"))
    assert isinstance(bad, tuple)
    assert isinstance(good, tuple)
    if not bad or not good:
        raise FieldError(f"Each needs at least one example. {cure}")
    return Examples(bad, good)


COMMON = (
    Field("message", fields.text, required=True, cure="Say what was seen and what to do."),
    Field("level", fields.choice(*SEVERITIES), default="warning"),
    Field("scope", fields.texts, default=("text",)),
    Field("action", read_action, default=NO_ACTION),
    Field("matchcase", fields.flag, default=False),
    Field("limit", fields.number(0, 1000), default=0),
    Field("description", fields.text, default=""),
    Field("link", fields.web_address, default=""),
)
EXTENDS = Field("extends", fields.choice(*KINDS), required=True, cure="Add `extends: existence`.")
# What a rule of the guide has besides the keys of its kind.
FIELDS = (
    Field("id", check_id, required=True, cure="Add `id: Values.Something`."),
    EXTENDS,
    Field(
        "examples",
        _examples,
        required=True,
        cure="Add `examples:` with `bad: [...]` and `good: [...]`.",
    ),
    *COMMON,
)
# The code of a problem that is one of the machine, and not of the rule.
NOT_HERE = "Rule.NotHere"
# What these say makes no difference to what is found.
UNTELLING = ("id", "message", "examples", "description", "link", "action", "matchcase")
# What becomes of these keys is the value itself.
KEPT = ("message", "level", "action", "matchcase", "limit", "description", "link")


def read_rule(
    node: Node, path: str, principle: str, line: int
) -> tuple[Rule | None, tuple[Problem, ...]]:
    """Read a rule from its block in the guide; where it is None, the problems say why.

    Args:
        node: The block's YAML, its `wordings` spelt out.
        path: The guide's path.
        principle: The id of the principle below which the block stands.
        line: The line at which the block begins.
    """
    if extends_of(node) in SKIPPED_KINDS:
        return None, (make_skipped_problem(_written(node)["extends"], path),)
    kind = KINDS.get(extends_of(node), KINDS["existence"])
    known = (*FIELDS, *wordings_fields(kind.name), *kind.fields)
    record = schema.read_record(node, known, path, "Rule")
    problems = [*_record_problems(record, node, line, kind)]
    if not record.values:
        return None, tuple(problems)
    values: dict[str, Any] = dict(record.values)
    scopes, mistakes = read_scopes(values["scope"])
    search, more = (None, ()) if _are_broken(node, kind, record) else find_search(kind, values)
    # Without a key that is misspelt, something is missing, and this is told already.
    mistakes += (each for each in more if not problems or _key(each) in _written(node))
    problems += (make_problem(each, node, record.places, path, line) for each in mistakes)
    if problems or search is None:
        return None, tuple(problems)
    return Rule(
        id=values["id"],
        kind=kind.name,
        scopes=scopes,
        search=search,
        examples=values["examples"],
        principle=principle,
        line=line,
        written_scopes=values["scope"],
        version=version_of(node),
        **kept_values(kind, values),
    ), ()


def _record_problems(record: Record, node: Node, line: int, kind: Kind) -> Iterator[Problem]:
    """Yield what is wrong with the keys, less what only another kind could say of them."""
    for problem in record.problems:
        if extends_of(node) in KINDS or not _is_alien(problem):
            yield place_problem(problem, line, kind.name)


def kept_values(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys that are kept as they are; Vale quotes what a substitution replaces."""
    kept = {key: values[key] for key in KEPT}
    if kind.name == "substitution" and kept["action"] == Action("replace"):
        kept["message"] = without_double_quotes(kept["message"])
    return kept


def version_of(node: Node) -> str:
    """Return a hash that another wording of its message or examples leaves as it is."""
    keys = node.value if isinstance(node.value, dict) else {}
    telling = {key: schema.plain(keys[key]) for key in sorted(keys) if key not in UNTELLING}
    return make_key(repr(telling))[:8]


def known_keys() -> Iterable[str]:
    """Return every key that a rule of some kind may have."""
    yield from (*(field.key for field in FIELDS), KEY)
    for kind in KINDS.values():
        yield from (field.key for field in kind.fields)


def extends_of(node: Node) -> str:
    """Return the kind that a rule says it is of; empty where it does not."""
    extends = node.value.get("extends") if isinstance(node.value, dict) else None
    return str(extends.value) if extends else ""


def place_problem(problem: Problem, line: int, kind: str) -> Problem:
    """Give a problem without a place the block's line, and an alien key the kind it is of."""
    message = problem.message
    if _is_alien(problem):
        key = _named(problem)
        hint = nearest(key, (field.key for field in KINDS[kind].fields)) or " Take it out."
        message = f"`{key}` is not a key of a rule that extends `{kind}`.{hint}"
    at = problem.line or line
    return Problem(problem.path, at, problem.column, message, problem.code, problem.span)


def _is_alien(problem: Problem) -> bool:
    """Say whether an unknown key is known to another kind."""
    return problem.code == "Rule.UnknownKey" and _named(problem) in set(known_keys())


def _named(problem: Problem) -> str:
    return problem.message.split("`")[1] if "`" in problem.message else ""


def read_scopes(scopes: tuple[str, ...]) -> tuple[tuple[Scope, ...], list[OptionError]]:
    """Return the scopes that are written, and a mistake for each that there is not."""
    read: list[Scope] = []
    mistakes = []
    for index, written in enumerate(scopes):
        try:
            read.append(make_scope(written))
        except ScopeError as error:
            mistakes.append(OptionError(f"scope.{index}", str(error)))
    return tuple(read), mistakes


def _are_broken(node: Node, kind: Kind, record: Record) -> bool:
    """Say whether a kind cannot be asked: it is unknown, or has a key that cannot be read."""
    codes = {problem.code for problem in record.problems}
    keys = ("extends", *(field.key for field in kind.fields))
    return bool(codes & {f"Rule.{schema.code_of(key)}" for key in keys}) or not _written(node)


def _written(node: Node) -> Mapping[str, Node]:
    return node.value if isinstance(node.value, dict) else {}


def _key(error: OptionError) -> str:
    return error.key.partition(".")[0]


def make_problem(
    error: OptionError, node: Node, places: Mapping[str, Place], path: str, line: int
) -> Problem:
    """Return a mistake in an option as a problem of its place, or of the block's line."""
    key, _, rest = error.key.partition(".")
    table = _written(node).get(key)
    place = (table.keys.get(rest) if table else None) or place_of(places, error.key)
    code = NOT_HERE if isinstance(error, NotHereError) else f"Rule.{schema.code_of(key)}"
    where = place.path or path
    return Problem(where, place.line or line, place.column, f"`{key}`: {error}", code)
