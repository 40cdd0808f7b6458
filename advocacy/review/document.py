"""A summary before it has a format: headings, paragraphs, lists and listings of plain words.

Whoever makes one says what is said; a writer alone knows how a format keeps words from being marks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Code:
    """Words as they are typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that are seen first."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; without a web address they are words."""

    text: str
    address: str


Inline: TypeAlias = str | Code | Strong | Link
Words: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the whole summary has the only one of level 2."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in a line of their own."""

    words: Words


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, an item each."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a row of names."""

    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines as they are.

    Attributes:
        kind: What a forge takes them for, such as `diff`.
        lang: The language that they are in, a BCP 47 tag; empty where they are in none.
    """

    text: str
    kind: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; where none can be shown, the name of its file.

    Attributes:
        width_px: As wide it is shown.
        told: What stands below it.
    """

    file: Path
    width_px: int
    alt: str
    told: str


@dataclass(frozen=True, slots=True)
class Folded:
    """What is shown once somebody asks for it, or until somebody folds it up."""

    title: Words
    blocks: tuple["Block", ...]
    is_open: bool = False


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Listing | Picture | Folded


def make_words(message: str) -> Words:
    """Return a message of ours, in which what stands between backticks is code."""
    parts = message.split("`")
    if len(parts) % 2 == 0:
        return (message,)
    return tuple(Code(part) if number % 2 else part for number, part in enumerate(parts))


def join_words(parts: Iterable[Words], between: str = ", ") -> Words:
    """Return several words with something between them."""
    joined: list[Inline] = []
    for words in parts:
        joined += [between, *words] if joined else words
    return tuple(joined)
