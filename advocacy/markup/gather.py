"""What one block of a text holds, gathered while its tokens or its HTML are read."""

from dataclasses import dataclass, field

from advocacy.markup.html_grammar import APART, STEP, VOID, Attribute, Tag, cut_entities, read_tag
from advocacy.markup.line_map import LineMap
from advocacy.markup.marks import Comment, Difference, Image, Link
from advocacy.markup.pieces import TracedText, join_pieces

MASK = "*"


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


@dataclass(slots=True)
class Gathered:
    """What one block holds, so far.

    Attributes:
        parts: The text, in parts with their places in the file.
        titles: What is shown beside the text: titles of links and pictures.
        unclosed: Offsets of comments that nothing closes.
        depth: How many block elements were opened more than closed.
    """

    lines: LineMap
    parts: list[tuple[str, int, int]] = field(default_factory=list)
    titles: list[TracedText] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    anchors: list[OpenLink] = field(default_factory=list)
    depth: int = 0

    def part(self, text: str, at: int, length: int) -> tuple[str, int, int]:
        """Return a text with the place in the file of what it stands for in the content."""
        start = self.lines.offset(at)
        return text, start, self.lines.offset(at + length - 1) + 1 if length else start

    def add(self, text: str, at: int, length: int) -> None:
        """Add a text that stands for a part of the content."""
        self.parts.append(self.part(text, at, length))

    def close_link(self, opened: OpenLink, end: int) -> None:
        """Add a link whose text ends at an offset in the file."""
        text = "".join(part[0] for part in self.parts[opened.first_part :])
        link = Link(text, opened.target, opened.start, max(opened.start, end), opened.target_start)
        self.links.append(link)


def read_html(gathered: Gathered, written: str, base: int = 0) -> None:
    """Gather from HTML that stands at an index of the content, as browsers read it."""
    for step in STEP.finditer(written):
        at, length = base + step.start(), len(step[0])
        _, start, end = gathered.part("", at, length)
        match step.lastgroup:
            case "said" | "comment":
                gathered.comments.append(Comment(step["said"] or "", start, end))
            case "unclosed":
                gathered.unclosed.append(start)
            case "tag":
                _read_tag(gathered, read_tag(step[0]), at, length)
            case "entity":
                gathered.parts += _value_parts(gathered, Attribute(step[0], 0), at)
            case "space":
                gathered.add(" ", at, length)
            case "words":
                gathered.add(step[0], at, length)


def close_anchors(gathered: Gathered, end: int) -> None:
    """Close the HTML links that are open where a block ends."""
    while gathered.anchors:
        gathered.close_link(gathered.anchors.pop(), end)


def _read_tag(gathered: Gathered, tag: Tag, at: int, length: int) -> None:
    _, start, end = gathered.part("", at, length)
    if tag.element in APART:
        gathered.add(" ", at, length)
    if tag.element in APART - VOID:
        gathered.depth += -1 if tag.closes else 1
    if tag.element == "a":
        close_anchors(gathered, start)
    if tag.closes:
        return
    gathered.titles += [join_pieces(_value_parts(gathered, each, at)) for each in tag.titles]
    if tag.element == "a" and (target := tag.attributes.get("href")):
        target_start = gathered.lines.offset(at + target.at)
        opened = OpenLink(target.value, end, target_start, len(gathered.parts))
        gathered.anchors.append(opened)
    elif tag.element == "img":
        _read_image(gathered, tag, at, length)


def _read_image(gathered: Gathered, tag: Tag, at: int, length: int) -> None:
    _, start, end = gathered.part("", at, length)
    nothing = Attribute("", 0)
    parts = _value_parts(gathered, tag.attributes.get("alt", nothing), at)
    alt, target = join_pieces(parts), tag.attributes.get("src", nothing)
    target_start = gathered.lines.offset(at + target.at)
    image = Image(alt.text.strip(), target.value, start, end - 1, target_start, alt)
    gathered.images.append(image)
    if gathered.anchors:
        # A reader who cannot see the picture hears its alt text as the link's text.
        gathered.parts += parts
    else:
        gathered.add(MASK, at, 1)


def _value_parts(gathered: Gathered, value: Attribute, at: int) -> list[tuple[str, int, int]]:
    """Return an attribute's text in parts; a character reference stands for what it says."""
    parts = []
    for said, index, length in cut_entities(value.written):
        begin = at + value.at + index
        if len(said) != length:
            parts.append(gathered.part(said, begin, length))
            continue
        for first, last in gathered.lines.runs(begin, begin + length):
            text = said[first - begin : last - begin]
            parts.append(gathered.part(text, first, last - first))
    return parts
