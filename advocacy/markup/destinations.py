"""Where the destination of a link stands, and its title."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from markdown_it.helpers import parseLinkDestination, parseLinkTitle

from advocacy.markup.line_map import LineMap, map_lines

_SPACE = re.compile(r"\s*")
_LABEL = re.compile(r"\[(?:\\.|[^\[\]\\])*\]:", re.DOTALL)
_NOTHING = (0, 0)


class Destination(NamedTuple):
    """A link's destination.

    Attributes:
        content: The text that it is written in.
        lines: The places of that.
        target: The index at which the address begins.
        title: The indexes between which the title is written, without its quotes.
    """

    content: str
    lines: LineMap
    target: int
    title: tuple[int, int]


def read_destination(content: str, lines: LineMap, at: int) -> Destination | None:
    """Read the destination that begins behind a link's `](`, or behind a definition's `]:`."""
    start = _behind_space(content, at)
    address = parseLinkDestination(content, start, len(content))
    if not address.ok:
        return None
    begin = _behind_space(content, address.pos)
    title = parseLinkTitle(content, begin, len(content))
    is_title = title.ok and begin > address.pos
    written = (begin + 1, title.pos - 1) if is_title else _NOTHING
    return Destination(content, lines, start + content.startswith("<", start), written)


def read_definitions(
    references: Mapping[str, Any], lines: list[str], starts: list[int]
) -> Iterator[tuple[str, Destination]]:
    """Yield the destinations that stand apart from their links, by label.

    Args:
        references: What the parser keeps of each: among it, its first line and the one behind it.
        lines: The file's lines.
        starts: The offset of each in the file.
    """
    for label, reference in references.items():
        first, last = reference["map"]
        content = "\n".join(line.lstrip("> \t") for line in lines[first:last])
        found, places = _LABEL.search(content), map_lines(content, lines, starts, first)
        destination = read_destination(content, places, found.end()) if found and places else None
        if destination:
            yield label, destination


def _behind_space(content: str, at: int) -> int:
    found = _SPACE.match(content, at)
    return found.end() if found else at
