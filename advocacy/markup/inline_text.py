"""What a reader sees of a block's inline Markdown, and the links and images in it."""

import re
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from advocacy.markup.line_map import LineMap
from advocacy.markup.pieces import TracedText, join_pieces
from advocacy.markup.traced_inline import AT

COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
MASK = "*"
# The sign that ends a sentence belongs to the sentence.
_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?*'\")\]]")


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text.

    Attributes:
        text: What the reader sees, addresses unmasked; alt text of an image counts.
        target: The destination as it was written.
        start: The offset in the file of the text.
        end: The offset of the text's end.
        target_start: The offset of the destination; that of the text for reference links.
    """

    text: str
    target: str
    start: int
    end: int
    target_start: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in a text.

    Attributes:
        alt: The alt text, as a reader hears it.
        target: The destination as it was written.
        start: The offset in the file of the `!`.
        end: The offset of the closing bracket of the alt text.
        target_start: The offset of the destination.
        traced_alt: The alt text with its places in the file.
    """

    alt: str
    target: str
    start: int
    end: int
    target_start: int
    traced_alt: TracedText


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment, and the part of the file that a switch in it speaks of."""

    text: str
    start: int
    end: int
    covers: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class InlineText:
    """What one block's inline content holds."""

    traced: TracedText
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


def read_inline(tokens: list[Token], content: str, lines: LineMap) -> InlineText:
    """Read the inline tokens of one block.

    Code is masked by `*`, one for each of its characters; so are web addresses in the text.
    """
    reader = _Reader(content, lines)
    reader.read(tokens, 0)
    traced = join_pieces(reader.parts)
    found = InlineText(traced, reader.links, reader.images, reader.comments)
    found.traced = replace(traced, text=mask_addresses(traced.text))
    return found


def mask_addresses(text: str) -> str:
    """Cover web addresses, which no rule about words should read."""
    return _WEB_ADDRESS.sub(lambda match: MASK * len(match[0]), text)


class _Reader:
    """Walks inline tokens; `base` is where a token list's content begins in the block's."""

    def __init__(self, content: str, lines: LineMap) -> None:
        self.content = content
        self.lines = lines
        self.parts: list[tuple[str, int, int]] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.comments: list[Comment] = []
        self.open_links: list[tuple[Token, int, int]] = []

    def read(self, tokens: list[Token], base: int) -> None:
        for token in tokens:
            at = base + token.meta.get(AT, 0)
            match token.type:
                case "text":
                    self.text(token, at)
                case "text_special":
                    self.add(token.content, at, len(token.markup))
                case "code_inline":
                    self.code(token, at)
                case "softbreak" | "hardbreak":
                    self.add(" ", at, 1)
                case "html_inline":
                    self.html(token, at)
                case "link_open":
                    self.open_links.append((token, at, len(self.parts)))
                case "link_close" if self.open_links:
                    self.close_link(at, *self.open_links.pop())
                case "image":
                    self.image(token, at)

    def add(self, text: str, at: int, length: int) -> None:
        end = self.lines.offset(at + length - 1) + 1 if length else self.lines.offset(at)
        self.parts.append((text, self.lines.offset(at), end))

    def text(self, token: Token, at: int) -> None:
        in_address = bool(self.open_links) and self.open_links[-1][0].info == "auto"
        begin = at + in_address
        # A cell's `\\|` lost its backslash before it was read: its text is not of one run there.
        for first, last in self.lines.runs(begin, begin + len(token.content)):
            self.add(token.content[first - begin : last - begin], first, last - first)

    def code(self, token: Token, at: int) -> None:
        begin = at + len(token.markup)
        # One space next to each back-tick belongs to the marks and not to the code.
        begin += self.content[begin : begin + len(token.content)].replace("\n", " ") != (
            token.content
        )
        for index, character in enumerate(token.content):
            self.add(" " if character.isspace() else MASK, begin + index, 1)

    def html(self, token: Token, at: int) -> None:
        if comment := COMMENT.fullmatch(token.content):
            start, end = self.lines.offset(at), self.lines.offset(at + len(token.content) - 1) + 1
            self.comments.append(Comment(comment[1], start, end))
        elif token.content.lower().startswith("<br"):
            self.add(" ", at, len(token.content))

    def close_link(self, at: int, token: Token, begin: int, first_part: int) -> None:
        is_auto = token.info == "auto"
        text = "".join(part[0] for part in self.parts[first_part:])
        start = self.lines.offset(begin + is_auto)
        end = start + len(text) if is_auto else self.lines.offset(at)
        target = start if is_auto else self.target_offset(at, begin)
        self.links.append(Link(text, str(token.attrs.get("href", "")), start, end, target))

    def image(self, token: Token, at: int) -> None:
        inner = _Reader(self.content, self.lines)
        inner.read(token.children or [], at + 2)
        alt = join_pieces(inner.parts)
        bracket = at + 2 + len(token.content)
        start, end = self.lines.offset(at), self.lines.offset(bracket)
        target = self.target_offset(bracket, at)
        source = str(token.attrs.get("src", ""))
        self.images.append(Image(alt.text.strip(), source, start, end, target, alt))
        if self.open_links:
            # A reader who cannot see the picture hears its alt text as the link's text.
            self.parts += inner.parts
        else:
            self.add(MASK, at, 1)

    def target_offset(self, bracket: int, otherwise: int) -> int:
        """Return where the destination after a closing bracket begins."""
        match = re.compile(r"\]\(\s*<?").match(self.content, bracket)
        return self.lines.offset(match.end() if match else otherwise)
