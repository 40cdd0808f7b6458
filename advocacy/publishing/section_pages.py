"""The pages of all sections, in each language that has them."""

from collections.abc import Callable, Iterator, Mapping

from advocacy.publishing.archive import make_archive
from advocacy.publishing.colophon import make_colophon
from advocacy.publishing.edition import Edition
from advocacy.publishing.feeds_page import make_feeds_page
from advocacy.publishing.files import PageFile
from advocacy.publishing.lists import make_home
from advocacy.publishing.not_found import make_not_found
from advocacy.publishing.search_page import make_search_page
from advocacy.publishing.series import make_series_pages
from advocacy.publishing.staff_pages import make_staff_pages
from advocacy.publishing.topics import make_purposes, make_topics

Maker = Callable[[Edition, str], Iterator[PageFile]]

# By section. Its pages in a language are those that `SECTIONS` tells of, and the numbered ones.
MAKERS: Mapping[str, Maker] = {
    "home": make_home,
    "topics": make_topics,
    "purposes": make_purposes,
    "series": make_series_pages,
    "archive": make_archive,
    "staff": make_staff_pages,
    "feeds": make_feeds_page,
    "colophon": make_colophon,
    "search": make_search_page,
}


def make_section_pages(edition: Edition) -> Iterator[PageFile]:
    """Return every page that is neither a post nor one of content/pages, in each language."""
    for lang in edition.languages:
        for make in MAKERS.values():
            yield from make(edition, lang)
        yield make_not_found(edition, lang)
