"""A file's Markdown as blocks of text that lead back to the line and column of each word."""

from dataclasses import dataclass, replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from advocacy.markup.html_text import read_html
from advocacy.markup.inline_text import COMMENT, MASK, Comment, Image, Link, read_inline
from advocacy.markup.line_map import LineMap, map_lines, map_row
from advocacy.markup.pieces import TracedText
from advocacy.markup.traced_inline import TracedInline
from advocacy.source import Source


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text.

    Attributes:
        parts: What the block is and is in: `paragraph`, `heading` and `h2`, `list`,
            `blockquote`, `table` and `header` or `cell`, `alt`, `frontmatter` and a key, `raw`;
            `html`; `text` too, unless it is `raw`.
        traced: What a reader sees, with its places in the file.
    """

    parts: frozenset[str]
    traced: TracedText

    @property
    def text(self) -> str:
        """What a reader sees: a line break is a space, code is masked by `*`."""
        return self.traced.text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6, with the offsets of its text in the file."""

    level: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code block.

    Attributes:
        info: What stands behind the opening fence.
        start: Offset in the file of the code.
        end: Offset behind the code.
        outer_start: Offset of the line with the opening fence.
        outer_end: Offset behind the line with the closing fence.
    """

    info: str
    start: int
    end: int
    outer_start: int
    outer_end: int


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A mark that nothing closes, with the one that would, and its offset in the file."""

    mark: str
    closing: str
    start: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """What a file's body says, in the order in which it says it."""

    blocks: tuple[Block, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    comments: tuple[Comment, ...] = ()
    fences: tuple[Fence, ...] = ()
    unclosed: tuple[Unclosed, ...] = ()


def make_source_map(source: Source, start: int = 0) -> SourceMap:
    """Map the Markdown of a file from an offset on.

    The dialect is that of the renderer as far as a reader's words go: tables, footnotes,
    definition lists, admonitions. HTML blocks are no text but blocks of
    their own; their comments are kept.
    """
    body = source.text[start:]
    return _Mapper(body, start).read(_parser().parse(body, {}))


class _Parser(MarkdownIt):
    """Keeps destinations as they were written, and sees a script in one as a link."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's own name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the parser's own name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the parser's own name
        return True


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    markdown = _Parser("commonmark")
    markdown.inline = TracedInline()
    markdown.configure("commonmark").enable(["table", "strikethrough"])
    # Joined tokens would lose their positions.
    markdown.disable(["text_join", "fragments_join"])
    markdown.use(footnote_plugin, inline=False, move_to_end=False)
    markdown.use(deflist_plugin).use(admon_plugin)
    markdown.block.ruler.at("html_block", _html_block, {"alt": _HTML_BLOCK_ENDS})
    return markdown


_HTML_BLOCK_ENDS = ["paragraph", "reference", "blockquote"]


def _html_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Read an HTML block, except where a comment merely begins a line of text."""
    start = state.bMarks[first] + state.tShift[first]
    end = start
    while state.src.startswith("<!--", end):
        close = state.src.find("-->", end)
        if close < 0:
            break
        end = close + len("-->")
        while state.src[end : end + 1] in {" ", "\t"}:
            end += 1
    if end > start and state.src[end : end + 1] not in {"", "\n"}:
        return False
    return html_block(state, first, last, silent)


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
_NO_PARAGRAPH = {"heading", "list", "blockquote", "table"}


class _Mapper:
    """Walks the parser's tokens, knowing in which blocks each one stands."""

    def __init__(self, body: str, start: int) -> None:
        self.body = body
        self.start = start
        self.lines = body.split("\n")
        self.starts = [start]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.stack: list[tuple[str, ...]] = []
        self.row: list[LineMap] = []
        self.blocks: list[Block] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.comments: list[Comment] = []
        self.fences: list[Fence] = []
        self.unclosed: list[Unclosed] = []

    def read(self, tokens: list[Token]) -> SourceMap:
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self.inline(token)
            elif token.type == "html_block":
                self.html(token, _next_map(tokens, index))
            elif token.type == "fence" and token.map:
                self.fence(token)
            elif token.nesting:
                self.container(token)
        return SourceMap(
            tuple(self.blocks),
            tuple(self.headings),
            tuple(self.links),
            tuple(self.images),
            tuple(self.comments),
            tuple(self.fences),
            tuple(self.unclosed),
        )

    def container(self, token: Token) -> None:
        name = token.type.rpartition("_")[0]
        if token.nesting < 0:
            self.stack.pop()
            return
        self.stack.append(("heading", token.tag) if name == "heading" else _PARTS.get(name, ()))
        if name == "tr" and token.map:
            line = token.map[0]
            self.row = map_row(self.lines[line], self.starts[line])

    def inline(self, token: Token) -> None:
        parts = {part for each in self.stack for part in each}
        lines = self.line_map(token, is_cell="table" in parts)
        if lines is None or not token.map:
            return
        found = read_inline(token.children or [], token.content, lines)
        if not parts & _NO_PARAGRAPH:
            parts.add("paragraph")
        if found.traced.text.strip(f" {MASK}"):
            self.blocks.append(Block(frozenset(parts | {"text"}), found.traced))
        if "heading" in parts:
            self.heading(found.traced, lines.offset(0))
        self.links += found.links
        for image in found.images:
            self.images.append(image)
            if image.alt:
                self.blocks.append(Block(frozenset({"text", "alt"}), image.traced_alt))
        covers = self.range(token.map)
        self.comments += [replace(comment, covers=covers) for comment in found.comments]

    def line_map(self, token: Token, *, is_cell: bool) -> LineMap | None:
        if not token.map:
            return None
        if is_cell:
            # A row may have fewer cells than the head; the parser fills them with nothing.
            return self.row.pop(0) if self.row else None
        return map_lines(token.content, self.lines, self.starts, token.map[0])

    def heading(self, text: TracedText, start: int) -> None:
        level = int(self.stack[-1][1][1:])
        _, end = text.span(0, len(text.text)) if text.text else (start, start)
        self.headings.append(Heading(level, text.text, start, end))

    def html(self, token: Token, following: list[int] | None) -> None:
        covers = self.range(following) if following else (0, 0)
        first = token.map[0] if token.map else 0
        begin, end = self.range(token.map or [0, 0])
        for match in COMMENT.finditer(self.body, begin - self.start, end - self.start):
            start, end = match.start() + self.start, match.end() + self.start
            self.comments.append(Comment(match[1], start, end, covers))
        lines = map_lines(token.content.rstrip("\n"), self.lines, self.starts, first)
        if lines is None:
            return
        text = read_html(token.content.rstrip("\n"), lines)
        if text.text.strip():
            self.blocks.append(Block(frozenset({"text", "html"}), text))
        if token.content.startswith("<!--") and "-->" not in token.content:
            self.unclosed.append(Unclosed("<!--", "-->", lines.offset(0)))

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
