"""What one file says by itself: it stays the same whatever changes around the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from advocacy.editorial.notice import Notice
from advocacy.editorial.rows import from_row
from advocacy.markup.blocks import SourceMap
from advocacy.markup.marks import Comment, Image, Link
from advocacy.markup.pieces import TracedText

_NOTHING = TracedText("", ())
# Of a reading, as JSON holds it.
PARTS = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one file, and what the checks that look around need of it.

    Attributes:
        notices: What its rules and checks found, switches not yet heeded.
        outline: Its links, pictures and comments; no text.
        runaways: The ids of rules that took too long, here or on a file before, so that they have
            not said all of this one.
        overrun: Why the file could not be read to its end; empty where it could.
    """

    notices: tuple[Notice, ...]
    outline: SourceMap
    runaways: tuple[str, ...] = ()
    overrun: str = ""


def outline_of(body: SourceMap) -> SourceMap:
    """Return what links, pictures and comments a body has."""
    return SourceMap(links=body.links, images=body.images, comments=body.comments)


def encode_reading(reading: Reading) -> object:
    """Return a reading as JSON holds it: lists, texts, numbers."""
    return [
        reading.notices,
        reading.outline.links,
        [image[:-1] for image in reading.outline.images],
        reading.outline.comments,
        reading.runaways,
        reading.overrun,
    ]


def decode_reading(value: object) -> Reading | None:
    """Return the reading that JSON holds, or None where it holds something else."""
    try:
        notices, links, images, comments, runaways, overrun = _lists(value)
        return Reading(
            tuple(from_row(Notice, row) for row in notices),
            SourceMap(
                links=tuple(Link(*row) for row in links),
                images=tuple(_image(row) for row in images),
                comments=tuple(
                    Comment(text, start, end, (covers[0], covers[1]))
                    for text, start, end, covers in comments
                ),
            ),
            tuple(runaways),
            str(overrun),
        )
    except (TypeError, ValueError, IndexError):
        return None


def _lists(value: object) -> Sequence[Any]:
    if not isinstance(value, list) or len(value) != PARTS:
        raise ValueError("not a reading")
    return value


def _image(row: list[Any]) -> Image:
    alt, target, start, end, target_start = row
    return Image(alt, target, start, end, target_start, _NOTHING)
