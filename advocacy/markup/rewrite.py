"""Sanitised HTML as a page shows it: links resolved, pictures sized, headings named."""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import quote

from advocacy import addresses
from advocacy.markup.images import ImageError, read_image
from advocacy.markup.loose_captions import free_captions
from advocacy.markup.outline import Outline
from advocacy.markup.sanitize import HEADINGS
from advocacy.markup.targets import TargetError, Targets, resolve_image, resolve_link
from advocacy.slugs import slugify

# The sanitiser writes `<` and `>` only around tags, so that these find every tag and no more.
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
HEADING_ID = re.compile(r'<h[1-6][^<>]* id="([^"]*)"')
HEADING = re.compile("</?h[1-6]")
TABLE = re.compile("</?table")
HEADER_CELL = re.compile(r"<th[ >].*?</th>", re.DOTALL)
FOOTNOTE_MARK = re.compile(r'<sup id="fnref[^<>]*>.*?</sup>', re.DOTALL)
ALONE = re.compile(r"<p>\s*((?P<link><a [^<>]*>)?<img [^<>]*>(?(link)</a>))\s*</p>")
TITLE = re.compile(r' title="([^"]*)"(?=[^<>]*>(?:</a>)?$)')
LONGEST_LABEL = 120


class Heading(NamedTuple):
    """A heading of the page: its level (2 to 6), its id, its text."""

    level: int
    id: str
    text: str


class Rewritten(NamedTuple):
    """A page's HTML, the pictures it shows (below content/images) and its headings."""

    html: str
    images: tuple[str, ...]
    headings: tuple[Heading, ...]


def rewrite(html: str, path: str, targets: Targets) -> Rewritten:
    """Make sanitised HTML what a page shows.

    - A link's reference becomes its href; one that leads nowhere loses it and keeps its text.
    - A picture gets its address and size; one that cannot be shown becomes its alt text. Alone
      in a paragraph it becomes a figure, whose caption is the picture's title; a credit may follow.
    - `h1` becomes `h2`, since the page's title is its only `h1`; below it no level of headings is
      left out, and every heading gets an id.
    - A `figcaption` that is in no figure becomes a `div`.
    - Tables and code, which may be wider than the page, can be scrolled from the keyboard.

    Args:
        html: As the sanitiser wrote it.
        path: The file it was written in, such as `content/posts/x.md`.
        targets: Where references can lead.
    """
    html = free_captions(html)
    page = _Page(html, path, targets)
    shown = ALONE.sub(_figure, TAG.sub(page.rewrite_tag, html)).replace("<p></p>", "")
    return Rewritten(shown, tuple(page.images), tuple(page.headings))


class Start(NamedTuple):
    """A start tag: its element, where it ends in the HTML, its attributes unescaped."""

    element: str
    end: int
    attributes: dict[str, str]


def text_of(html: str) -> str:
    """Return the text of sanitised HTML, with white space as it is."""
    return unescape(TAG.sub("", html))


class _Page:
    """What one pass over a page's tags has seen so far."""

    def __init__(self, html: str, path: str, targets: Targets) -> None:
        self.html = html
        self.path = path
        self.targets = targets
        self.images: dict[str, None] = {}
        self.headings: list[Heading] = []
        self.outline = Outline()
        self.given_ids = set(HEADING_ID.findall(html))
        self.used_ids: set[str] = set()
        self.repeats: dict[str, int] = {}

    def rewrite_tag(self, match: re.Match[str]) -> str:
        closes, element, rest = match.groups()
        if closes:
            is_heading = element in HEADINGS and self.headings
            return f"</h{self.headings[-1].level}>" if is_heading else ENDS.get(element, match[0])
        rewrite_element = STARTS.get(element)
        if rewrite_element is None and 'class=""' not in rest:
            return match[0]
        attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(rest)}
        # The sanitiser leaves an empty one where it took every class.
        if not attributes.get("class"):
            attributes.pop("class", None)
        if rewrite_element is None:
            return start_tag(element, attributes)
        return rewrite_element(self, Start(element, match.end(), attributes))

    def link(self, start: Start) -> str:
        try:
            href = resolve_link(start.attributes.pop("href", ""), self.path, self.targets)
        except TargetError:
            return start_tag("a", start.attributes)
        rel = {"rel": "noopener"} if href[:4].lower() == "http" else {}
        return start_tag("a", {"href": href, **start.attributes, **rel})

    def image(self, start: Start) -> str:
        alt = start.attributes.pop("alt", "")
        try:
            path = resolve_image(start.attributes.pop("src", ""), self.path, self.targets)
            file = read_image(self.targets.site, path)
        except (TargetError, ImageError):
            return escape(alt)
        self.images[path] = None
        size = {"width": str(file.width_px), "height": str(file.height_px)}
        src = self.targets.site.href(addresses.image(quote(path)))
        lazy = {"loading": "lazy", "decoding": "async"}
        kind = {} if file.suits_dark else {"class": "drawing"}
        return start_tag(
            "img", {"src": src, "alt": alt, **size, **lazy, **start.attributes, **kind}
        )

    def heading(self, start: Start) -> str:
        level = self.outline.place(max(2, int(start.element[1])))
        inside = FOOTNOTE_MARK.sub("", self.inside(start, HEADING))
        text = " ".join(text_of(inside).split())
        heading_id = self.heading_id(start.attributes.pop("id", ""), text)
        self.headings.append(Heading(level, heading_id, text))
        return start_tag(f"h{level}", {"id": heading_id, **start.attributes})

    def inside(self, start: Start, edge: re.Pattern[str]) -> str:
        """Return the HTML after a start tag, up to the next of its kind that opens or closes."""
        end = edge.search(self.html, start.end)
        return self.html[start.end : end.start() if end else None]

    def heading_id(self, given: str, text: str) -> str:
        stem = given or slugify(text) or "section"
        others = self.used_ids if given else self.given_ids
        unused = stem
        while unused in self.used_ids or unused in others:
            self.repeats[stem] = self.repeats.get(stem, 1) + 1
            unused = f"{stem}-{self.repeats[stem]}"
        self.used_ids.add(unused)
        return unused

    def note(self, start: Start) -> str:
        note_id = start.attributes.get("id", "")
        if note_id in self.used_ids:
            del start.attributes["id"]
        elif note_id:
            self.used_ids.add(note_id)
        return start_tag(start.element, start.attributes)

    def table(self, start: Start) -> str:
        header_cells = HEADER_CELL.findall(self.inside(start, TABLE))
        cells = (" ".join(text_of(cell).split()) for cell in header_cells)
        label = ", ".join(cell for cell in cells if cell)[:LONGEST_LABEL]
        # A group, since a region would put every table among the page's landmarks.
        named = {"role": "group", "aria-label": label} if label else {}
        wrapper = start_tag("div", {"class": "table", "tabindex": "0", **named})
        return wrapper + start_tag("table", start.attributes)

    def cell(self, start: Start) -> str:
        align = start.attributes.pop("align", "")
        aligned = {"class": f"align-{align}"} if align and align != "left" else {}
        return start_tag(start.element, {**aligned, **start.attributes})

    def code(self, start: Start) -> str:
        return start_tag("pre", {"tabindex": "0", **start.attributes})


Rewrite = Callable[[_Page, Start], str]

STARTS: Mapping[str, Rewrite] = {
    "a": _Page.link,
    "img": _Page.image,
    "li": _Page.note,
    "pre": _Page.code,
    "sup": _Page.note,
    "table": _Page.table,
    "td": _Page.cell,
    "th": _Page.cell,
    **dict.fromkeys(HEADINGS, _Page.heading),
}

ENDS: Mapping[str, str] = {"table": "</table></div>"}


def start_tag(element: str, attributes: Mapping[str, str]) -> str:
    """Return a start tag with its attributes escaped, in their order."""
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{element}{written}>"


def _figure(match: re.Match[str]) -> str:
    title = TITLE.search(match[1])
    if not title:
        return f"<figure>{match[1]}</figure>"
    caption = f"<figcaption>{_caption(title[1])}</figcaption>"
    return f"<figure>{match[1].replace(title[0], '', 1)}{caption}</figure>"


def _caption(title: str) -> str:
    """Return the line below a picture; who made it stands behind the last bar."""
    line, bar, credit = (part.strip() for part in title.rpartition("|"))
    if not bar or not credit:
        return title
    return f"{line}<br><small>{credit}</small>" if line else f"<small>{credit}</small>"
