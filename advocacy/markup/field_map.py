"""A front matter field's text, with the place in the file of each of its characters."""

import re
from collections.abc import Iterator

from advocacy.markup.inline_text import mask_addresses
from advocacy.markup.pieces import TracedText, join_pieces, trace_plain
from advocacy.schema import Place
from advocacy.source import Source

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_FOLDED = re.compile(r"\\\n\s*")
# What is written without these stands for itself.
_REWRITTEN = re.compile(r"^[|>]|\\|''")
_BLOCK_HEAD = re.compile(r"[|>][^\n]*\n")


def trace_field(value: str, source: Source, place: Place) -> TracedText:
    """Trace the text of a field.

    Args:
        value: As it was read; it may differ from what YAML holds in its white space only.
        source: The file.
        place: Where the value stands in it, quotes and block mark included.

    Returns:
        The text, line breaks as spaces, web addresses masked.
    """
    text = mask_addresses(re.sub(r"\s", " ", value))
    written = source.text[place.start : place.end]
    begin = written.find(value)
    if begin >= 0 and not _REWRITTEN.search(written):
        return trace_plain(text, place.start + begin)
    parts = [
        (text[index : index + 1], place.start + start, place.start + end)
        for index, (start, end) in enumerate(_align(value, written))
    ]
    return join_pieces(_merged(parts))


def _align(value: str, written: str) -> Iterator[tuple[int, int]]:
    """Yield where each character of the value stands in what was written."""
    quote = written[:1] if written[:1] in {'"', "'"} else ""
    head = _BLOCK_HEAD.match(written)
    at = head.end() if head else len(quote)
    for character in value:
        if quote == '"':
            while folded := _FOLDED.match(written, at):
                at = folded.end()
        if not character.isspace():
            while at < len(written) and written[at].isspace():
                at += 1
        end = _end(written, at, quote)
        if character.isspace():
            while end < len(written) and written[end].isspace():
                end += 1
        yield at, end
        at = end


def _end(written: str, at: int, quote: str) -> int:
    """Return where the one character that is written at an index ends."""
    if quote == "'" and written.startswith("''", at):
        return at + 2
    escape = _ESCAPE.match(written, at) if quote == '"' else None
    return escape.end() if escape else at + 1


def _merged(parts: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Join neighbours that stand in the file as they stand in the text."""
    text, first, last = "", 0, 0
    for character, start, end in parts:
        if text and start == last and end - start == 1 and last - first == len(text):
            text, last = text + character, end
            continue
        yield text, first, last
        text, first, last = character, start, end
    yield text, first, last
