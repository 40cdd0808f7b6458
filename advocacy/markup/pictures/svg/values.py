"""Values of attributes and of CSS: computed from what stands there, and led to nowhere else."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

from advocacy.markup.pictures.svg.tables import FUNCTIONS, LEADING, PROPERTIES

# Nearly all values are numbers, words, a path, colours, transforms and references to ids.
_WORDS = r"[\w\s.,#%+-]"
PLAIN = re.compile(
    rf"(?:{_WORDS}|(?:rgba?|hsla?|translate|scale|rotate|skew[XY]|matrix)\({_WORDS}*\)"
    r"|url\(#[\w.-]+\))*",
    re.ASCII,
)
REFERENCE = re.compile(r"""url\(\s*["']?#([^"'()\\\s<>]+)["']?\s*\)""")
LOCAL = re.compile(r"""#[^"'()\\\s<>]+""")
PROPERTY = re.compile(r"[a-z]+(?:-[a-z]+)*", re.ASCII)
MOST_NESTED = 30
SIGNS = frozenset(",/+-*:.")
HARMLESS = frozenset("ident hash number percentage dimension whitespace".split())

Tokens = Iterable[Any]


def clean_value(text: str) -> str:
    """Return a value as it is published; nothing where it could lead somewhere else."""
    if PLAIN.fullmatch(text):
        return text
    if is_deep(text):
        return ""
    tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
    return tinycss2.serialize(tokens).strip() if is_harmless(tokens) else ""


def clean_declarations(text: str) -> str:
    """Return what a `style` attribute declares, without what no drawing needs."""
    plain = _plain_declarations(text)
    if plain is not None:
        return ";".join(f"{name}:{value}" for name, value in plain if _is_kept(name, value))
    if is_deep(text):
        return ""
    return ";".join(declarations(tinycss2.parse_blocks_contents(text, True, True)))


def is_plain(text: str, *, is_style: bool = False) -> bool:
    """Say whether a value is one of nearly all, for which nothing has to be parsed."""
    return _plain_declarations(text) is not None if is_style else bool(PLAIN.fullmatch(text))


def _plain_declarations(text: str) -> list[tuple[str, str]] | None:
    """Return what a style declares where it is plain; None where it has to be parsed."""
    found = []
    for part in text.split(";"):
        name, colon, value = (each.strip() for each in part.partition(":"))
        if not part.strip():
            continue
        if not (colon and value and PROPERTY.fullmatch(name) and PLAIN.fullmatch(value)):
            return None
        found.append((name, value))
    return found


def declarations(found: Tokens) -> Iterator[str]:
    """Yield each declaration that is kept, of all that a block holds."""
    for each in found:
        if each.type != "declaration" or not is_harmless(each.value):
            continue
        value = tinycss2.serialize(each.value).strip()
        if value and _is_kept(each.lower_name, value):
            name = tinycss2.serialize([tinycss2.ast.IdentToken(0, 0, each.name)])
            yield f"{name}:{value}{'!important' if each.important else ''}"


def _is_kept(name: str, value: str) -> bool:
    """Say whether a property is one of a drawing's, or its own name for a value."""
    is_known = name in PROPERTIES or name.startswith("--")
    return is_known and (name in LEADING or not find_references(value))


def find_references(text: str) -> list[str]:
    """Return the ids to which a cleaned value leads."""
    return REFERENCE.findall(text) if "url(" in text else []


def is_harmless(tokens: Tokens) -> bool:
    """Say whether a value asks for nothing, and leads to nothing but ids of the same drawing."""
    return all(_is_harmless(token) for token in tokens)


def is_deep(text: str) -> bool:
    """Say whether brackets stand in one another deeper than any value needs."""
    depth = 0
    for sign in text if text.count("(") + text.count("[") + text.count("{") > MOST_NESTED else "":
        depth += (sign in "([{") - (sign in ")]}")
        if depth > MOST_NESTED:
            return True
    return False


def _is_harmless(token: Any) -> bool:
    if token.type in HARMLESS:
        return "<" not in token.serialize()
    match token.type:
        case "literal":
            return token.value in SIGNS
        case "string":
            return "<" not in token.value
        case "url":
            return bool(LOCAL.fullmatch(token.value))
        case "() block":
            return is_harmless(token.content)
        case "function" if token.lower_name == "url":
            # Written with quotation marks, it is a function and no token of its own.
            return [each.type for each in token.arguments] == ["string"] and bool(
                LOCAL.fullmatch(token.arguments[0].value)
            )
        case "function":
            return token.lower_name in FUNCTIONS and is_harmless(token.arguments)
    return False
