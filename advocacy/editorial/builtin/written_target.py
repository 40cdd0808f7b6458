"""Where the target of a link or a picture is written, whatever references it has in it."""

from advocacy.editorial.manuscript import Manuscript
from advocacy.markup.html_grammar import cut_entities
from advocacy.markup.marks import Image, Link

# As many signs as `&thetasym;` has stand for one.
LONGEST_REFERENCE = 10


def find_target(mark: Link | Image, manuscript: Manuscript) -> tuple[int, int]:
    """Return the offsets of a target; of one that is written elsewhere, one character's."""
    start, target = mark.target_start, mark.target
    text = manuscript.source.text
    if not target or text.startswith(target, start):
        return start, start + max(1, len(target))
    said = 0
    written = text[start : start + LONGEST_REFERENCE * len(target)]
    for part, index, length in cut_entities(written, escapes=True):
        rest = target[said:]
        if part.startswith(rest):
            return start, start + index + (length if part == rest else len(rest))
        if not rest.startswith(part):
            break
        said += len(part)
    return start, start + 1
