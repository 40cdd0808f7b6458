"""A Markdown body cut into text, code, comments and embedded programs.

Whoever changes text must not touch code, and must know what stands within HTML, where Markdown
is not read. Of two that overlap, the one that begins first wins.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from advocacy.imports.blocks import Range, fenced_blocks, html_blocks, indented_blocks

EMBED_TAGS = ("script", "style", "iframe", "frameset", "object", "applet", "noscript")
VOID_EMBED_TAGS = ("embed", "frame", "link", "meta", "base")

_INLINE = re.compile(
    r"(?P<comment><!--.*?-->|\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\})"
    rf"|(?P<embed>(?<!\\)<(?P<tag>{'|'.join(EMBED_TAGS)})\b[^>]*>.*?</(?P=tag)\s*>"
    rf"|(?<!\\)</?(?:{'|'.join(EMBED_TAGS + VOID_EMBED_TAGS)})\b[^>]*>)"
    r"|(?P<code><(?P<html>pre|code)\b[^>]*>.*?</(?P=html)\s*>"
    r"|\{%-?\s*highlight\b[^%]*%\}.*?\{%-?\s*endhighlight\s*-?%\}"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`))",
    re.DOTALL | re.IGNORECASE,
)


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
            parts.append(Part("code", body[start:end], _is_within(start, blocks)))
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


def _split_inline(body: str, start: int, end: int, blocks: Iterable[Range]) -> Iterator[Part]:
    """Cut what is no block of code; text is cut again where a block of HTML begins or ends."""
    at = start
    for match in _INLINE.finditer(body, start, end):
        yield from _split_html(body, at, match.start(), blocks)
        kind = next(name for name in ("comment", "embed", "code") if match[name] is not None)
        yield Part(kind, match[0], _is_within(match.start(), blocks))
        at = match.end()
    yield from _split_html(body, at, end, blocks)


def _split_html(body: str, start: int, end: int, blocks: Iterable[Range]) -> Iterator[Part]:
    at = start
    for first, last in blocks:
        if last <= at or first >= end:
            continue
        if first > at:
            yield Part("text", body[at:first])
        stop = min(last, end)
        yield Part("text", body[max(first, at) : stop], in_html=True)
        at = stop
    if at < end:
        yield Part("text", body[at:end])


def _is_within(offset: int, ranges: Iterable[Range]) -> bool:
    return any(start <= offset < end for start, end in ranges)
