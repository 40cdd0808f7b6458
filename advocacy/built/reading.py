"""From an HTML file to what is checked of it, each thing with its line and column."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from advocacy.built.page import FILE, PAGE, PICTURE, BuiltPage, Place, Reference, Text

Attributes = dict[str, str]
# By element and attribute, what is named there and whether a browser asks for it by itself.
NAMED = {
    ("a", "href"): (PAGE, False),
    ("area", "href"): (PAGE, False),
    ("audio", "src"): (FILE, True),
    ("embed", "src"): (FILE, True),
    ("form", "action"): (PAGE, True),
    ("iframe", "src"): (FILE, True),
    ("image", "href"): (PICTURE, True),
    ("img", "src"): (PICTURE, True),
    ("img", "srcset"): (PICTURE, True),
    ("input", "src"): (PICTURE, True),
    ("object", "data"): (FILE, True),
    ("script", "src"): (FILE, True),
    ("source", "src"): (FILE, True),
    ("source", "srcset"): (PICTURE, True),
    ("track", "src"): (FILE, True),
    ("video", "poster"): (PICTURE, True),
    ("video", "src"): (FILE, True),
}
LOADED_LINKS = frozenset({"icon", "manifest", "modulepreload", "preload", "stylesheet"})
# Files that a device asks for when somebody keeps the page.
KEPT_LINKS = frozenset({"apple-touch-icon", "mask-icon"})
# These name a host or a profile, and no page of this site.
UNREAD_LINKS = frozenset({"dns-prefetch", "preconnect"})
# What a browser runs.
SCRIPTS = frozenset({"", "module", "text/javascript", "application/javascript"})
META_PICTURES = frozenset({"og:image", "og:image:url", "og:image:secure_url", "twitter:image"})
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)
# An address in srcset may itself have commas; one that ends the candidate is none of it.
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,]*)?(?:,|$)")


def read_page(raw: bytes, address: str, path: str) -> BuiltPage:
    """Read a page; what is no UTF-8 is read as the sign that stands for it.

    Args:
        raw: The file's bytes.
        address: The path at which it is served, with a slash at its start.
        path: What reports call the file.
    """
    reader = _Reader()
    reader.feed(raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n"))
    reader.close()
    return BuiltPage(
        address=address,
        path=path,
        lang=reader.lang,
        title=reader.texts.get("title"),
        description=reader.description,
        heading=reader.texts.get("h1"),
        ids=tuple(reader.ids),
        anchors=frozenset(reader.anchors),
        references=tuple(reader.references),
        is_indexed="noindex" not in reader.robots,
        is_redirect=reader.is_redirect,
        raw=raw,
        points=tuple(sorted(map(ord, reader.signs))),
        styles=tuple(reader.styles),
        scripts=tuple(reader.scripts),
    )


class _Reader(HTMLParser):
    """Gathers what a page says, in one pass."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lang: str | None = None
        self.texts: dict[str, Text] = {}
        self.description: Text | None = None
        self.ids: list[Text] = []
        self.anchors: set[str] = set()
        self.references: list[Reference] = []
        self.robots = ""
        self.is_redirect = False
        self.signs: set[str] = set()
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self._script_kind = ""
        # The element whose words are gathered, and how deep in drawings the reader is.
        self._open = ""
        self._drawings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element names."""
        attributes = {name: value or "" for name, value in attrs}
        self._drawings += tag == "svg"
        if tag == "html":
            self.lang = attributes.get("lang")
        if tag == "a" and attributes.get("name"):
            self.anchors.add(attributes["name"])
        if attributes.get("id"):
            self.ids.append(Text(attributes["id"], self._place("id")))
        if attributes.get("style"):
            self.styles.append(attributes["style"])
        if tag == "script":
            self._script_kind = attributes.get("type", "").lower()
        self._begin(tag, attributes)
        self._name(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        self._drawings -= tag == "svg"
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        """Add words to the element that they are in."""
        if self.cdata_elem == "style":
            self.styles.append(data)
        elif self.cdata_elem == "script" and self._script_kind in SCRIPTS:
            self.scripts.append(data)
        elif not self.cdata_elem:
            self.signs.update(data)
        if self._open:
            words, place = self.texts[self._open]
            self.texts[self._open] = Text(words + data, place)

    def _begin(self, tag: str, attributes: Attributes) -> None:
        # A drawing has titles of its own.
        if tag in {"title", "h1"} and tag not in self.texts and not self._drawings:
            self._open = tag
            self.texts[tag] = Text("", self._place())
        elif tag == "img" and self._open:
            self.handle_data(attributes.get("alt", ""))

    def _name(self, tag: str, attributes: Attributes) -> None:
        if tag == "meta":
            self._read_meta(attributes)
        elif tag == "link":
            self._read_link(attributes)
        for name in attributes:
            if (tag, name) in NAMED:
                use, is_loaded = NAMED[tag, name]
                for address in _addresses(name, attributes[name]):
                    self._add(address, use, tag, name, is_loaded=is_loaded)

    def _read_meta(self, attributes: Attributes) -> None:
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        content = attributes.get("content", "")
        if name == "robots":
            self.robots = content.lower()
        if name == "description" and self.description is None:
            self.description = Text(content.strip(), self._place("content"))
        if name in META_PICTURES:
            self._add(content, PICTURE, "meta", "content", is_loaded=False)
        if attributes.get("http-equiv", "").lower() == "refresh":
            onward = _REFRESH.match(content)
            self.is_redirect = onward is not None
            if onward:
                self._add(onward[1], PAGE, "meta", "content", is_loaded=False)

    def _read_link(self, attributes: Attributes) -> None:
        kinds = {*attributes.get("rel", "").lower().split()}
        if "href" in attributes and not kinds & UNREAD_LINKS:
            is_loaded = bool(kinds & LOADED_LINKS)
            use = FILE if is_loaded or kinds & KEPT_LINKS else PAGE
            self._add(attributes["href"], use, "link", "href", is_loaded=is_loaded)

    def _add(self, address: str, use: str, element: str, name: str, *, is_loaded: bool) -> None:
        address = address.strip()
        place, is_candidate = self._place(name, address), name == "srcset"
        named = Reference(address, use, is_loaded, element, place, is_candidate)
        self.references.append(named)

    def _place(self, name: str = "", part: str = "") -> Place:
        """Return the place of an attribute's value, or of a part of it; else of the element."""
        line, column = self.getpos()
        raw = self.get_starttag_text() or ""
        found = name and re.search(
            rf"\s{re.escape(name)}\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", raw, re.IGNORECASE
        )
        if not found:
            return Place(line, column + 1, len(raw.partition("\n")[0]) or 1)
        value = found[1]
        quote = value[:1] in {'"', "'"}
        written = next((each for each in _written(part) if each in value), value.strip("\"'"))
        start = found.start(1) + (value.find(written) if written else quote)
        before = raw[:start]
        breaks = before.count("\n")
        at = start - before.rfind("\n") if breaks else column + 1 + start
        return Place(line + breaks, at, max(1, len(written.partition("\n")[0])))


def _written(part: str) -> Iterator[str]:
    """Yield how a part of an attribute may be spelt in a file."""
    if part:
        yield part.replace("&", "&amp;")
        yield part


def _addresses(name: str, value: str) -> Iterator[str]:
    """Yield the addresses that an attribute holds."""
    if name != "srcset":
        yield value
        return
    for candidate in _CANDIDATE.finditer(value):
        yield candidate[1]
