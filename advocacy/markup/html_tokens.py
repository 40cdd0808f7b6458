"""HTML cut into tags, texts and comments, each of which leads back to the file."""

import html
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from advocacy.markup.html_grammar import read_tag
from advocacy.markup.pieces import TracedText, join_exact

_STEP = re.compile(
    r"<!--(?P<said>.*?)(?:--!?>|\Z)|<[!?](?P<bogus>[^>]*)>|</(?P<odd>[^A-Za-z>][^>]*)>"
    r"""|(?P<tag></?[A-Za-z](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*+>)|(?P<text>[^<]+|<)""",
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
    at = 0
    begin = 0
    while at < len(traced.text):
        step = _STEP.match(traced.text, at)
        assert step
        if step["text"]:
            at = step.end()
            continue
        if at > begin:
            yield _text(traced, begin, at)
        at = begin = step.end()
        if step["tag"] is None:
            group = next(name for name in ("said", "bogus", "odd") if step[name] is not None)
            said = traced.cut(step.start(group), step.end(group))
            yield HtmlToken("comment", text=said)
            continue
        token = _tag(traced, step.start(), step["tag"])
        yield token
        if token.kind == "start" and token.name in _RAW:
            at = _raw_end(traced.text, at, token.name)
            if at > begin:
                yield HtmlToken("text", text=traced.cut(begin, at))
            begin = at
    if at > begin:
        yield _text(traced, begin, at)


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


def _text(traced: TracedText, begin: int, end: int) -> HtmlToken:
    return HtmlToken("text", text=decode(traced.cut(begin, end)))


def _tag(traced: TracedText, start: int, written: str) -> HtmlToken:
    tag = read_tag(written)
    if tag.closes:
        return HtmlToken("end", tag.element)
    kind = "empty" if written.endswith("/>") else "start"
    if not tag.attributes:
        return HtmlToken(kind, tag.element)
    attributes = {}
    for name, value in tag.attributes.items():
        first = start + value.at
        attributes[name] = decode(traced.cut(first, first + len(value.written)))
    return HtmlToken(kind, tag.element, attributes=attributes)


def _raw_end(text: str, at: int, name: str) -> int:
    closing = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(text, at)
    return closing.start() if closing else len(text)
