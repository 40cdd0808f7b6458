"""Style sheets of drawings: rules for colours, lines and letters, and what depends on a screen."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import tinycss2

from advocacy.markup.pictures.svg.fonts import clean_face
from advocacy.markup.pictures.svg.node import SvgError
from advocacy.markup.pictures.svg.tables import CHOOSING
from advocacy.markup.pictures.svg.values import Tokens, declarations, find_references, is_deep

MOST_NESTED_RULES = 3
SIGNS = frozenset(".,>+~*:|=^$&/")
HARMLESS = frozenset("ident hash number percentage dimension whitespace".split())
# Stands for each element, where a selector names none.
ANY = "*"


@dataclass(slots=True)
class Sheet:
    """A style sheet.

    Attributes:
        text: As it is published.
        references: The ids to which rules lead, by what the elements may be called that they are
            for: `path`, `.class`, `#id` or `*`. Rather too many than too few.
    """

    text: str = ""
    references: dict[str, set[str]] = field(default_factory=dict)


def clean_sheet(text: str) -> Sheet:
    """Return a style sheet without what reaches out, moves or is not known.

    Raises:
        SvgError: It is nested too deep to be read.
    """
    if is_deep(text):
        raise SvgError("has a style sheet that is nested too deep. Save it as plain SVG.")
    sheet = Sheet()
    sheet.text = "".join(_rules(tinycss2.parse_stylesheet(text, True, True), sheet, 0))
    return sheet


def _rules(rules: Tokens, sheet: Sheet, depth: int) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield from _rule(rule, sheet)
        elif rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            yield clean_face(rule)
        elif depth < MOST_NESTED_RULES and _is_for_screens(rule):
            inner = tinycss2.parse_rule_list(rule.content, True, True)
            prelude = tinycss2.serialize(rule.prelude).strip()
            yield f"@media {prelude}{{{''.join(_rules(inner, sheet, depth + 1))}}}"


def _is_for_screens(rule: Any) -> bool:
    """Say whether a rule holds others for a kind of screen, and names it as is usual."""
    is_media = rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content
    return bool(is_media) and _chooses(rule.prelude)


def _rule(rule: Any, sheet: Sheet) -> Iterator[str]:
    if not _chooses(rule.prelude):
        return
    body = ";".join(declarations(tinycss2.parse_blocks_contents(rule.content, True, True)))
    if not body:
        return
    for name in _names(rule.prelude):
        if ids := find_references(body):
            sheet.references.setdefault(name, set()).update(ids)
    yield f"{tinycss2.serialize(rule.prelude).strip()}{{{body}}}"


def _chooses(tokens: Tokens) -> bool:
    """Say whether a selector, or a condition of a screen, is made of nothing but the usual."""
    for token in tokens:
        match token.type:
            case "literal":
                good = token.value in SIGNS
            case "string":
                good = "<" not in token.value
            case "() block" | "[] block":
                good = _chooses(token.content)
            case "function":
                good = token.lower_name in CHOOSING and _chooses(token.arguments)
            case kind:
                good = kind in HARMLESS and "<" not in token.serialize()
        if not good:
            return False
    return True


def _names(prelude: Tokens) -> frozenset[str]:
    """Return what elements may be called that a selector is for."""
    names, before = set(), ""
    for token in prelude:
        match token.type:
            case "ident":
                names.add(f".{token.value}" if before == "." else token.value)
            case "hash":
                names.add(f"#{token.value}")
            case "function" | "[] block":
                names.add(ANY)
            case "literal" if token.value in "*:&":
                names.add(ANY)
        before = token.value if token.type == "literal" else ""
    return frozenset(names or {ANY})
