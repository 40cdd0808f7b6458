"""A file's Markdown as blocks of text that lead back to the line and column of each word."""

import re
from collections.abc import Mapping
from typing import Any

from markdown_it.token import Token

from advocacy.markup.blocks import Block, Fence, Heading, QuoteTag, SourceMap, Unclosed
from advocacy.markup.bounds import find_excess
from advocacy.markup.destinations import read_definitions
from advocacy.markup.dialect import parser
from advocacy.markup.differences import find_differences, indent_of
from advocacy.markup.gather import MASK, Gathered, close_anchors, read_html
from advocacy.markup.html_grammar import COMMENT
from advocacy.markup.inline_text import mask_addresses, read_inline
from advocacy.markup.line_map import LineMap, map_lines
from advocacy.markup.marks import Comment, Difference, Image, Link
from advocacy.markup.pieces import TracedText, join_pieces, trace_plain
from advocacy.markup.sanitize import ADMONITIONS
from advocacy.markup.table_row import Cell, cut_row
from advocacy.source import Source


def make_source_map(source: Source, start: int = 0) -> SourceMap:
    """Map the Markdown of a file from an offset on.

    The dialect is that of the renderer as far as a reader's words go: tables, footnotes,
    definition lists, admonitions. HTML blocks are no text but blocks of
    their own; their comments are kept. A text that the renderer refuses, because it has too
    much of something, has an empty map.
    """
    body = source.text[start:]
    if find_excess(body):
        return SourceMap()
    known: dict[str, Any] = {}
    tokens = parser().parse(body, known)
    return _Mapper(body, start, known.get("references", {})).read(tokens)


_PARTS = {
    "list_item": ("list",),
    "dt": ("list",),
    "dd": ("list",),
    "blockquote": ("blockquote",),
    "th": ("table", "header"),
    "td": ("table", "cell"),
    "footnote_reference": ("footnote",),
    "admonition": ("admonition",),
}
# What stands in these is indented by four, to the renderer.
_INDENTED = {"list", "footnote", "admonition"}
_BOX = re.compile(r'!!! ?(?P<kind>[\w-]+)(?: +[\w-]+)*(?: +"(?P<title>.*?)")? *$')
_NO_PARAGRAPH = {"heading", "list", "blockquote", "table", "html"}


class _Mapper:
    """Walks the parser's tokens, knowing in which blocks each one stands."""

    def __init__(self, body: str, start: int, references: Mapping[str, Any]) -> None:
        self.body = body
        self.start = start
        self.lines = body.split("\n")
        self.starts = [start]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.references = references
        self.stack: list[tuple[str, ...]] = []
        self.definitions = dict(read_definitions(references, self.lines, self.starts))
        self.row: list[Cell] = []
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.comments: list[Comment] = []
        self.fences: list[Fence] = []
        self.unclosed: list[Unclosed] = []
        self.differences: list[Difference] = []
        self.quote_tags: list[QuoteTag] = []
        self.blanks: list[tuple[int, int]] = []
        self.dropped: list[tuple[int, int]] = []

    def read(self, tokens: list[Token]) -> SourceMap:
        for index, token in enumerate(tokens):
            if token.type == "inline":
                is_title = tokens[index - 1].type == "admonition_title_open"
                if not (is_title and self.unquoted_title(token)):
                    self.inline(token)
            elif token.type == "html_block":
                self.html(token, _next_map(tokens, index))
            elif token.type == "code_block" and self.is_prose(token):
                self.prose(token)
            elif token.type == "fence" and token.map:
                self.fence(token)
            elif token.nesting:
                self.container(token)
        self.differences += find_differences(tokens, self.lines, self.starts)
        return SourceMap(
            tuple(self.blocks),
            tuple(self.headings),
            tuple(self.links),
            tuple(self.images),
            tuple(self.comments),
            tuple(self.fences),
            tuple(self.unclosed),
            tuple(self.differences),
            tuple(self.quote_tags),
            tuple(self.blanks),
            tuple(self.dropped),
        )

    def container(self, token: Token) -> None:
        name = token.type.rpartition("_")[0]
        if token.nesting < 0:
            self.stack.pop()
            return
        self.stack.append(("heading", token.tag) if name == "heading" else _PARTS.get(name, ()))
        if name == "tr" and token.map:
            line = token.map[0]
            self.row = cut_row(self.lines[line], self.starts[line])

    def inline(self, token: Token) -> None:
        parts = {part for each in self.stack for part in each}
        lines = self.cell(token) if "table" in parts else self.line_map(token)
        if lines is None or not token.map:
            return
        found = read_inline(token.children or [], token.content, lines, self.definitions)
        text = self.gathered(found, parts, self.range(token.map))
        if "heading" in parts:
            self.heading(text, lines.offset(0))

    def gathered(self, found: Gathered, kinds: set[str], covers: tuple[int, int]) -> TracedText:
        """Keep what one block holds."""
        traced = join_pieces(found.parts)
        traced = traced._replace(text=mask_addresses(traced.text))
        parts = kinds if kinds & _NO_PARAGRAPH else kinds | {"paragraph"}
        if traced.text.strip(f" {MASK}"):
            self.blocks.append(Block(frozenset(parts | {"text"}), traced))
        self.headings += found.headings
        self.links += found.links
        self.images += found.images
        alts = [image.traced_alt for image in found.images if image.alt]
        self.blocks += [Block(frozenset({"text", "alt"}), alt) for alt in alts]
        self.blocks += [Block(frozenset({"text"}), title) for title in found.titles]
        self.comments += [comment._replace(covers=covers) for comment in found.comments]
        self.unclosed += [Unclosed("<!--", "-->", start) for start in found.unclosed]
        self.differences += found.differences
        self.quote_tags += found.quote_tags
        self.blanks += found.blanks
        self.dropped += found.dropped
        return traced

    def unquoted_title(self, token: Token) -> bool:
        """Read the title of a box that has none in quotes: the name of its kind."""
        line = token.map[0] if token.map else 0
        box = _BOX.search(self.lines[line])
        if not box or box["title"] is not None:
            return False
        if box["kind"].lower() not in ADMONITIONS:
            start = self.starts[line] + box.start("kind")
            title = trace_plain(box["kind"], start)
            self.blocks.append(Block(frozenset({"text", "admonition"}), title))
        return True

    def line_map(self, token: Token) -> LineMap | None:
        if not token.map:
            return None
        return map_lines(token.content, self.lines, self.starts, token.map[0])

    def cell(self, token: Token) -> LineMap | None:
        # A row may have fewer cells than the head; the parser fills them with nothing.
        content, lines = self.row.pop(0) if self.row else ("", None)
        if content != token.content:
            self.parse(token, content)
        return lines

    def heading(self, text: TracedText, start: int) -> None:
        level = int(self.stack[-1][1][1:])
        _, end = text.span(0, len(text.text)) if text.text else (start, start)
        self.headings.append(Heading(level, text.text, start, end))

    def html(self, token: Token, following: list[int] | None) -> None:
        content = token.content.rstrip("\n")
        lines = map_lines(content, self.lines, self.starts, token.map[0] if token.map else 0)
        if lines is None:
            return
        found = Gathered(lines)
        read_html(found, content)
        end = lines.offset(max(0, len(content) - 1)) + 1
        close_anchors(found, end)
        found.close_headings(end)
        self.gathered(found, {"html"}, self.range(following) if following else (0, 0))

    def is_prose(self, token: Token) -> bool:
        """Say whether the renderer, which indents by four, reads an indented block as words."""
        depth = sum(1 for parts in self.stack if not _INDENTED.isdisjoint(parts))
        first, last = token.map or (0, 0)
        lines = [line for line in self.lines[first:last] if line.strip("> \t")]
        begins = bool(lines) and lines[0].strip("> \t") != token.content.split("\n")[0].strip()
        return bool(depth) and (begins or min(map(indent_of, lines), default=0) < 4 * depth + 4)

    def prose(self, token: Token) -> None:
        self.parse(token, "\n".join(line.strip() for line in token.content.split("\n")).rstrip())
        self.inline(token)

    def parse(self, token: Token, content: str) -> None:
        """Give a token another content, and the inline tokens of that."""
        token.content, token.children = content, []
        markdown = parser()
        known = {"references": self.references}
        markdown.inline.parse(content, markdown, known, token.children)

    def fence(self, token: Token) -> None:
        first, last = token.map or [0, 0]
        count = len(token.content.removesuffix("\n").split("\n")) if token.content else 0
        begin, end = self.starts[first + 1], self.starts[min(first + 1 + count, last)]
        end = min(end, self.start + len(self.body))
        self.fences.append(Fence(token.info.strip(), begin, end, *self.range([first, last])))
        closing = self.lines[last - 1].strip("> \t")
        if last - 1 == first or not closing or closing.strip(token.markup[0]):
            start = self.starts[first] + self.lines[first].index(token.markup)
            self.unclosed.append(Unclosed(token.markup, token.markup, start))

    def range(self, lines: list[int]) -> tuple[int, int]:
        """Return the offsets of whole lines, of at least one."""
        first, last = lines
        end = self.starts[max(last, first + 1)]
        return self.starts[first], min(end, self.start + len(self.body))


def _next_map(tokens: list[Token], index: int) -> list[int] | None:
    """Return the lines of the block that follows, over other comments, within one container."""
    for token in tokens[index + 1 :]:
        if token.nesting < 0:
            return None
        if not (token.type == "html_block" and COMMENT.sub("", token.content).strip() == ""):
            return token.map
    return None
