"""HTML as browsers cut it: comments, tags, attributes, and what is between them."""

import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from advocacy.markup.sanitize import ATTRIBUTES, DROPPED_WHOLE

# `<!-->` and `<!--->` are whole comments; so a browser reads them, and the sanitiser.
COMMENT = re.compile(r"<!--(?:-?>|(.*?)--!?>)", re.DOTALL)
_REST = r"""(?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*+>"""
_TAG = rf"</?[A-Za-z]{_REST}"
_HIDDEN = rf"<(?P<name>{'|'.join(sorted(DROPPED_WHOLE))})\b(?![^>]*/>).*?(?:</(?P=name)\b[^>]*>|\Z)"
STEP = re.compile(
    rf"(?P<comment><!--(?:-?>|(?P<said>.*?)--!?>))|(?P<unclosed><!--.*)|(?P<hidden>{_HIDDEN})"
    rf"|(?P<tag>{_TAG})|(?P<bogus><[!?/][^>]*>)|(?P<entity>&[#\w]+;)|(?P<space>\s)"
    r"|(?P<words>[^<&\s]+|.)",
    re.DOTALL | re.IGNORECASE,
)
# A comment, a hidden element as a whole, or a tag.
MARK = re.compile(
    rf"<!--(?:-?>|.*?--!?>)|{_HIDDEN}|<(?P<closing>/?)(?P<element>[A-Za-z][^\s/>]*){_REST}",
    re.DOTALL | re.IGNORECASE,
)
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""[\s/"']([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""", re.DOTALL
)
_ENTITY = re.compile(r"&[#\w]+;?|[^&]+|&")
_ENTITY_OR_ESCAPE = re.compile(r"&[#\w]+;?|\\[!-/:-@\[-`{-~]|[^&\\]+|[&\\]")

# A longer tag is not kept for the next time.
LONGEST_KEPT = 1000
# Around any other element, words stay joined: `chair<b>man</b>` is one word.
APART = frozenset(
    {"blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "rp", "rt", "summary"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)


class Attribute(NamedTuple):
    """An attribute's value as it was written, and its index in the tag."""

    written: str
    at: int

    @property
    def value(self) -> str:
        """The value, with its character references decoded."""
        return html.unescape(self.written)


class Tag(NamedTuple):
    """A tag: its element, whether it closes one, and its attributes."""

    element: str
    closes: bool
    attributes: Mapping[str, Attribute]

    @property
    def titles(self) -> Iterator[Attribute]:
        """Yield the attribute that a page shows of it as a hint."""
        if "title" in self.attributes and "title" in ATTRIBUTES.get(self.element, ()):
            yield self.attributes["title"]


def read_tag(written: str) -> Tag:
    """Read a tag; of an attribute that it has twice, the first counts."""
    return (_read_again if len(written) <= LONGEST_KEPT else _read_tag)(written)


def _read_tag(written: str) -> Tag:
    name = _NAME.match(written)
    assert name
    attributes: dict[str, Attribute] = {}
    for found in _ATTRIBUTE.finditer(written, name.end()):
        group = next((number for number in (2, 3, 4) if found[number] is not None), 0)
        value = Attribute(found[group] if group else "", found.start(group or 1))
        attributes.setdefault(found[1].lower(), value)
    return Tag(name[1].lower(), written.startswith("</"), attributes)


# The same few tags come again and again.
_read_again = lru_cache(maxsize=1024)(_read_tag)


def cut_entities(written: str, *, escapes: bool = False) -> Iterator[tuple[str, int, int]]:
    """Yield the parts of a value: what each says, its index, and its length as written.

    Args:
        written: The value.
        escapes: Whether a backslash before a sign is left out, as Markdown has it.
    """
    for part in (_ENTITY_OR_ESCAPE if escapes else _ENTITY).finditer(written):
        is_escape = escapes and len(part[0]) == 2 and part[0][0] == "\\"
        said = part[0][1] if is_escape else html.unescape(part[0])
        yield said, part.start(), len(part[0])
