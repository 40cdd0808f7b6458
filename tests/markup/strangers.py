"""What a page may not have in it, as a parser that is not the sanitiser's sees it."""

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from advocacy.markup.sanitize import ATTRIBUTES, CLASSES, ELEMENTS, FOOTNOTE_ID, HEADING_ID

# What the rewriting of sanitised tags adds to them.
ADDED = {
    "a": {"rel"},
    "div": {"aria-label", "role", "tabindex"},
    "img": {"decoding", "height", "loading", "width"},
    "pre": {"tabindex"},
}
ADDED_CLASSES = {"div": {"table"}, "td": {"align-center", "align-right"}}
ADDED_CLASSES["th"] = ADDED_CLASSES["td"]
TAKEN_AWAY = {"align"}

Tag = tuple[str, dict[str, str | None]]


class _Tags(HTMLParser):
    """Every start tag and comment of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[Tag] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.seen.append(("!--", {}))

    handle_decl = handle_pi = unknown_decl = handle_comment


def find_strangers(html: str, tags: Iterable[Tag] | None = None) -> Iterator[str]:
    """Find what a page may not have in it, also as another parser's tags tell it."""
    for element, attributes in _Tags(html).seen if tags is None else tags:
        if element not in ELEMENTS - {"h1"}:
            yield f"<{element}>"
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(element, set()) | ADDED.get(element, set())
        for name, value in attributes.items():
            text = value or ""
            if name == "class":
                known = CLASSES.get(element, set()) | ADDED_CLASSES.get(element, set())
                yield from (f"class {each}" for each in text.split() if each not in known)
            elif name not in allowed - TAKEN_AWAY:
                yield f"{element} {name}"
            elif name == "id" and not (HEADING_ID.fullmatch(text) or FOOTNOTE_ID.fullmatch(text)):
                yield f"id {text}"
            elif name == "href" and not text.lower().startswith(("http", "mailto:", "/", "#")):
                yield f"href {text}"
            elif name == "src" and not text.startswith("/images/"):
                yield f"src {text}"
