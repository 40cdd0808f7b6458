"""Sections: what each language has beside its posts, at one address below the language's prefix.

A page of a section is in a language where there is something to show in it. Links lead to it there,
and else to the first language's (`Edition.find`); heads name it in all languages that have it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advocacy import addresses

if TYPE_CHECKING:
    from advocacy.publishing.edition import Edition

COLOPHON_SLUG = "colophon"
Gettext = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the site that each language has.

    Attributes:
        address: Of its first page, below a language's prefix.
        name: Its name in the catalogue of a language.
        pages: The addresses, below the prefix, that it has in a language.
    """

    address: str
    name: Callable[[Gettext], str]
    pages: Callable[["Edition", str], Iterator[str]]


def _home(_edition: "Edition", _lang: str) -> Iterator[str]:
    yield addresses.HOME


def _archive(edition: "Edition", lang: str) -> Iterator[str]:
    yield addresses.ARCHIVE
    yield from map(addresses.year, edition.years_by_language[lang])


def _staff(edition: "Edition", _lang: str) -> Iterator[str]:
    yield addresses.STAFF
    yield from map(addresses.staff_member, edition.library.staff)


def _topics(edition: "Edition", lang: str) -> Iterator[str]:
    yield addresses.TOPICS
    yield from (addresses.topic(each) for each, posts in edition.topics_in[lang].items() if posts)


def _purposes(edition: "Edition", lang: str) -> Iterator[str]:
    used = [each for each, posts in edition.purposes_in[lang].items() if posts]
    yield from (addresses.PURPOSES for _ in used[:1])
    yield from map(addresses.purpose, used)


def _series(edition: "Edition", lang: str) -> Iterator[str]:
    if lang == edition.site.language and edition.series:
        yield addresses.SERIES
    own = [slug for slug, of in edition.series if of == lang]
    yield from (addresses.SERIES for _ in own[:1])
    yield from map(addresses.series, own)


def _feeds(_edition: "Edition", _lang: str) -> Iterator[str]:
    yield addresses.FEEDS


def _colophon(edition: "Edition", lang: str) -> Iterator[str]:
    """Yield the page's address, unless the organisation tells it in words of its own."""
    pages = edition.library.pages.values()
    own = {page.lang for page in pages if page.slug == COLOPHON_SLUG}
    if own.isdisjoint({lang, edition.site.language}):
        yield addresses.COLOPHON


def _search(edition: "Edition", lang: str) -> Iterator[str]:
    if lang in edition.search_languages:
        yield addresses.SEARCH


SECTIONS = {
    "home": Section(addresses.HOME, lambda _: _("All posts"), _home),
    "archive": Section(addresses.ARCHIVE, lambda _: _("Archive"), _archive),
    "staff": Section(addresses.STAFF, lambda _: _("People"), _staff),
    "topics": Section(addresses.TOPICS, lambda _: _("Topics"), _topics),
    "purposes": Section(addresses.PURPOSES, lambda _: _("Purposes"), _purposes),
    "series": Section(addresses.SERIES, lambda _: _("Series"), _series),
    "feeds": Section(addresses.FEEDS, lambda _: _("Feeds"), _feeds),
    "colophon": Section(addresses.COLOPHON, lambda _: _("How this blog is made"), _colophon),
    "search": Section(addresses.SEARCH, lambda _: _("Search"), _search),
}


def section_of(address: str) -> Section | None:
    """Return the section that a page lies in, by its address below the prefix of a language."""
    for section in SECTIONS.values():
        if section.address and address.startswith(section.address):
            return section
    return SECTIONS["archive"] if re.fullmatch(r"\d{4}/", address) else None


def find_addresses(edition: "Edition", lang: str) -> frozenset[str]:
    """Return all addresses that sections have in a language, below its prefix."""
    sections = SECTIONS.values()
    return frozenset(address for each in sections for address in each.pages(edition, lang))
