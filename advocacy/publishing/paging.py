"""Lists cut into pages that are numbered from the oldest, so that a new post shifts none."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from advocacy import addresses
from advocacy.site import Site
from advocacy.translations import translations_for
from advocacy.views import Link, Paging

T = TypeVar("T")


def front_size(total: int, page_size: int) -> int:
    """Return how many of the newest items the front page of a list holds.

    It holds between one and two pages' worth, so that each numbered page is full, and stays as
    it is for ever once the front has let go of it.
    """
    return total if total < 2 * page_size else page_size + total % page_size


def numbered_pages(items: Sequence[T], page_size: int) -> list[Sequence[T]]:
    """Return the numbered pages of a list, that of number 1 first.

    Args:
        items: Newest first.
        page_size: How many items a numbered page holds.
    """
    rest = items[front_size(len(items), page_size) :]
    count = len(rest) // page_size
    return [rest[(count - n) * page_size :][:page_size] for n in range(1, count + 1)]


def cut(
    site: Site, base: str, items: Sequence[T], lang: str
) -> Iterator[tuple[str, Sequence[T], Paging]]:
    """Cut a list into its front page and its numbered pages, each with its way about.

    Args:
        site: Says how much a page holds.
        base: The address of the front page.
        items: Newest first.
        lang: That of the pages.
    """
    pages = numbered_pages(items, site.page_size)
    front = items[: front_size(len(items), site.page_size)]
    yield base, front, make_paging(site, base, 0, len(pages), lang)
    for number, part in enumerate(pages, 1):
        paging = make_paging(site, base, number, len(pages), lang)
        yield addresses.numbered(base, number), part, paging


def make_paging(site: Site, base: str, number: int, total: int, lang: str) -> Paging:
    """Return the way from a page of a list; number 0 is its front."""
    _ = translations_for(lang).gettext

    def link(to: int, text: str) -> Link:
        return Link(site.href(addresses.numbered(base, to) if to else base), text)

    newer = link((number + 1) % (total + 1), _("Newer posts")) if number else None
    older_number = number - 1 if number else total
    older = link(older_number, _("Older posts")) if older_number else None
    return Paging(newer, older, number, total)
