"""That a change does to a file what was meant, and nothing else."""

from collections.abc import Callable, Sequence

from advocacy.editorial.fixing.fix import Fix, apply_fixes
from advocacy.editorial.manuscript import Manuscript
from advocacy.markup.blocks import Block
from advocacy.source import Source

Reread = Callable[[Source], Manuscript | None]


def keep_sound(manuscript: Manuscript, fixes: Sequence[Fix], reread: Reread) -> list[Fix]:
    """Return those of the fixes after which the file reads as before, but for the words.

    Args:
        manuscript: The file.
        fixes: In order, without overlaps.
        reread: Reads a changed file; None where it cannot be read.
    """
    if not fixes or _is_sound(manuscript, fixes, reread):
        return [*fixes]
    kept: list[Fix] = []
    for fix in fixes:
        if _is_sound(manuscript, [*kept, fix], reread):
            kept.append(fix)
    return kept


def _is_sound(manuscript: Manuscript, fixes: Sequence[Fix], reread: Reread) -> bool:
    source = manuscript.source
    after = reread(Source(source.path, apply_fixes(source.text, fixes)))
    if after is None or _frame(after) != _frame(manuscript):
        return False
    old = [*manuscript.fields, *manuscript.body.blocks]
    new = [*after.fields, *after.body.blocks]
    expected = [_expected(block, fixes) for block in old]
    return [_folded(block.text) for block in new] == [_folded(text) for text in expected]


def _frame(manuscript: Manuscript) -> object:
    """Return all that is not words: what blocks there are, links, code, and what is set."""
    body, text = manuscript.body, manuscript.source.text
    return (
        [block.parts for block in (*manuscript.fields, *body.blocks)],
        [heading.level for heading in body.headings],
        [link.target for link in body.links],
        [image.target for image in body.images],
        [comment.text for comment in body.comments],
        [(fence.info, text[fence.start : fence.end]) for fence in body.fences],
        len(body.differences),
        len(body.blanks),
        [mark.mark for mark in body.unclosed],
        getattr(manuscript.piece, "slug", ""),
        sorted(getattr(manuscript.piece, "places", ())),
    )


def _expected(block: Block, fixes: Sequence[Fix]) -> str:
    """Return what a block should say after the fixes: each of those that stands in it applied."""
    text, shift = block.text, 0
    for fix in fixes:
        begin = next(
            (
                piece.at + fix.start - piece.start
                for piece in block.traced.pieces
                if piece.is_exact and piece.start <= fix.start < piece.end
            ),
            None,
        )
        if begin is not None:
            begin += shift
            text = text[:begin] + fix.text + text[begin + fix.end - fix.start :]
            shift += len(fix.text) - (fix.end - fix.start)
    return text


def _folded(text: str) -> str:
    return " ".join(text.split())
