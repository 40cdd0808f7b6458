"""Fragments of HTML for feeds: what readers' sanitisers let through, and nothing they break."""

import re
from collections.abc import Mapping
from html import unescape

from advocacy.markup.absolute import make_absolute

# The sanitiser writes `<` and `>` only around tags.
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
AIM = re.compile(r' href="(#[^"]+)"')
ID = re.compile(r' id="([^"]*)"')

# The attributes that readers know. The others are for our own style and script, or for the keyboard
# on our own page; some readers drop the element, or its text, with what is unknown to them.
KEPT = frozenset(
    {"alt", "cite", "colspan", "datetime", "dir", "height", "href", "lang", "open", "poster"}
    | {"reversed", "rowspan", "src", "start", "title", "value", "width"}
)
# Of several sizes of a picture a reader needs the one that all can show.
DROPPED = frozenset({"picture", "source"})
# What only carries a class; without it, nothing.
CARRIERS = frozenset({"div", "span"})
TITLE_OF_BOX = "admonition-title"
BOX = "admonition"


def make_portable(html: str, base_url: str) -> str:
    """Return a page's fragment as a feed brings it.

    Every address is absolute, but for those that lead to a place in the fragment, such as a
    footnote: these stay in the entry. Classes, and what is for our own pages, are gone.

    Args:
        html: A fragment that was sanitised and rewritten for a page.
        base_url: The address of that page.
    """
    staying = staying_links(html)
    portable = _Portable({link[1:] for link in staying})
    return make_absolute(TAG.sub(portable.rewrite, html), base_url, staying)


def staying_links(html: str) -> frozenset[str]:
    """Return the hrefs that lead to a place in the fragment itself, such as `#fn:1`."""
    ids = {f"#{unescape(each)}" for each in ID.findall(html)}
    return frozenset(ids & {unescape(each) for each in AIM.findall(html)})


class _Portable:
    """What one pass over a fragment has open: of each element, the ends that it will need."""

    def __init__(self, aims: set[str]) -> None:
        self.aims = aims
        self.ends: dict[str, list[str]] = {"div": [], "p": [], "span": []}

    def rewrite(self, match: re.Match[str]) -> str:
        closes, element, rest = match.groups()
        if element in DROPPED:
            return ""
        if closes:
            ends = self.ends.get(element)
            return ends.pop() if ends else match[0]
        attributes = dict(ATTRIBUTE.findall(rest))
        start, end = self.tags(element, attributes, attributes.get("class", "").split())
        if element in self.ends:
            self.ends[element].append(end)
        return start

    def tags(
        self, element: str, attributes: Mapping[str, str], classes: list[str]
    ) -> tuple[str, str]:
        """Return the start tag and the end tag that take an element's place."""
        kept = "".join(f' {key}="{value}"' for key, value in attributes.items() if key in KEPT)
        if unescape(attributes.get("id", "")) in self.aims:
            kept += f' id="{attributes["id"]}"'
        if BOX in classes:
            return f"<blockquote{kept}>", "</blockquote>"
        if TITLE_OF_BOX in classes:
            return f"<p{kept}><strong>", "</strong></p>"
        if element in CARRIERS and not kept:
            return "", ""
        return f"<{element}{kept}>", f"</{element}>"
