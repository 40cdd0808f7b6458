"""Which parts of a file are text that readers see as it is written there."""

import re
from bisect import bisect_right

from advocacy.editorial.manuscript import Manuscript
from advocacy.markup.blocks import Block
from advocacy.markup.gather import MASK
from advocacy.post import Post

# What stands in a tag's attributes may be seen, and quotes and brackets mean something there.
_TAG = re.compile(r"""</?[A-Za-z](?:[^<>"']|"[^"<>]*"|'[^'<>]*')*>""")
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,20}://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,255}", re.IGNORECASE
)
# Others hold to these words, or they are a name.
_FIXED_FIELDS = frozenset({"name", "series"})


class VisibleText:
    """Finds where in a block's text a part of the file stands."""

    def __init__(self, manuscript: Manuscript) -> None:
        """Look through the blocks and fields of a file."""
        self.text = manuscript.source.text
        runs = []
        for block in (*manuscript.fields, *manuscript.body.blocks):
            if _may_change(block, manuscript):
                runs += [
                    (piece.start, piece.end, block, piece.at)
                    for piece in block.traced.pieces
                    if piece.is_exact
                ]
        self.runs = sorted(runs, key=lambda run: run[:2])
        self.starts = [run[0] for run in self.runs]
        found = (*_TAG.finditer(self.text), *_ADDRESS.finditer(self.text))
        self.closed = sorted(match.span() for match in found)

    def find(self, start: int, end: int) -> tuple[str, int] | None:
        """Return the text of the block in which a part of the file stands, and where in it.

        None where any of it is code, an address, a tag, or is written otherwise than it reads.
        """
        index = bisect_right(self.starts, start) - 1
        if index < 0 or any(first < end and start < last for first, last in self.closed):
            return None
        first, _, block, at = self.runs[index]
        begin = at + start - first
        seen = block.text[begin : begin + end - start]
        if begin < 0 or MASK in seen or seen != self.text[start:end]:
            return None
        # What follows in the text may stand elsewhere in the file.
        is_there = block.traced.span(begin, begin + end - start) == (start, end)
        return (block.text, begin) if is_there else None


def _may_change(block: Block, manuscript: Manuscript) -> bool:
    if "frontmatter" not in block.parts:
        return True
    if not block.parts.isdisjoint(_FIXED_FIELDS):
        return False
    piece = manuscript.piece
    # Without a slug of its own, a post's address is made of its title.
    has_address = not isinstance(piece, Post) or "slug" in piece.places
    return has_address or "title" not in block.parts
