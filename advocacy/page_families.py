"""Pages of content that are translations of one another."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from advocacy.errors import Problem
from advocacy.page import Page
from advocacy.site import Site
from advocacy.translation_clashes import PAGES, find_translation_clashes

Family = tuple[Page, ...]


def find_page_families(pages: Iterable[Page], site: Site) -> Mapping[str, Family]:
    """Return by each page's path the page itself and its translations, the original first.

    A page whose original is not there stands alone.
    """
    every = list(pages)
    originals = _originals(every, site)
    families: dict[str, list[Page]] = {}
    for page in sorted(every, key=lambda page: bool(page.translation_of)):
        original = originals.get(page.translation_of, page)
        families.setdefault(original.path, []).append(page)
    return {page.path: tuple(family) for family in families.values() for page in family}


def find_page_clashes(
    pages: Sequence[Page], site: Site, unread: Collection[str] = ()
) -> Iterator[Problem]:
    """Find translations that would take another page's place, or have no original.

    Args:
        pages: Those that could be read.
        site: Whose they are.
        unread: Names of pages that could not be read, which translations may name.
    """
    named = {**{page.slug: page for page in pages}, **_originals(pages, site)}
    yield from find_translation_clashes(pages, named, PAGES, unread)


def _originals(pages: Iterable[Page], site: Site) -> Mapping[str, Page]:
    """Return what translations may name, by slug; of two the one in the site's first language."""
    found = [page for page in pages if not page.translation_of]
    in_order = sorted(found, key=lambda page: -site.languages.index(page.lang))
    return {page.slug: page for page in in_order}
