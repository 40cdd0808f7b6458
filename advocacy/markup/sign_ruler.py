"""Rules of a Markdown parser, of which only those are tried that the next sign can begin."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

# Called as each rule is; returns whether one has read something.
Rule: TypeAlias = Callable[..., bool]
# By a rule's name, the signs that begin what it reads; what is not named may begin with any.
Signs: TypeAlias = Mapping[str, str]

# Each rule says so itself, in its first lines.
BLOCK_SIGNS: Signs = {
    "blockquote": ">",
    "display_formula": "$",
    "fence": "`~",
    "footnote_def": "[",
    "heading": "#",
    "hr": "*-_",
    "html_block": "<",
    "list": "*+-0123456789",
    "reference": "[",
}
INLINE_SIGNS: Signs = {
    "autolink": "<",
    "backticks": "`",
    "bare_address": "hf",
    "emphasis": "*_",
    "entity": "&",
    "escape": "\\",
    "footnote_ref": "[",
    "formula": "$",
    "html_inline": "<",
    "image": "!",
    "link": "[",
    "newline": "\n",
    "strikethrough": "~",
}


class SignRuler(Ruler[Any]):
    """A ruler whose chains have one rule each: it tries those of the chain that may fit."""

    def __init__(self, signs: Signs, join: "Join") -> None:
        super().__init__()
        self.signs = signs
        self.join = join

    def __compile__(self) -> None:
        """Make one rule that stands for all of a chain, for each chain."""
        super().__compile__()
        names = {rule.fn: rule.name for rule in self.__rules__ if rule.enabled}
        chains = self.__cache__ or {}
        self.__cache__ = {chain: self._joined(rules, names) for chain, rules in chains.items()}

    def _joined(self, rules: list[Rule], names: Mapping[Rule, str]) -> list[Rule]:
        by_sign = BySign([(rule, self.signs.get(names[rule])) for rule in rules])
        return [self.join(by_sign)] if rules else []


class BySign(dict[str, tuple[Rule, ...]]):
    """The rules that a sign can begin, in their order; by each sign, once it was met."""

    def __init__(self, rules: list[tuple[Rule, str | None]]) -> None:
        super().__init__()
        self.rules = rules
        self.every = tuple(rule for rule, _ in rules)

    def __missing__(self, sign: str) -> tuple[Rule, ...]:
        """Find the rules for a sign."""
        found = tuple(rule for rule, signs in self.rules if signs is None or sign in signs)
        self[sign] = found
        return found


Join: TypeAlias = Callable[[BySign], Rule]


def join_blocks(rules: BySign) -> Rule:
    """Return a rule that tries those that the first sign of a line can begin."""

    def read(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        at = state.bMarks[line] + state.tShift[line]
        # A line that is indented as code is a matter for all.
        is_open = state.sCount[line] - state.blkIndent < 4 and at < len(state.src)
        fitting = rules[state.src[at]] if is_open else rules.every
        for rule in fitting:  # noqa: SIM110 - `any` makes a generator for each line
            if rule(state, line, end, silent):
                return True
        return False

    return read


def join_inline(rules: BySign) -> Rule:
    """Return a rule that tries those that the next sign can begin."""

    def read(state: StateInline, silent: bool) -> bool:
        for rule in rules[state.src[state.pos]]:  # noqa: SIM110 - as above
            if rule(state, silent):
                return True
        return False

    return read


def make_block_parser() -> ParserBlock:
    """Return a parser of blocks that tries of its rules those that a line may fit."""
    parser = ParserBlock()
    ruler = SignRuler(BLOCK_SIGNS, join_blocks)
    for rule in parser.ruler.__rules__:
        ruler.push(rule.name, rule.fn, {"alt": rule.alt})
    parser.ruler = ruler
    return parser
