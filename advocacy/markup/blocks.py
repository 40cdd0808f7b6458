"""What a file's body says, as values: blocks of text, headings, links, fences."""

from dataclasses import dataclass

from advocacy.markup.marks import Comment, Difference, Image, Link
from advocacy.markup.pieces import TracedText


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


@dataclass(frozen=True, slots=True, order=True)
class QuoteTag:
    """A tag of HTML at which a quote begins or ends, with its offset in the file."""

    start: int
    closes: bool


@dataclass(frozen=True, slots=True)
class SourceMap:
    """What a file's body says, in the order in which it says it.

    Attributes:
        blanks: Where words in angle brackets begin and end, of which a page shows nothing.
        dropped: Where the tags of elements stand that a page leaves out.
    """

    blocks: tuple[Block, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    comments: tuple[Comment, ...] = ()
    fences: tuple[Fence, ...] = ()
    unclosed: tuple[Unclosed, ...] = ()
    differences: tuple[Difference, ...] = ()
    quote_tags: tuple[QuoteTag, ...] = ()
    blanks: tuple[tuple[int, int], ...] = ()
    dropped: tuple[tuple[int, int], ...] = ()
