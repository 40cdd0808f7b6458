"""The links, pictures and comments of a text, each with its place in the file."""

from dataclasses import dataclass
from typing import NamedTuple

from advocacy.markup.pieces import TracedText


class Link(NamedTuple):
    """A link in a text.

    Attributes:
        text: What the reader sees, addresses unmasked; alt text of an image counts.
        target: The destination as it was written.
        start: The offset in the file of the text.
        end: The offset of the text's end.
        target_start: The offset of the destination, which may stand apart from the link.
    """

    text: str
    target: str
    start: int
    end: int
    target_start: int


class Image(NamedTuple):
    """A picture in a text.

    Attributes:
        alt: The alt text, as a reader hears it.
        target: The destination as it was written.
        start: The offset in the file of the `!`, or of the tag.
        end: The offset of the last character of its alt text's bracket, or of the tag.
        target_start: The offset of the destination.
        traced_alt: The alt text with its places in the file.
    """

    alt: str
    target: str
    start: int
    end: int
    target_start: int
    traced_alt: TracedText


class Comment(NamedTuple):
    """An HTML comment, and the part of the file that a switch in it speaks of."""

    text: str
    start: int
    end: int
    covers: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Difference:
    """Markdown that other sites show otherwise than this one.

    Attributes:
        kind: A row of `differences.KINDS`.
        start: The offset in the file of the mark.
        end: The offset behind it.
    """

    kind: str
    start: int
    end: int
