"""Wrappers of HTML around Markdown, which here would keep it from being read."""

import re
from collections.abc import Collection

from advocacy.imports.blocks import element_ends, fenced_blocks, is_within, merge
from advocacy.imports.notes import Note, Noted

_WRAPPER = re.compile(
    r"<(?P<tag>div|section|article|aside|center|main)\b(?=[^<>]*>)"
    r"(?:[^<>]*\bmarkdown=[\"'](?:1|block)[\"'][^<>]*>|[^<>]*>[ \t]*\n(?=[ \t]*\n))",
    re.IGNORECASE,
)
_MOST_INDENTED = 3


def unwrap_markdown(body: str) -> Noted:
    """Return a body without the tags of wrappers that have Markdown in them.

    A wrapper's tag with a blank line after it, or with `markdown="1"`, holds Markdown on the old
    site; here what stands in a block of HTML is HTML.
    """
    element_end, fences = element_ends(body), merge(fenced_blocks(body))
    notes: list[Note] = []
    cuts: list[tuple[int, int]] = []
    cut_ends: set[int] = set()
    for match in _WRAPPER.finditer(body):
        start = _line_start(body, match.start(), cut_ends)
        closing = _closing(body, element_end.get(match.start(), 0), match["tag"])
        if start is None or not closing or is_within(start, fences):
            continue
        notes.append(Note("changed", match[0].strip(), "its Markdown alone"))
        cuts += [(start, match.end()), closing]
        cut_ends |= {match.end(), closing[1]}
    return Noted(_cut(body, cuts), tuple(notes))


def _line_start(body: str, start: int, cut_ends: Collection[int]) -> int | None:
    """Return where the line begins that a tag begins; what follows a tag that goes begins one."""
    before = body[max(0, start - _MOST_INDENTED) : start]
    at = start - len(before) + len(before.rstrip(" "))
    return at if at == 0 or body[at - 1] == "\n" or at in cut_ends else None


def _closing(body: str, end: int, tag: str) -> tuple[int, int] | None:
    """Return where the tag stands that closes an element."""
    start = body.rfind("</", 0, end)
    is_tag = start >= 0 and re.fullmatch(rf"</{tag}\s*>", body[start:end], re.IGNORECASE)
    return (start, end) if is_tag else None


def _cut(body: str, cuts: list[tuple[int, int]]) -> str:
    """Return a body with the end of a line in place of some stretches."""
    kept, at = [], 0
    for start, end in sorted(cuts):
        kept.append(body[at:start])
        at = end
    return "\n".join([*kept, body[at:]])
