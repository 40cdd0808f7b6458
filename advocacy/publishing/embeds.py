"""A link that stands alone in a paragraph, as a page shows it where an editor allowed its host."""

import re
from collections.abc import Collection
from html import escape, unescape
from typing import NamedTuple

from advocacy.embeds.frame import find_frame
from advocacy.markup.rewrite import TAG, text_of

_ALONE = re.compile(
    r'<p>\s*(?P<link><a href="(?P<href>[^"<>]*)"[^<>]*>'
    r"(?P<words>(?:(?!</?a[ >]|<img).)+)</a>)\s*</p>",
    re.DOTALL,
)
_VOID = frozenset({"br", "hr", "img", "source", "wbr"})


class WithEmbeds(NamedTuple):
    """A body's HTML, and the hosts of which it may show pages once a reader asks for them."""

    html: str
    hosts: tuple[str, ...]


def show_embeds(html: str, hosts: Collection[str]) -> WithEmbeds:
    """Return a body in which a link to something of these hosts has a place for it.

    What to show there stands in `data-frame`, which no sanitised body can have, and a script makes
    the frame when a reader asks for it. The link stays below. Only a paragraph of the text itself
    is taken: in a list, a quotation or a note, links are no more than what they say.

    Args:
        html: As `rewrite` made it.
        hosts: Those that may be shown in frames.
    """
    if not hosts:
        return WithEmbeds(html, ())
    outermost = _outermost(html)
    shown: dict[str, None] = {}

    def show(match: re.Match[str]) -> str:
        frame = find_frame(unescape(match["href"]), hosts)
        if not frame or match.start() not in outermost or not text_of(match["words"]).strip():
            return match[0]
        shown[frame.host] = None
        place = f'<div data-frame="{escape(frame.address)}"></div>'
        return f'<figure class="embed">{place}<figcaption>{match["link"]}</figcaption></figure>'

    return WithEmbeds(_ALONE.sub(show, html), tuple(shown))


def _outermost(html: str) -> frozenset[int]:
    """Return where each element begins that is in no other."""
    depth, begins = 0, set()
    for tag in TAG.finditer(html):
        if tag[2] in _VOID:
            continue
        if not tag[1] and not depth:
            begins.add(tag.start())
        depth += -1 if tag[1] else 1
    return frozenset(begins)
