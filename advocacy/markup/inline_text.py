"""What a reader sees of a block's inline Markdown, and the links and images in it."""

import re
from collections.abc import Mapping

from markdown_it.token import Token

from advocacy.markup.destinations import Destination, read_destination
from advocacy.markup.gather import (
    MASK,
    Gathered,
    OpenLink,
    close_anchors,
    read_html,
    value_parts,
)
from advocacy.markup.html_grammar import read_tag
from advocacy.markup.line_map import LineMap
from advocacy.markup.marks import Difference, Image
from advocacy.markup.pieces import join_pieces
from advocacy.markup.sanitize import DROPPED_WHOLE
from advocacy.markup.traced_inline import AT

# The sign that ends a sentence belongs to the sentence.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?*'\")\]]"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
)
_TAG = re.compile(r"</?[A-Za-z]")


def read_inline(
    tokens: list[Token], content: str, lines: LineMap, definitions: Mapping[str, Destination]
) -> Gathered:
    """Read the inline tokens of one block.

    Code is masked by `*`, one for each of its characters.

    Args:
        tokens: What the parser made of the content.
        content: The block's Markdown.
        lines: The places of that.
        definitions: By label, the destinations that stand apart from their links.
    """
    reader = _Reader(content, lines, definitions)
    reader.read(tokens, 0)
    close_anchors(reader.gathered, lines.offset(max(0, len(content) - 1)) + 1)
    return reader.gathered


def mask_addresses(text: str) -> str:
    """Cover web and mail addresses, which no rule about words should read."""
    return _ADDRESS.sub(lambda match: MASK * len(match[0]), text)


class _Reader:
    """Walks inline tokens; `base` is where a token list's content begins in the block's."""

    def __init__(
        self, content: str, lines: LineMap, definitions: Mapping[str, Destination]
    ) -> None:
        self.content = content
        self.lines = lines
        self.definitions = definitions
        self.gathered = Gathered(lines)
        self.open_links: list[tuple[OpenLink, Token]] = []

    def read(self, tokens: list[Token], base: int) -> None:
        hidden_until = -1
        for index, token in enumerate(tokens):
            at = base + token.meta.get(AT, 0)
            if index > hidden_until:
                hidden_until = _hidden_until(tokens, index)
                if index <= hidden_until:
                    self.gathered.drop(read_tag(token.content).element, at)
            if index <= hidden_until:
                continue
            match token.type:
                case "text":
                    self.text(token, at)
                case "text_special":
                    self.gathered.add(token.content, at, len(token.markup))
                case "code_inline":
                    self.code(token, at)
                case "softbreak":
                    self.gathered.add(" ", at, 1)
                case "hardbreak":
                    self.hard_break(at)
                case "s_open":
                    self.differ("strike", at, len(token.markup))
                case "html_inline":
                    read_html(self.gathered, token.content, at)
                case "link_open":
                    self.open_link(token, at)
                case "link_close" if self.open_links:
                    self.close_link(at)
                case "image":
                    self.image(token, at)

    def text(self, token: Token, at: int) -> None:
        in_address = bool(self.open_links) and _is_auto(self.open_links[-1][1])
        begin = at + in_address
        # A cell's `\\|` lost its backslash before it was read: its text is not of one run there.
        for first, last in self.lines.runs(begin, begin + len(token.content)):
            text = token.content[first - begin : last - begin]
            self.gathered.add(text, first, last - first)

    def code(self, token: Token, at: int) -> None:
        begin = self.content.index(token.content, at + len(token.markup))
        for first, last in self.lines.runs(begin, begin + len(token.content)):
            self.gathered.add(MASK * (last - first), first, last - first)

    def hard_break(self, at: int) -> None:
        self.gathered.add(" ", at, 1)
        if self.content[at : at + 1] == "\\":
            self.differ("backslash", at, 1)

    def differ(self, kind: str, at: int, length: int) -> None:
        _, start, end = self.lines.part("", at, length)
        self.gathered.differences.append(Difference(kind, start, end))

    def open_link(self, token: Token, at: int) -> None:
        start, target = self.lines.offset(at + _is_auto(token)), str(token.attrs.get("href", ""))
        opened = OpenLink(target, start, start, len(self.gathered.parts))
        self.open_links.append((opened, token))

    def close_link(self, at: int) -> None:
        opened, token = self.open_links.pop()
        if _is_auto(token):
            text = "".join(part[0] for part in self.gathered.parts[opened.first_part :])
            self.gathered.close_link(opened, opened.start + len(text))
            return
        target_start = self.destination(token, at, opened.start)
        whole = OpenLink(opened.target, opened.start, target_start, opened.first_part)
        self.gathered.close_link(whole, self.lines.offset(at))

    def image(self, token: Token, at: int) -> None:
        inner = _Reader(self.content, self.lines, self.definitions)
        inner.read(token.children or [], at + 2)
        alt = join_pieces(inner.gathered.parts)
        bracket = at + 2 + len(token.content)
        start, end = self.lines.offset(at), self.lines.offset(bracket)
        target = self.destination(token, bracket, start)
        source = str(token.attrs.get("src", ""))
        image = Image(alt.text.strip(), source, start, end, target, alt)
        self.gathered.images.append(image)
        if self.open_links or self.gathered.anchors:
            # A reader who cannot see the picture hears its alt text as the link's text.
            self.gathered.parts += inner.gathered.parts
        else:
            self.gathered.add(MASK, at, 1)

    def destination(self, token: Token, bracket: int, otherwise: int) -> int:
        """Keep the title of a link or picture, and return where its address begins."""
        label = token.meta.get("label")
        found = (
            self.definitions.get(label)
            if label
            else read_destination(self.content, self.lines, bracket + len("]("))
        )
        if not found:
            return otherwise
        first, last = found.title
        if written := found.content[first:last]:
            parts = value_parts(found.lines, written, first, escapes=True)
            self.gathered.titles.append(join_pieces(parts))
        return found.lines.offset(found.target)


def _is_auto(token: Token) -> bool:
    return token.info == "auto"


def _hidden_until(tokens: list[Token], index: int) -> int:
    """Return the index of the tag that closes a hidden element; -1 where none is opened."""
    if tokens[index].type != "html_inline" or not _TAG.match(tokens[index].content):
        return -1
    tag = read_tag(tokens[index].content)
    if tag.closes or tag.element not in DROPPED_WHOLE or tokens[index].content.endswith("/>"):
        return -1
    for later in range(index + 1, len(tokens)):
        if tokens[later].content.lower().startswith(f"</{tag.element}"):
            return later
    return -1
