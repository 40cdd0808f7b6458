"""Trying only the rules that a sign fits reads what trying all of them reads."""

from random import Random

import pytest
from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.token import Token

from advocacy.markup import dialect, gfm_parser
from advocacy.markup.sign_ruler import BLOCK_SIGNS, INLINE_SIGNS, SignRuler

SIGNS = (
    "a|word |\n|\n\n|    |\t|> |- |1. |2) |* |+ |# |```\n|~~~\n|[x]|[x]: http://a.b 't'\n|![i](u)"
    "|[l](u)|[^1]|[^1]: note\n|<b>|</b>|<div>\n|<!-- c -->|&amp;|&|\\|\\*|*|**|_|~~|~|`|``|$x$|$$"
    "|$$\n|http://a.io/x|(https://q.com)|===\n|---\n|***\n|: |!!! note\n|!|]|[|é|\u00a0|  \n|{|@|h"
).split("|")
TABLE = "|a|b|\n|-|-|\n|"
PARSERS = {"gfm": gfm_parser.gfm_parser, "site": dialect.parser}


def try_all(parser: MarkdownIt) -> None:
    """Put ordinary rulers in the place of those that choose by signs."""
    parser.inline.terminator_re = ParserInline().terminator_re
    for part in (parser.inline, parser.block):
        ruler = Ruler[object]()
        for rule in part.ruler.__rules__:
            ruler.push(rule.name, rule.fn, {"alt": rule.alt})
            if not rule.enabled:
                ruler.disable(rule.name)
        part.ruler = ruler  # type: ignore[assignment]


def dump(tokens: list[Token]) -> list[object]:
    return [{**each.as_dict(children=False), "in": dump(each.children or [])} for each in tokens]


@pytest.mark.parametrize("name", PARSERS)
def test_the_rules_that_fit_read_what_all_read(name: str) -> None:
    chance, ours, plain = Random(name), PARSERS[name](), PARSERS[name].__wrapped__()
    try_all(plain)

    for _ in range(1500):
        text = "".join(chance.choice([*SIGNS, TABLE]) for _ in range(chance.randint(1, 40)))

        assert dump(ours.parse(text, {})) == dump(plain.parse(text, {})), text


@pytest.mark.parametrize("name", PARSERS)
def test_every_rule_is_known_by_its_signs_or_tried_everywhere(name: str) -> None:
    """A new rule of the parser's is tried at every sign until it is looked at."""
    parser = PARSERS[name]()
    everywhere = {"table", "code", "lheading", "paragraph", "deflist", "admonition", "text"}

    for part, signs in ((parser.block, BLOCK_SIGNS), (parser.inline, INLINE_SIGNS)):
        assert isinstance(part.ruler, SignRuler)
        assert {*part.ruler.get_active_rules()} <= {*signs} | everywhere
