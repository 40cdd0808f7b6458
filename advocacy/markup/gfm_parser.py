"""A parser of Markdown as Vale's has it: CommonMark with tables, bare addresses and formulas."""

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from advocacy.markup.locating_parser import make_locating_parser

# What goldmark's linkify takes for an address, and before what it may begin one.
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[-\w@:%.+~#=]{1,256}\.[a-z]+(?::\d+)?"
    r"""(?:[/#?][-\w@:%+.~#$!?&/=();,'">^{}\[\]`]*)?""",
    re.ASCII,
)
_BEFORE_ADDRESS = re.compile(r"(?:(?<=[\s*_~(])|^)(?=(?:https?|ftp)://)")
_NO_END = "?!.,:*_~"
_FORMULA_END = re.compile(r"(?<![\s\\])\$(?!\d)")
_DISPLAY_END = re.compile(r"(?<!\\)\$\$\s*(?:\{[^{}]*\}\s*)?$")
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


@lru_cache(maxsize=1)
def gfm_parser() -> MarkdownIt:
    """Return the parser; its inline tokens know where they begin."""
    markdown = make_locating_parser()
    markdown.inline.ruler.at("text", _text)
    markdown.inline.ruler.before("text", "bare_address", _bare_address)
    markdown.inline.ruler.after("backticks", "formula", _formula)
    markdown.block.ruler.before("fence", "display_formula", _display_formula, _INTERRUPTS)
    return markdown


def _text(state: StateInline, silent: bool) -> bool:
    """Take plain text up to the next sign that may mean something, or the next address."""
    mark = state.md.inline.terminator_re.search(state.src, state.pos)
    end = mark.start() if mark else state.posMax
    if end == state.pos:
        return False
    # Only as far as an address that begins before the end could be told by.
    seen = min(state.posMax, end + len("https://"))
    has_address = state.src.find("://", state.pos, seen) >= 0
    if has_address and (address := _BEFORE_ADDRESS.search(state.src, state.pos + 1, seen)):
        end = min(end, address.start())
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _bare_address(state: StateInline, silent: bool) -> bool:
    if state.linkLevel or not _BEFORE_ADDRESS.match(state.src, state.pos):
        return False
    found = _ADDRESS.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    address = _without_end(found[0])
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": address}
        state.push("text", "", 0).content = address
        state.push("link_close", "a", -1)
    state.pos += len(address)
    return True


def _without_end(address: str) -> str:
    """Take off what ends the sentence, and a bracket that was opened before the address."""
    kept = address.rstrip(_NO_END)
    if kept.endswith(")"):
        return kept[: len(kept) - max(0, kept.count(")") - kept.count("("))]
    if entity := re.search(r"&[0-9A-Za-z]+;$", kept):
        return kept[: entity.start()]
    return kept


def _formula(state: StateInline, silent: bool) -> bool:
    """Read `$x$`: nothing but a sum of money has a space inside of its signs."""
    after = state.src[state.pos + 1 : state.pos + 2]
    if state.src[state.pos] != "$" or after in {"", "$"} or after.isspace():
        return False
    if _last_formula_end(state.src) <= state.pos:
        return False
    end = _FORMULA_END.search(state.src, state.pos + 1, state.posMax)
    if not end:
        return False
    if not silent:
        state.push("formula", "code", 0).content = state.src[state.pos : end.end()]
    state.pos = end.end()
    return True


@lru_cache(maxsize=1)
def _last_formula_end(content: str) -> int:
    """Return where the last sign stands that can end a formula, so that none looks in vain."""
    return max((end.start() for end in _FORMULA_END.finditer(content)), default=-1)


def _display_formula(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read `$$`…`$$`, which ends with its paragraph at the latest."""
    opening = _line(state, first)
    if not opening.startswith("$$") or state.is_code_block(first):
        return False
    if silent:
        return True
    line = first
    rest = opening.lstrip("$")
    while not _DISPLAY_END.search(rest) and line + 1 < last and not state.isEmpty(line + 1):
        line += 1
        rest = _line(state, line)
    state.line = line + 1
    state.push("display_formula", "pre", 0).map = [first, state.line]
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
