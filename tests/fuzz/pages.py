"""HTML as browsers read it: by html5lib, which is neither the sanitiser nor what feeds it."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

# What browsers take off an address before they look at its scheme (URL Standard, 4.4).
AROUND = "".join(map(chr, range(0x21)))
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = {"http", "https", "mailto"}


def read_tags(html: str) -> Iterator[tuple[str, dict[str, str | None]]]:
    """Yield each element of a fragment with its attributes, and `!--` for a comment."""
    yield from _tags(html5lib.parseFragment(html, container="div", namespaceHTMLElements=False))


def read_page(html: str) -> Element:
    """Return a whole page as a tree."""
    page: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return page


def _tags(tree: Element) -> Iterator[tuple[str, dict[str, str | None]]]:
    for each in tree.iter():
        if not isinstance(each.tag, str):
            yield "!--", {}
        elif each.tag != "DOCUMENT_FRAGMENT":
            yield each.tag, {str(name): value for name, value in each.attrib.items()}


def scheme_of(address: str) -> str:
    """Return the scheme by which a browser would follow an address, or nothing."""
    whole = re.sub("[\t\n\r]", "", address.strip(AROUND))
    match = SCHEME.match(whole)
    return match[1].lower() if match else ""
