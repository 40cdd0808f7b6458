"""Blocks of HTML, where the renderer sees them and not where CommonMark does."""

import re
from collections import Counter

from markdown.util import BLOCK_LEVEL_ELEMENTS
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block

from advocacy.markup.html_grammar import COMMENT, MARK

_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
_DEEPEST = 3
_LINE = re.compile(r"^ {0,3}(?=<[A-Za-z])", re.MULTILINE)


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
        end, _ = _walk(state.src, start)
        line = first + 1 + state.src.count("\n", start, end)
        state.line = min(line, last)
        token = state.push("html_block", "", 0)
        token.map = [first, state.line]
        token.content = state.getLines(first, state.line, state.blkIndent, True)
    return True


def count_deepest(text: str) -> int:
    """Return how many elements are open at once, at most, in a text's blocks of HTML."""
    end = deepest = 0
    for line in _LINE.finditer(text):
        if line.end() >= end and _begins_block(text, line.end()):
            end, depth = _walk(text, line.end())
            deepest = max(deepest, depth)
    return deepest


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


class _Open:
    """The elements that are open, the innermost last."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.counts: Counter[str] = Counter()
        self.deepest = 0

    def add(self, name: str) -> None:
        self.names.append(name)
        self.counts[name] += 1
        self.deepest = max(self.deepest, len(self.names))

    def close(self, name: str) -> None:
        """Close the innermost element of a name, and all in it; without one, nothing."""
        while self.counts[name]:
            last = self.names.pop()
            self.counts[last] -= 1
            if last == name:
                return


def _walk(text: str, start: int) -> tuple[int, int]:
    """Return where a block ends, over any blank line, and how many elements it has at once."""
    end, opened = start, _Open()
    for mark in MARK.finditer(text, start):
        if not opened.names and end > start and "\n" in text[end : mark.start()]:
            break
        if mark["closing"]:
            opened.close(mark["element"].lower())
        elif _opens(mark) and (opened.names or _is_block(mark)):
            opened.add(mark["element"].lower())
        if not opened.names:
            end = mark.end()
    return (len(text) if opened.names else end), opened.deepest
