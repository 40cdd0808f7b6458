"""Prompts in captions: whether sharers are asked to replace them, or would share the brackets."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.captions import read_captions
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.post import Post
from advocacy.shared_signs import find_brackets


def find_broken(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find captions with double brackets in which no prompt stands."""
    for caption in read_captions(manuscript.piece) if isinstance(manuscript.piece, Post) else ():
        found = find_brackets(caption.text)
        if not found:
            continue
        seen = find_brackets(caption.traced.text)
        place = caption.traced.span(*seen.span()) if seen else None
        start, end = place or (caption.place.start, caption.place.end)
        message = (
            f"`{found[0]}` is no part of a prompt, and would be shared as it stands. "
            "Write `[[Why do you?]]`: up to 300 characters on one line, with no other brackets."
        )
        yield check.notice(start, end, message, found[0])


CHECKS = (
    Check("Caption.Prompt", "error", "Double brackets in a caption are no prompt.", find_broken),
)
