"""One rule of the guide as a file of a Vale style, or why it cannot be one."""

from collections.abc import Iterator, Mapping

from advocacy import schema
from advocacy.editorial.dotnet import find_foreign
from advocacy.editorial.kinds import KINDS
from advocacy.editorial.rule import COMMON, Rule
from advocacy.editorial.scopes import FRONT_MATTER, QUOTATION
from advocacy.editorial.vale_export.yaml import make_yaml
from advocacy.schema import Node

# Vale has these as styles of its own, or as a folder of its settings.
TAKEN = ("vale", "config")
# What Vale knows as a block; the others it reads as what stands around them.
VALE_SCOPES = (
    *("text", "paragraph", "sentence", "heading", "list", "blockquote", "table", "alt", "raw"),
    FRONT_MATTER,
)
# What comes nearest in Vale to leaving out what others say: no quotes, and in the kinds that have
# exceptions, nothing that stands in quotation marks.
LEFT_OUT, NEAREST = f"~{QUOTATION}", "~blockquote"
IN_MARKS = r"""(?<=["“])[^ "”][^"”]*(?=\W*["”])"""
# Vale reads the front matter's texts, and none that stand in a list or a table.
NESTED = ("share", "captions", "hashtags", "ask_me_about", "links")


class NoValeRuleError(Exception):
    """A rule that Vale cannot have; the text says why."""


def make_rule_file(rule: Rule, node: Node, link: str) -> str:
    """Return a rule with the keys that Vale knows.

    Args:
        rule: The rule.
        node: Its YAML in the guide.
        link: The address of the principle that it serves.

    Raises:
        NoValeRuleError: Vale cannot have it.
    """
    _check_name(rule.id)
    kind = KINDS[rule.kind]
    scopes = tuple(written for written in rule.written_scopes if not missing_scope(written))
    if not scopes:
        missing = " or ".join(sorted({missing_scope(each) for each in rule.written_scopes}))
        raise NoValeRuleError(f"Vale has no scope {missing}")
    written = schema.read_record(node, (*COMMON, *kind.fields), "", "Rule").values
    values: dict[str, object] = {"extends": rule.kind, "message": rule.message, "level": rule.level}
    values |= {
        field.key: written[field.key]
        for field in (*COMMON, *kind.fields)
        if field.key in _keys(node) and field.key not in values
    }
    for pattern in _patterns([values.get(field.key) for field in kind.fields]):
        if foreign := find_foreign(pattern):
            raise NoValeRuleError(f"Vale's patterns have no `{foreign}`")
    values |= {"link": link}
    if rule.written_scopes != ("text",):
        values["scope"] = tuple(each.replace(LEFT_OUT, NEAREST) for each in scopes)
    if leaves_quotations(rule) and any(field.key == "exceptions" for field in kind.fields):
        values["exceptions"] = (*_texts(written["exceptions"]), IN_MARKS)
    if any(field.key == "vocab" for field in kind.fields):
        # The names in the vocabulary are there for other styles; our rules know no vocabulary.
        values["vocab"] = False
    return make_yaml(values)


def _patterns(value: object) -> Iterator[str]:
    """Yield every text in a rule's options; one that is no pattern does no harm."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _patterns(each)


def leaves_quotations(rule: Rule) -> bool:
    """Say whether a rule leaves out what others say, of which Vale knows the quotes alone."""
    return any(scope.leaves_quotations for scope in rule.scopes)


def missing_scope(written: str) -> str:
    """Return the part of a scope that Vale has not, in quotes, or nothing."""
    for selector in written.replace(LEFT_OUT, NEAREST).split("&"):
        names = selector.strip().removeprefix("~").strip().split(".")
        if names[0].replace("front-matter", FRONT_MATTER) not in VALE_SCOPES:
            return f"`{names[0]}`"
        if set(names) & set(NESTED):
            return f"`{'.'.join(names)}`"
    return ""


def _check_name(name: str) -> None:
    style, *others = name.split(".")
    if len(others) != 1:
        raise NoValeRuleError("in Vale a name has two parts")
    if style.lower() in TAKEN:
        raise NoValeRuleError(f"`{style}` is a name of Vale's own")


def _texts(value: object) -> tuple[object, ...]:
    assert isinstance(value, tuple)
    return value


def _keys(node: Node) -> Mapping[str, Node]:
    assert isinstance(node.value, dict)
    return node.value
