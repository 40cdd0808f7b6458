"""Pages of content that are translations of one another."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from advocacy.errors import Problem, nearest
from advocacy.page import Page
from advocacy.site import Site

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
    originals = _originals(pages, site)
    known = {page.slug: page for page in pages}
    taken: dict[tuple[str, str], Page] = {}
    for page in pages:
        if not page.translation_of or page.translation_of in unread:
            continue
        original = originals.get(page.translation_of)
        if original is None:
            other = known.get(page.translation_of)
            message = (
                f"is a translation itself. Name the original, `{other.translation_of}`."
                if other
                else f"is no page.{nearest(page.translation_of, originals)}"
                " Name the file that this page translates, without its `.md`."
            )
        elif original.lang == page.lang:
            message = f"is in `{page.lang}` too. Set `lang` to the language of this page."
        elif (first := taken.setdefault((original.path, page.lang), page)) is not page:
            message = f"has {first.path} as its translation already. Take one out."
        else:
            continue
        place = page.places["translation_of"]
        told = f"`translation_of`: `{page.translation_of}` {message}"
        yield Problem(page.path, place.line, place.column, told, "Page.TranslationOf")


def _originals(pages: Iterable[Page], site: Site) -> Mapping[str, Page]:
    """Return what translations may name, by slug; of two the one in the site's first language."""
    found = [page for page in pages if not page.translation_of]
    in_order = sorted(found, key=lambda page: -site.languages.index(page.lang))
    return {page.slug: page for page in in_order}
