"""What one block of a text holds, gathered while its tokens or its HTML are read."""

from dataclasses import dataclass, field

from advocacy.markup.blank_tags import is_blank_tag
from advocacy.markup.blocks import Heading, QuoteTag
from advocacy.markup.html_grammar import APART, STEP, Attribute, Tag, cut_entities, read_tag
from advocacy.markup.line_map import LineMap
from advocacy.markup.marks import Comment, Difference, Image, Link
from advocacy.markup.pieces import Part, TracedText, join_pieces
from advocacy.markup.sanitize import HEADINGS, LEFT_OUT, UNSEEN

MASK = "*"
CODE = {"code", "pre"}


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link that is not closed yet.

    Attributes:
        target: Its destination.
        start: The offset in the file at which its text begins.
        target_start: The offset of its destination.
        first_part: How many parts there were before its text.
    """

    target: str
    start: int
    target_start: int
    first_part: int


@dataclass(frozen=True, slots=True)
class OpenHeading:
    """A heading in HTML that is not closed yet: its level, where it begins, parts before it."""

    level: int
    start: int
    first_part: int


@dataclass(slots=True)
class Gathered:
    """What one block holds, so far.

    Attributes:
        parts: The text, in parts with their places in the file.
        titles: What is shown beside the text: titles of links and pictures.
        unclosed: Offsets of comments that nothing closes.
        blanks: Offsets of words in angle brackets, of which a page shows nothing.
        dropped: Offsets of tags of elements that a page leaves out, such as players.
        code: How many elements of code are open; what is in them is masked.
    """

    lines: LineMap
    parts: list[Part] = field(default_factory=list)
    titles: list[TracedText] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    dropped: list[tuple[int, int]] = field(default_factory=list)
    anchors: list[OpenLink] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    open_headings: list[OpenHeading] = field(default_factory=list)
    quote_tags: list[QuoteTag] = field(default_factory=list)
    code: int = 0

    def add(self, text: str, at: int, length: int) -> None:
        """Add a text that stands for a part of the content."""
        self.parts.append(self.lines.part(self.masked(text), at, length))

    def masked(self, text: str) -> str:
        """Return a text as rules may read it here."""
        return MASK * len(text) if self.code else text

    def close_link(self, opened: OpenLink, end: int) -> None:
        """Add a link whose text ends at an offset in the file."""
        text = "".join(part[0] for part in self.parts[opened.first_part :])
        link = Link(text, opened.target, opened.start, max(opened.start, end), opened.target_start)
        self.links.append(link)

    def drop(self, element: str, at: int) -> None:
        """Note that a page leaves out an element, whose tag stands at an index of the content."""
        _, start, end = self.lines.part("", at, len(element) + 1)
        if element.lower() not in UNSEEN:
            self.dropped.append((start, end))

    def close_headings(self, end: int) -> None:
        """Add the heading whose text ends at an offset in the file."""
        while self.open_headings:
            opened = self.open_headings.pop()
            text = "".join(part[0] for part in self.parts[opened.first_part :]).strip()
            self.headings.append(Heading(opened.level, text, opened.start, max(opened.start, end)))


def read_html(gathered: Gathered, written: str, base: int = 0) -> None:
    """Gather from HTML that stands at an index of the content, as browsers read it."""
    for step in STEP.finditer(written):
        at, length = base + step.start(), len(step[0])
        _, start, end = gathered.lines.part("", at, length)
        match step.lastgroup:
            case "said" | "comment":
                gathered.comments.append(Comment(step["said"] or "", start, end))
            case "unclosed":
                gathered.unclosed.append(start)
            case "hidden":
                gathered.drop(step["name"], at)
            case "tag":
                if is_blank_tag(step[0]):
                    gathered.blanks.append((start, end))
                _read_tag(gathered, read_tag(step[0]), at, length)
            case "entity":
                for text, first, last in value_parts(gathered.lines, step[0], at):
                    gathered.parts.append((gathered.masked(text), first, last))
            case "space":
                gathered.add(" ", at, length)
            case "words":
                gathered.add(step[0], at, length)


def close_anchors(gathered: Gathered, end: int) -> None:
    """Close the HTML links that are open where a block ends."""
    while gathered.anchors:
        gathered.close_link(gathered.anchors.pop(), end)


def _read_tag(gathered: Gathered, tag: Tag, at: int, length: int) -> None:
    _, start, end = gathered.lines.part("", at, length)
    if tag.element in APART:
        gathered.add(" ", at, length)
    if tag.element in CODE:
        gathered.code = max(0, gathered.code + (-1 if tag.closes else 1))
    if tag.element == "blockquote":
        gathered.quote_tags.append(QuoteTag(start, tag.closes))
    if tag.element == "a":
        close_anchors(gathered, start)
    if tag.element in HEADINGS:
        if tag.closes:
            gathered.close_headings(start)
        else:
            # A heading in which another begins is a tag that the text speaks of.
            gathered.open_headings.clear()
            opened = OpenHeading(int(tag.element[1]), end, len(gathered.parts))
            gathered.open_headings.append(opened)
    if tag.closes:
        return
    if tag.element in LEFT_OUT:
        gathered.drop(tag.element, at)
    gathered.titles += [join_pieces(_attribute_parts(gathered, each, at)) for each in tag.titles]
    if tag.element == "a" and (target := tag.attributes.get("href")):
        target_start = gathered.lines.offset(at + target.at)
        link = OpenLink(target.value, end, target_start, len(gathered.parts))
        gathered.anchors.append(link)
    elif tag.element == "img":
        _read_image(gathered, tag, at, length)


def _read_image(gathered: Gathered, tag: Tag, at: int, length: int) -> None:
    _, start, end = gathered.lines.part("", at, length)
    nothing = Attribute("", 0)
    parts = _attribute_parts(gathered, tag.attributes.get("alt", nothing), at)
    alt, target = join_pieces(parts), tag.attributes.get("src", nothing)
    target_start = gathered.lines.offset(at + target.at)
    image = Image(alt.text.strip(), target.value, start, end - 1, target_start, alt)
    gathered.images.append(image)
    if gathered.anchors:
        # A reader who cannot see the picture hears its alt text as the link's text.
        gathered.parts += parts
    else:
        gathered.add(MASK, at, 1)


def _attribute_parts(gathered: Gathered, value: Attribute, at: int) -> list[Part]:
    return value_parts(gathered.lines, value.written, at + value.at)


def value_parts(lines: LineMap, written: str, at: int, *, escapes: bool = False) -> list[Part]:
    """Return in parts what a value says that is written at an index of the content.

    A character reference stands for what it says, and, where there are escapes, a sign behind a
    backslash for itself.
    """
    parts = []
    for said, index, length in cut_entities(written, escapes=escapes):
        begin = at + index
        if len(said) != length:
            parts.append(lines.part(said, begin, length))
            continue
        for first, last in lines.runs(begin, begin + length):
            text = said[first - begin : last - begin]
            parts.append(lines.part(text, first, last - first))
    return parts
