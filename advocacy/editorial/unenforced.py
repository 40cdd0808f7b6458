"""The line `enforced: no`, which says that no check upholds a principle."""

import re

from advocacy.markup.blocks import Block
from advocacy.source import Source

_SAID = r"enforced:[ \t]*no"
_WHOLE = re.compile(_SAID, re.IGNORECASE)
# In a quote each line begins with its sign.
_LINE = re.compile(rf"^[> \t]*({_SAID})[ \t]*$", re.IGNORECASE | re.MULTILINE)


def is_unenforced(code: str) -> bool:
    """Say whether a block of code is that line and nothing else."""
    return bool(_WHOLE.fullmatch(code.strip()))


def find_unenforced(block: Block, source: Source) -> tuple[int, int] | None:
    """Return where in the file a paragraph has that line; None where it has none."""
    if "heading" in block.parts:
        return None
    start, end = block.traced.span(0, len(block.text))
    found = _LINE.search(source.text[start:end])
    return (start + found.start(1), start + found.end(1)) if found else None
