"""HTML cut into tags, texts and comments, each of which leads back to the file."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from advocacy.markup.html_grammar import read_tag
from advocacy.markup.pieces import TracedText, join_exact, trace_exact

_STEP = re.compile(
    r"<!--(?P<said>.*?)(?:--!?>|\Z)|<[!?](?P<bogus>[^>]*)>|</(?P<odd>[^A-Za-z>][^>]*)>"
    r"""|(?P<tag></?[A-Za-z](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*+>)""",
    re.DOTALL,
)
# In these elements there are no tags but the one that closes them.
_RAW = frozenset({"iframe", "noembed", "noframes", "noscript", "script", "style", "xmp"})
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?|[^&]+|&")
EMPTY = TracedText("", ())
NO_ATTRIBUTES: Mapping[str, TracedText] = MappingProxyType({})


class HtmlToken(NamedTuple):
    """A tag, a text or a comment.

    Attributes:
        kind: `start`, `end`, `empty` for `<br/>`, `text` or `comment`.
        name: The element of a tag, in lower case.
        text: What a text or a comment says, with its character references decoded.
        attributes: Of a tag, what each says.
    """

    kind: str
    name: str = ""
    text: TracedText = EMPTY
    attributes: Mapping[str, TracedText] = NO_ATTRIBUTES

    def attribute(self, name: str) -> str:
        """Return what an attribute says; nothing where there is none."""
        return self.attributes.get(name, EMPTY).text


def cut_html(traced: TracedText) -> Iterator[HtmlToken]:
    """Cut HTML as browsers do."""
    text, cut = traced.text, _Cutter(traced).cut
    at = begin = 0
    last = text.rfind(">")
    while at < len(text):
        mark = text.find("<", at)
        # Nothing but a comment begins where nothing ends, and each would look for it to the end.
        may_begin = mark < last or text.startswith("<!--", mark)
        step = _STEP.match(text, mark) if mark >= 0 and may_begin else None
        if not step:
            at = mark + 1 if mark >= 0 else len(text)
            continue
        if mark > begin:
            yield HtmlToken("text", text=decode(cut(begin, mark)))
        at = begin = step.end()
        if step["tag"] is None:
            assert step.lastgroup
            yield HtmlToken("comment", text=cut(*step.span(step.lastgroup)))
            continue
        token = _tag(cut, mark, step["tag"])
        yield token
        if token.kind == "start" and token.name in _RAW:
            at = _raw_end(text, at, token.name)
            if at > begin:
                yield HtmlToken("text", text=cut(begin, at))
            begin = at
    if at > begin:
        yield HtmlToken("text", text=decode(cut(begin, at)))


class _Cutter:
    """Cuts a text from its beginning to its end, so that no piece is looked for."""

    def __init__(self, traced: TracedText) -> None:
        self.traced = traced
        self.number = 0

    def cut(self, begin: int, end: int) -> TracedText:
        """Return `text[begin:end]`; each cut begins where the last one did, or behind."""
        text, pieces = self.traced
        while self.number + 1 < len(pieces) and pieces[self.number + 1].at <= begin:
            self.number += 1
        at, length, start, stop = pieces[self.number]
        # Most cuts are of one piece; so they take half as long.
        if end - at <= length == stop - start:
            return trace_exact(text[begin:end], start + begin - at)
        return join_exact(self.traced.parts(begin, end, self.number))


def decode(traced: TracedText) -> TracedText:
    """Decode the character references of a text."""
    if "&" not in traced.text:
        return traced
    return join_exact(part for part in _decoded(traced) if part[0])


def _decoded(traced: TracedText) -> Iterator[tuple[str, int, int]]:
    for found in _ENTITY.finditer(traced.text):
        said = html.unescape(found[0])
        if said == found[0]:
            yield from traced.parts(*found.span())
        else:
            yield (said, *traced.span(*found.span()))


def _tag(cut: Callable[[int, int], TracedText], start: int, written: str) -> HtmlToken:
    tag = read_tag(written)
    kind = "end" if tag.closes else "empty" if written.endswith("/>") else "start"
    bare = _bare(kind, tag.element)
    if tag.closes or not tag.attributes:
        return bare
    attributes = {}
    for name, value in tag.attributes.items():
        first = start + value.at
        attributes[name] = decode(cut(first, first + len(value.written)))
    return bare._replace(attributes=attributes)


# Most tags have no attributes, and are the same wherever they stand.
@lru_cache(maxsize=1024)
def _bare(kind: str, element: str) -> HtmlToken:
    return HtmlToken(kind, element)


def _raw_end(text: str, at: int, name: str) -> int:
    closing = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(text, at)
    return closing.start() if closing else len(text)
