"""An inline Markdown parser whose tokens remember where they begin."""

import re
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from advocacy.markup.sign_ruler import INLINE_SIGNS, SignRuler, join_inline

AT = "at"
# Wherever a rule of INLINE_SIGNS may begin, but for those that look for an address themselves,
# and where the text of a link ends.
STOPS = re.compile(r"[\n\\`~*_\[\]<&$]|!(?=\[)")


class TracedState(StateInline):
    """Notes in each token's `meta` the index in the content at which it begins."""

    pending_at = 0
    marker_at = -1
    marker_count = 0

    def append_pending(self, text: str) -> None:
        """Note where a run of plain text begins."""
        if not self.pending:
            self.pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the parser's own name
        """Close a run of plain text."""
        token = super().pushPending()
        token.meta[AT] = self.pending_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token that begins at the parser's position."""
        token = super().push(ttype, tag, nesting)
        # A run such as `***` becomes one token a marker while the position stands still.
        repeats = ttype == "text" and self.marker_at == self.pos
        self.marker_count = self.marker_count + 1 if repeats else 0
        self.marker_at = self.pos if ttype == "text" else -1
        token.meta[AT] = self.pos + self.marker_count
        return token


class TracedInline(ParserInline):
    """The ordinary inline parser, with a state that keeps positions.

    It tries of its rules those that the next sign may fit, and stops at no other sign.
    """

    def __init__(self) -> None:
        """Take over the ordinary rules."""
        super().__init__()
        ruler = SignRuler(INLINE_SIGNS, join_inline)
        for rule in self.ruler.__rules__:
            ruler.push(rule.name, rule.fn, {"alt": rule.alt})
        self.ruler = ruler
        self.terminator_re = STOPS

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse inline content into tokens."""
        state: Any = TracedState(src, md, env, tokens)
        self.tokenize(state)
        # All that is left to do is to pair these.
        if state.delimiters or any(state.tokens_meta):
            for rule in self.ruler2.getRules(""):
                rule(state)
        return list(state.tokens)
