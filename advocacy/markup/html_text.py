"""The words in a block of HTML, with their places in the file."""

import html
import re
from collections.abc import Iterator

from advocacy.markup.inline_text import mask_addresses
from advocacy.markup.line_map import LineMap
from advocacy.markup.pieces import TracedText, join_pieces

_STEP = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style)\b.*?(?:</\1>|$)|</?[A-Za-z!?][^>]*>|&[#\w]+;|\s|[^<&\s]+|.",
    re.DOTALL | re.IGNORECASE,
)


def read_html(content: str, lines: LineMap) -> TracedText:
    """Return what a reader sees of HTML; each tag reads as a space, and scripts as nothing."""
    return join_pieces(_parts(content, lines))


def _parts(content: str, lines: LineMap) -> Iterator[tuple[str, int, int]]:
    for step in _STEP.finditer(content):
        written = step[0]
        start, end = lines.offset(step.start()), lines.offset(step.end() - 1) + 1
        if written.isspace() or (written.startswith("<") and len(written) > 1):
            yield " ", start, end
        elif written.startswith("&"):
            yield html.unescape(written), start, end
        else:
            yield mask_addresses(written), start, end
