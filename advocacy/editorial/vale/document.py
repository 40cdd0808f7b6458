"""One file as Vale reads it: its blocks, and from each the texts that rules are held against."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from advocacy.editorial.demands import fold
from advocacy.editorial.scopes import RAW, SENTENCE
from advocacy.editorial.summary import Summary
from advocacy.editorial.unit import Unit
from advocacy.editorial.vale import blocks
from advocacy.editorial.vale.blocks import BlockReader, Skips, ValeBlock
from advocacy.editorial.vale.configuration import Configuration
from advocacy.editorial.vale.formats import HTML, LINES, MARKDOWN, extension_of
from advocacy.editorial.vale.front_matter import read_fields
from advocacy.editorial.vale.inline import InlineReader
from advocacy.editorial.vale.rewriting import hide_ignored, straighten
from advocacy.editorial.vale.scopes import PARAGRAPH, make_vale_scopes
from advocacy.editorial.vale.sentences import split_vale_sentences
from advocacy.editorial.vale.settings import FileSettings
from advocacy.editorial.vale.switches import NOTHING_MUTED, Mute
from advocacy.markup.html_tokens import cut_html
from advocacy.markup.pieces import Piece, TracedText, join_exact
from advocacy.markup.traced_html import trace_html
from advocacy.source import Source


@dataclass(frozen=True, slots=True)
class ValeDocument:
    """A file in blocks.

    Attributes:
        blocks: In the order in which Vale reads them; the whole file as it is comes last.
        summary: Its prose in figures.
        mute: What comments have turned off where the file ends.
    """

    blocks: tuple[ValeBlock, ...]
    summary: Summary
    mute: Mute = NOTHING_MUTED


def read_vale_document(
    source: Source,
    configuration: Configuration,
    settings: FileSettings,
    reading: str,
    wanted: Collection[str] = (),
) -> ValeDocument:
    """Cut a file into blocks, as the end of its name says.

    Args:
        source: The file.
        configuration: What is not read.
        settings: What holds for the file.
        reading: How it is read: a row of READINGS.
        wanted: Names that the scopes of some rule ask for.

    Raises:
        SettingsError: Its front matter is broken.
        RunawayError: A pattern of what is ignored took too long.
    """
    text = straighten(source.text)
    extension = extension_of(source.path).removeprefix(".")
    reader = BlockReader(
        extension, settings.styles, _skips(configuration), InlineReader(frozenset(wanted))
    )
    found: list[ValeBlock] = []
    if reading == MARKDOWN:
        found += _fields(text, source.path, extension, configuration)
        read = hide_ignored(text, settings.parts)
        found += _traced_back(_markup(trace_html(read.text), reader), read)
    elif reading == HTML:
        found += _markup(text, reader)
    else:
        found.append(_whole(text, extension, is_text=reading != LINES))
    mute = reader.mute.ended()
    found.append(ValeBlock(frozenset({RAW, extension}), text, mute, is_prose=False))
    return ValeDocument(tuple(found), _summary(reader), mute)


def _whole(text: TracedText, extension: str, *, is_text: bool) -> ValeBlock:
    """Return a file without markup as one block."""
    parts = frozenset({"text", extension})
    return ValeBlock(parts, text, is_prose=is_text, is_paragraph=is_text)


def _summary(reader: BlockReader) -> Summary:
    """Return the prose of all that was read, and its blocks counted."""
    counts = {name.replace(".", "_"): count for name, count in reader.counts.items()}
    prose = "".join(f"{each}\n\n" for each in reader.summed)
    return Summary(prose, counts, split_vale_sentences)


def cut_units(block: ValeBlock, wanted: Collection[str]) -> Iterator[Unit]:
    """Yield what rules read of a block: paragraphs and sentences where some rule asks for them.

    Args:
        block: The block.
        wanted: Names that the scopes of some rule ask for.
    """
    text = block.traced.text
    whole = Unit(block.parts, text, text, fold(text), block.traced)
    if block.is_paragraph and PARAGRAPH in wanted:
        yield from (whole.cut(*each, PARAGRAPH) for each in _paragraphs(text))
    # A heading is no sentence, nor is the whole of a cell.
    if block.is_prose and SENTENCE in wanted and "heading" not in block.parts:
        yield from (whole.cut(*each, SENTENCE) for each in split_vale_sentences(text))
    yield whole


def _skips(configuration: Configuration) -> Skips:
    return Skips(
        configuration.skipped_blocks or blocks.SKIPPED_BLOCKS,
        configuration.skipped_inline or blocks.SKIPPED_INLINE,
        blocks.SKIPPED_CLASSES + configuration.skipped_classes,
    )


def _fields(
    text: TracedText, path: str, extension: str, configuration: Configuration
) -> Iterator[ValeBlock]:
    """Yield the front matter's texts but those that are to be ignored."""
    ignored = make_vale_scopes(configuration.skipped_inline)
    for block in read_fields(text, path, extension):
        if not any(scope.takes(block.parts) for scope in ignored):
            yield block


def _markup(html: TracedText, reader: BlockReader) -> Iterator[ValeBlock]:
    for token in cut_html(html):
        yield from reader.read(token)


def _traced_back(read: Iterator[ValeBlock], text: TracedText) -> Iterator[ValeBlock]:
    """Lead blocks of a text that was rewritten back to the file."""
    # Behind the last place that was rewritten, all is only moved.
    last = text.pieces[-1] if text.pieces else Piece(0, 0, 0, 0)
    for block in read:
        if last.is_exact and all(piece.start >= last.at for piece in block.traced.pieces):
            yield block._replace(traced=block.traced.moved(last.start - last.at))
            continue
        parts = (part for each in block.traced.pieces for part in _origin(block, each, text))
        yield block._replace(traced=join_exact(parts))


def _origin(block: ValeBlock, piece: Piece, text: TracedText) -> Iterator[tuple[str, int, int]]:
    said = block.traced.text[piece.at : piece.at + piece.length]
    place = text.span(piece.start, piece.end)
    if not piece.is_exact or place[1] - place[0] == piece.length:
        yield (said, *place)
        return
    at = 0
    for part, start, end in text.parts(piece.start, piece.end):
        yield said[at : at + len(part)], start, end
        at += len(part)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for gap in re.finditer("\n\n", text):
        yield begin, gap.end()
        begin = gap.end()
    yield begin, len(text)
