"""What Vale writes into a text before it reads it: ignored blocks and words become code."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from advocacy.editorial.patterns import compile_pattern, find_all
from advocacy.editorial.vale.configuration import Part
from advocacy.markup.pieces import TracedText, join_exact, trace_exact

Match = Any
_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)\n(.+?)\n(?:---|\+\+\+)", re.DOTALL)
_QUOTE = re.compile("&rsquo;")
_BLOCK = ("\n```\n", "\n```\n")
_INLINE = ("`", "`")


def straighten(text: str) -> TracedText:
    """Read each `&rsquo;` as `'`, as Vale does before anything else."""
    parts: list[tuple[str, int, int]] = []
    at = 0
    for quote in _QUOTE.finditer(text):
        parts += [(text[at : quote.start()], at, quote.start()), ("'", *quote.span())]
        at = quote.end()
    if not parts:
        return trace_exact(text)
    return join_exact(part for part in (*parts, (text[at:], at, len(text))) if part[0])


def hide_ignored(traced: TracedText, parts: Iterable[Part]) -> TracedText:
    """Make code of front matter and of what the sections of a file ignore.

    Raises:
        RunawayError: A pattern took too long.
    """
    front_matter = _FRONT_MATTER.match(traced.text)
    traced = _hide(traced, [front_matter] if front_matter else [], _BLOCK)
    parts = tuple(parts)
    for pattern in (pattern for part in parts for pattern in part.block_ignores):
        traced = _hide(traced, find_all(compile_pattern(pattern), traced.text), _BLOCK)
    for pattern in (pattern for part in parts for pattern in part.token_ignores):
        traced = _hide(traced, find_all(compile_pattern(pattern), traced.text), _INLINE)
    for opening, closing in (part.delimiters for part in parts if part.delimiters):
        traced = _write(traced, opening, "<!--")
        traced = _write(traced, closing, "-->")
    return traced


def _hide(traced: TracedText, matches: Iterable[Match], marks: tuple[str, str]) -> TracedText:
    """Put marks of code around the first group of each match, in place of the whole match."""
    matches = list(matches)
    if not matches:
        return traced
    return join_exact(part for part in _hidden(traced, matches, marks) if part[0])


def _hidden(
    traced: TracedText, matches: list[Match], marks: tuple[str, str]
) -> Iterator[tuple[str, int, int]]:
    at = 0
    for match in matches:
        yield from traced.parts(at, match.start())
        place, _ = traced.span(match.start(), match.start())
        yield marks[0], place, place
        if not match.re.groups:
            # Vale's template names a group that is not there, and stays as it is.
            yield "$1", place, place
        elif match[1] is not None:
            yield from traced.parts(*match.span(1))
        yield marks[1], place, place
        at = match.end()
    yield from traced.parts(at, len(traced.text))


def _write(traced: TracedText, sign: str, instead: str) -> TracedText:
    parts: list[tuple[str, int, int]] = []
    at = 0
    while (found := traced.text.find(sign, at)) >= 0:
        start, end = traced.span(found, found + len(sign))
        parts += [*traced.parts(at, found), (instead, start, end)]
        at = found + len(sign)
    return join_exact([*parts, *traced.parts(at, len(traced.text))]) if parts else traced
