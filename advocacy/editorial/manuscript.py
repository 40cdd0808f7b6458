"""One file as the checks see it: its text in blocks, whoever wrote it for whatever."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from advocacy.about import About
from advocacy.editorial.demands import fold
from advocacy.editorial.scopes import FRONT_MATTER, RAW, SENTENCE
from advocacy.editorial.sentences import split_sentences
from advocacy.editorial.summary import Summary
from advocacy.editorial.unit import Unit
from advocacy.editorial.voices import mark_quotations, mask_quotations
from advocacy.front_matter import Document
from advocacy.library import PAGES
from advocacy.markup.blocks import Block, SourceMap
from advocacy.markup.field_map import trace_field
from advocacy.markup.pieces import Piece, TracedText, join_pieces
from advocacy.markup.source_map import make_source_map
from advocacy.page import Page
from advocacy.post import Post
from advocacy.schema import Place
from advocacy.source import Source
from advocacy.staff import StaffMember

# What is checked; a document is a file whose front matter has mistakes.
Written: TypeAlias = Post | Page | StaffMember | About | Document
# Which front matter is text that people read.
FIELDS: Mapping[type, tuple[str, ...]] = {
    Post: (
        *("title", "summary", "change_note", "question", "image_alt", "image_caption"),
        *("image_credit", "disclosure", "series"),
    ),
    Page: ("title", "summary"),
    About: ("summary",),
    StaffMember: ("name", "pronouns", "role", "team", "ask_me_about", "photo_alt"),
}
ALTS = {"image_alt", "photo_alt"}
NO_SENTENCES = ("heading", "table", "alt", "html", FRONT_MATTER, RAW)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One file, in blocks.

    Attributes:
        body: What its Markdown holds.
        piece: What it was read as; None where it could not be.
        fields: Its front matter's texts, as blocks.
        day: On which a post was published; None for pages and colleagues.
        pictures: Paths below content/images that front matter names, with their places.
        body_start: The offset at which the Markdown begins.
        heading_ids: Whether `{#id}` and the like are read in it.
        is_guide: Whether it is the guide, whose blocks of rules are shown as boxes.
        is_out: Whether it is a post that is no draft.
        units: By `text`, `sentence` and `raw`, what rules read.
        folded: By the same, all that the units say.
    """

    source: Source
    body: SourceMap
    fields: tuple[Block, ...] = ()
    day: date | None = None
    pictures: tuple[tuple[str, Place], ...] = ()
    body_start: int = 0
    heading_ids: bool = False
    is_guide: bool = False
    is_out: bool = False
    piece: Post | Page | StaffMember | About | None = None
    units: dict[str, tuple[Unit, ...]] = field(init=False)
    folded: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        body = mark_quotations(self.body, self.source.text)
        texts = tuple(_unit(block) for block in (*self.fields, *body))
        raw = _unit(Block(frozenset({RAW}), _trace_raw(self.source.text)))
        sentences = tuple(each for unit in texts for each in _sentences(unit))
        units = {"text": texts, SENTENCE: sentences, RAW: (raw,)}
        folded = "\n".join(unit.folded for unit in texts)
        object.__setattr__(self, "units", units)
        object.__setattr__(self, "folded", {"text": folded, SENTENCE: folded, RAW: raw.folded})

    @property
    def summary(self) -> Summary:
        """The file's prose, and its blocks counted."""
        prose = [each for each in self.body.blocks if _is_prose(each)]
        counts = Counter(f"heading_h{each.level}" for each in self.body.headings)
        counts["pre"] = len(self.body.fences)
        for block in prose:
            counts["list"] += "list" in block.parts
            counts["blockquote"] += "blockquote" in block.parts
            counts["paragraphs"] += "paragraph" in block.parts
        return Summary("\n\n".join(block.text for block in prose), counts)

    @property
    def path(self) -> str:
        """The file, relative to the site's folder."""
        return self.source.path


def make_manuscript(piece: Written) -> Manuscript:
    """Make a manuscript of what was read; of a file with mistakes in front matter, its body."""
    if isinstance(piece, Document):
        return _make_unread(piece)
    return Manuscript(
        source=piece.source,
        body=make_source_map(piece.source, piece.body_start),
        fields=tuple(_fields(piece)),
        day=_day(piece),
        pictures=tuple(_pictures(piece)),
        body_start=piece.body_start,
        heading_ids=isinstance(piece, Page),
        is_out=isinstance(piece, Post) and piece.status != "draft",
        piece=piece,
    )


def make_outline(piece: Written, outline: SourceMap) -> Manuscript:
    """Make a manuscript of what was read before: of its links, pictures and comments, no text."""
    if isinstance(piece, Document):
        return Manuscript(piece.source, outline, body_start=piece.body_start)
    return Manuscript(
        source=piece.source,
        body=outline,
        day=_day(piece),
        pictures=tuple(_pictures(piece)),
        body_start=piece.body_start,
        piece=piece,
    )


def _day(piece: Written) -> date | None:
    return piece.date.date() if isinstance(piece, Post) else None


def _make_unread(document: Document) -> Manuscript:
    source, start = document.source, document.body_start
    is_page = source.path.startswith(f"content/{PAGES}/")
    body = make_source_map(source, start)
    return Manuscript(source, body, body_start=start, heading_ids=is_page)


def make_example(text: str) -> Manuscript:
    """Make a manuscript of a body alone."""
    source = Source("example.md", text)
    return Manuscript(source, make_source_map(source))


def field_block(value: str, source: Source, place: Place, key: str) -> Block:
    """Return a front matter field as a block; `image_alt` is an alt text as well."""
    parts = {"text", FRONT_MATTER, *key.split(".")} | ({"alt"} if key in ALTS else set())
    return Block(frozenset(parts), trace_field(value, source, place))


def _fields(piece: Post | Page | StaffMember | About) -> Iterator[Block]:
    for key in FIELDS[type(piece)]:
        yield from _blocks(getattr(piece, key), piece, key)
    if isinstance(piece, Post):
        yield from _blocks(piece.share.hashtags, piece, "share.hashtags")
        yield from _captions(piece)
    elif isinstance(piece, StaffMember):
        yield from _labels(piece)


def _captions(post: Post) -> Iterator[Block]:
    """Yield captions; a content warning stands with its text, and is read as a part of it."""
    for network, captions in post.share.captions.items():
        for number, caption in enumerate(captions):
            name = f"share.captions.{network}"
            key = f"{name}.{number}"
            yield field_block(caption.text, post.source, post.place(key), name)
            if caption.warning:
                place = post.places.get(f"{key}.cw") or post.places[f"{name}.cw"]
                yield field_block(caption.warning, post.source, place, name)


def _labels(member: StaffMember) -> Iterator[Block]:
    """Yield the labels of a colleague's links; each stands where its address does."""
    for label in member.links:
        place = member.places[f"links.{label}"]
        traced = join_pieces([(label, place.start, place.end)])
        yield Block(frozenset({"text", FRONT_MATTER, "links"}), traced)


def _blocks(
    value: str | tuple[str, ...], piece: Post | Page | StaffMember | About, key: str
) -> Iterator[Block]:
    texts = (value,) if isinstance(value, str) else value
    for index, text in enumerate(texts):
        if text:
            place = piece.places.get(f"{key}.{index}") or piece.places[key]
            yield field_block(text, piece.source, place, key)


def _pictures(piece: Post | Page | StaffMember | About) -> Iterator[tuple[str, Place]]:
    for key in ("image", "photo"):
        path = getattr(piece, key, "")
        if path:
            yield path, piece.places[key]


def _is_prose(block: Block) -> bool:
    return block.parts.isdisjoint(NO_SENTENCES)


def _trace_raw(text: str) -> TracedText:
    return TracedText(text, (Piece(0, len(text), 0, len(text)),))


def _unit(block: Block) -> Unit:
    text = block.text
    own = text if RAW in block.parts else mask_quotations(text)
    return Unit(block.parts, text, own, fold(text), block.traced)


def _sentences(unit: Unit) -> Iterator[Unit]:
    if not unit.parts.isdisjoint(NO_SENTENCES):
        return
    for begin, end in split_sentences(unit.text):
        yield unit.cut(begin, end, SENTENCE)
