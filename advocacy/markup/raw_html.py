"""Blocks of HTML, where the renderer sees them and not where CommonMark does."""

import re

from markdown.util import BLOCK_LEVEL_ELEMENTS
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block

from advocacy.markup.html_grammar import COMMENT, MARK

_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
_DEEPEST = 3


def read_html_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read a block of HTML; a comment that begins a line of text is none."""
    start = state.bMarks[first] + state.tShift[first]
    if state.is_code_block(first) or state.src[start : start + 1] != "<":
        return False
    if state.src[start + 1 : start + 2] in {"!", "?"}:
        return not _begins_text(state.src, start) and html_block(state, first, last, silent)
    if not _begins_block(state.src, start):
        return False
    if not silent:
        end = _find_end(state.src, start)
        line = first + 1 + state.src.count("\n", start, end)
        state.line = min(line, last)
        token = state.push("html_block", "", 0)
        token.map = [first, state.line]
        token.content = state.getLines(first, state.line, state.blkIndent, True)
    return True


def _begins_text(text: str, start: int) -> bool:
    """Say whether comments stand at an offset, and words behind them on the line."""
    end = start
    while comment := COMMENT.match(text, end):
        end = comment.end()
        while text[end : end + 1] in {" ", "\t"}:
            end += 1
    return end > start and text[end : end + 1] not in {"", "\n"}


def _begins_block(text: str, start: int) -> bool:
    indent = text[text.rfind("\n", 0, start) + 1 : start]
    mark = MARK.match(text, start)
    # Behind the mark of a list or a quote, the renderer reads Markdown with tags in it.
    at_line_start = not indent.strip() and len(indent) <= _DEEPEST
    return at_line_start and mark is not None and _is_block(mark)


def _is_block(mark: re.Match[str]) -> bool:
    element = mark["element"] or mark["name"] or ""
    return not mark["closing"] and element.lower() in _BLOCKS


def _opens(mark: re.Match[str]) -> bool:
    element = (mark["element"] or "hr").lower()
    return element != "hr" and not mark["closing"] and not mark[0].endswith("/>")


def _find_end(text: str, start: int) -> int:
    """Return the offset behind the tag that closes a block, over any blank line between."""
    end, opened = start, list[str]()
    for mark in MARK.finditer(text, start):
        if not opened and end > start and "\n" in text[end : mark.start()]:
            return end
        element = (mark["element"] or "").lower()
        if mark["closing"] and element in opened:
            while opened.pop() != element:
                pass
        elif _opens(mark) and (opened or _is_block(mark)):
            opened.append(element)
        if not opened:
            end = mark.end()
    return len(text) if opened else end
