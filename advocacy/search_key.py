"""What an index of the search depends on: of each page what Pagefind reads in it."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version

from lxml import etree, html

from advocacy.cache import make_key

# An index that was kept under another number is made anew.
FORM = "1"
PROGRAMS = ("pagefind", "pagefind_bin_extended")
# Elements that Pagefind reads, but for those inside of one that it reads.
MARKED = etree.XPath("//*[@*[starts-with(name(), 'data-pagefind')]]")
MARK = "data-pagefind"


def make_index_key(pages: Mapping[str, bytes]) -> str:
    """Return a hash that is the same where the index of pages would be.

    What stands around the words that are searched, such as what else there is to read, makes no
    difference.

    Args:
        pages: HTML by the name of its file on the site.
    """
    programs = (f"{name} {version(name)}" for name in PROGRAMS)
    parts: list[str | bytes] = [FORM, *programs]
    for name in sorted(pages):
        parts += [name, *_read(pages[name])]
    return make_key(*parts)


def _read(page: bytes) -> Iterator[bytes]:
    """Yield what Pagefind reads in a page: its language, its title, and what is marked."""
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    yield root.get("lang", "").encode()
    yield root.findtext("head/title", "").encode()
    for element in MARKED(root):
        if not any(_is_marked(outer) for outer in element.iterancestors()):
            yield etree.tostring(element, encoding="utf-8", with_tail=False)


def _is_marked(element: html.HtmlElement) -> bool:
    return any(name.startswith(MARK) for name in element.attrib)
