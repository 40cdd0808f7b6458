"""HTML as blocks of text, cut and joined as Vale does, so that its rules see what they expect."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from advocacy.editorial.vale.inline import InlineReader
from advocacy.editorial.vale.switches import NOTHING_MUTED, Mute, read_comment
from advocacy.markup.html_tokens import EMPTY, HtmlToken, decode
from advocacy.markup.pieces import TracedText, join_exact

Part = tuple[str, int, int]

INLINE = frozenset(
    "b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt del".split()
)
VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split(),
)
SKIPPED_BLOCKS = ("script", "style", "pre", "figure", "noscript", "iframe")
SKIPPED_INLINE = ("tt", "code", "kbd")
SKIPPED_CLASSES = ("problematic", "pre", "code")
SCOPES = {
    "th": "text.table.header",
    "td": "text.table.cell",
    "caption": "text.table.caption",
    "li": "text.list",
    "blockquote": "text.blockquote",
    "figcaption": "text.figure.caption",
    **{f"h{level}": f"text.heading.h{level}" for level in range(1, 7)},
}
_NO_TOKEN = HtmlToken("text")
_SUMMED = {"text.list", "text.blockquote"}
# Before these, no space is added; behind these, none either.
_CLOSING = frozenset(".?!,:;)]}—–")
_OPENING = ("(", "[", "{", "—", "–")


class ValeBlock(NamedTuple):
    """A block of text.

    Attributes:
        parts: What scopes may ask for, such as `text`, `heading`, `h2`, `md`.
        traced: Its words, which lead back to the text that was read.
        mute: What comments have turned off.
        is_prose: Whether it has sentences.
        is_paragraph: Whether it is a paragraph, and neither a heading, nor a list item, nor such.
    """

    parts: frozenset[str]
    traced: TracedText
    mute: Mute = NOTHING_MUTED
    is_prose: bool = True
    is_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Skips:
    """What is not read: blocks, inline elements, whatever has a class."""

    blocks: tuple[str, ...] = SKIPPED_BLOCKS
    inline: tuple[str, ...] = SKIPPED_INLINE
    classes: tuple[str, ...] = SKIPPED_CLASSES


@dataclass(slots=True)
class BlockReader:
    """Reads tokens of HTML from top to bottom.

    Attributes:
        extension: The end of the file's name without its dot, which scopes may ask for.
        styles: The styles the file is based on.
        inline: Keeps the elements inside of a block that are rules' own.
        mute: What comments have turned off so far.
        counts: How many blocks of each sort there were.
        summed: The texts of which the file's figures are made.
    """

    extension: str
    styles: tuple[str, ...]
    skips: Skips
    inline: InlineReader = field(default_factory=InlineReader)
    mute: Mute = NOTHING_MUTED
    counts: Counter[str] = field(default_factory=Counter)
    summed: list[str] = field(default_factory=list)
    _text: list[Part] = field(default_factory=list)
    _tags: list[str] = field(default_factory=list)
    _classes: list[str] = field(default_factory=list)
    _open: list[tuple[str, str]] = field(default_factory=list)
    _skipping: str = ""
    _skipped_depth: int = 0
    _in_inline: bool = False
    _masks: bool = False
    _after_inline: bool = False
    _before: HtmlToken = _NO_TOKEN
    _gap: tuple[int, int] | None = None
    _is_skipping: bool = False

    def read(self, token: HtmlToken) -> Iterable[ValeBlock]:
        """Read one token, and return the blocks that end with it."""
        if token.kind != "text":
            return self._read_mark(token)
        self._add(token)
        self._before = token
        return ()

    def _read_mark(self, token: HtmlToken) -> list[ValeBlock]:
        """Read a tag or a comment."""
        found: list[ValeBlock] = []
        is_inline = token.name in INLINE
        classes = token.attribute("class") if token.attributes else ""
        has_class = bool(classes) and not is_inline and self._skips_class(classes.split(" "))
        self._track(token, is_inline=is_inline)
        if token.kind == "start" and (token.name in self.skips.blocks or has_class):
            self._skip(token, by_class=has_class, is_inline=is_inline)
        elif self._is_skipping and token.name and self._ends_skipping(token):
            self._is_skipping = False
            self._skipping = ""
        elif token.kind == "start":
            if not is_inline and token.name not in VOID:
                found += self._flush()
            self._start(token, is_inline=is_inline)
        elif token.kind == "end" and is_inline:
            self._after_inline = True
            self.inline.end(token.name)
        elif token.kind == "comment":
            self._after_inline = self._after_inline or not self._in_inline
            self.mute = read_comment(token.text.text, self.mute, self.styles)
        if token.kind == "end" and not is_inline:
            found += self._flush()
            self._reset()
        if token.name == "img" and "alt" in token.attributes and "alt" not in self.skips.blocks:
            parts = frozenset({"text", "attr", "alt"})
            found.append(ValeBlock(parts, token.attributes["alt"], self.mute, is_prose=False))
        self._before = token
        return found

    def _skips_class(self, classes: list[str]) -> bool:
        return bool(classes) and not set(self.skips.classes).isdisjoint(classes)

    def _track(self, token: HtmlToken, *, is_inline: bool) -> None:
        """Keep which blocks are open, and how deep in one that is skipped by its class."""
        if token.name and token.name == self._skipping:
            self._skipped_depth += 1 if token.kind == "start" else -1
        if token.kind == "start" and not is_inline and token.name not in VOID:
            self._open.append((token.name, token.attribute("class")))
        elif token.kind == "end" and not is_inline:
            for index in range(len(self._open) - 1, -1, -1):
                if self._open[index][0] == token.name:
                    del self._open[index]
                    break

    def _skip(self, token: HtmlToken, *, by_class: bool, is_inline: bool) -> None:
        if by_class:
            self._skipping, self._skipped_depth = token.name, 1
        self._is_skipping = True
        self._in_inline = is_inline
        self.counts[token.name] += 1

    def _ends_skipping(self, token: HtmlToken) -> bool:
        closes_class = bool(self._skipping) and self._skipped_depth == 0
        return token.name in self.skips.blocks or closes_class

    def _start(self, token: HtmlToken, *, is_inline: bool) -> None:
        in_code = bool(self._tags) and self._tags[-1] == "code"
        name = "code" if token.name in {"em", "b"} and in_code else token.name
        self._in_inline = is_inline
        self._masks = name in self.skips.inline
        self._after_inline = False
        self.inline.start(name, is_masked=self._masks)
        self._tags.append(name)
        self._classes.append(token.attribute("class"))

    def _add(self, token: HtmlToken) -> None:
        """Add a text to the block, with a space before it where an element begins or ends."""
        whole = token.text
        begin = len(whole.text) - len(whole.text.lstrip())
        end = len(whole.text.rstrip())
        if self._is_skipping or self.mute.is_off or begin >= end:
            return
        trimmed = decode(whole.cut(begin, end))
        before = self._before
        has_class = bool(before.attributes) and self._skips_class(before.attribute("class").split())
        is_hidden = self._masks or has_class
        is_closing = trimmed.text[0] in _CLOSING and not is_hidden
        masks = is_hidden or before.attribute("href") == trimmed.text
        parts = list(_masked(trimmed) if masks else trimmed.parts(0, len(trimmed.text)))
        self._masks = False
        # At a space at which no line may break, Vale joins what stands beside it.
        is_apart = whole.text[0] in " \t\n\r"
        wants_space = is_apart if self._after_inline else self._in_inline and not is_closing
        self._after_inline = False
        if wants_space and not (self._text and self._text[-1][0].endswith(_OPENING)):
            parts.insert(0, (" ", *self._space(whole, begin, parts[0][1])))
        self._text += parts
        self.inline.add(parts, trimmed)
        self._gap = whole.span(end, len(whole.text)) if end < len(whole.text) else None

    def _space(self, whole: TracedText, begin: int, start: int) -> tuple[int, int]:
        """Return where the space before a text stands: there, at the text before, or nowhere."""
        if begin:
            return whole.span(0, begin)
        return self._gap or (start, start)

    def _flush(self) -> Iterator[ValeBlock]:
        """Yield the block that ends here, and what stands in it by itself."""
        traced = join_exact(self._text) if self._text else EMPTY
        if not traced.text.strip():
            return
        scope = next((SCOPES[tag] for tag in self._tags if tag in SCOPES), "text")
        if scope == "text" or scope in _SUMMED:
            self.summed.append(traced.text)
        self.counts["paragraphs" if scope == "text" else scope.removeprefix("text.")] += 1
        if scope != "text":
            lead = len(traced.text) - len(traced.text.lstrip(" "))
            traced = traced.cut(lead, len(traced.text))
        parts = {*scope.split("."), *self._scope_classes(), self.extension}
        is_text = scope == "text"
        yield ValeBlock(frozenset(parts), traced, self.mute, is_paragraph=is_text)
        for name, words in self.inline.take():
            yield ValeBlock(frozenset({name, self.extension}), words, self.mute, is_prose=False)
        self._reset()

    def _scope_classes(self) -> set[str]:
        written = " ".join([*(classes for _, classes in self._open), *self._classes]).split()
        names = {name for name in written if not {*".&~"} & {*name}}
        return names | {"class"} if names else names

    def _reset(self) -> None:
        self._text, self._tags, self._classes, self._gap = [], [], [], None


def _masked(traced: TracedText) -> Iterator[Part]:
    for text, start, end in traced.parts(0, len(traced.text)):
        yield "".join("\n" if sign == "\n" else "*" for sign in text), start, end
