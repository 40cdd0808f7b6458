"""A Markdown body cut into text, code, comments and embedded programs.

Whoever changes text must not touch code, and must know what stands within HTML, where Markdown
is not read. Of two that overlap, the one that begins first wins.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from advocacy.imports.blocks import (
    Range,
    fenced_blocks,
    html_blocks,
    indented_blocks,
    is_within,
)
from advocacy.imports.inline_parts import find_inline_parts


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a body.

    Attributes:
        kind: `text`, `code`, `comment` (of HTML or of Liquid) or `embed` (a script, style,
            frame or object).
        in_html: Whether it stands within a block of HTML.
    """

    kind: str
    text: str
    in_html: bool = False


def split_body(body: str) -> tuple[Part, ...]:
    """Cut a body into parts, which joined are the body again."""
    fences = fenced_blocks(body)
    blocks = html_blocks(body, fences)
    codes = sorted([*fences, *indented_blocks(body, [*fences, *blocks])])
    parts: list[Part] = []
    at = 0
    for start, end in [*codes, (len(body), len(body))]:
        parts += _split_inline(body, at, start, blocks)
        if end > start:
            parts.append(Part("code", body[start:end], is_within(start, blocks)))
        at = end
    return tuple(parts)


def change_text(
    body: str, change: Callable[[str, bool], str], other: Callable[[Part], str] | None = None
) -> str:
    """Return a body with its text changed, and what is no text kept or changed on its own.

    Args:
        body: Markdown. It has no NUL, which stands for what is no text while text is changed.
        change: Takes a run of text, and whether that is within a block of HTML. In the run a
            NUL, a number and a NUL stand for each part that is no text.
        other: Takes a part that is no text; without it those stay.
    """
    parts = split_body(body)
    marked = [
        (part.in_html, part.text if part.kind == "text" else f"\0{i}\0")
        for i, part in enumerate(parts)
    ]
    changed = "".join(
        change("".join(text for _, text in run), in_html)
        for in_html, run in groupby(marked, key=lambda each: each[0])
    )

    def restore(match: re.Match[str]) -> str:
        part = parts[int(match[1])]
        return other(part) if other else part.text

    return re.sub(r"\0(\d+)\0", restore, changed)


def _split_inline(body: str, start: int, end: int, blocks: list[Range]) -> Iterator[Part]:
    """Cut what is no block of code; text is cut again where a block of HTML begins or ends."""
    at = start
    for kind, first, last in find_inline_parts(body, start, end):
        yield from _split_html(body, at, first, blocks)
        yield Part(kind, body[first:last], is_within(first, blocks))
        at = last
    yield from _split_html(body, at, end, blocks)


def _split_html(body: str, start: int, end: int, blocks: list[Range]) -> Iterator[Part]:
    at = start
    # The last that begins before may reach into it.
    for first, last in islice(blocks, max(0, bisect_left(blocks, (start, 0)) - 1), None):
        if first >= end:
            break
        if last <= at:
            continue
        if first > at:
            yield Part("text", body[at:first])
        stop = min(last, end)
        yield Part("text", body[max(first, at) : stop], in_html=True)
        at = stop
    if at < end:
        yield Part("text", body[at:end])
