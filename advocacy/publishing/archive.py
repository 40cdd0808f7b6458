"""The archive of each language: the list of years, and a page for each."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from advocacy import addresses
from advocacy.post import Post, site_prefix
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.posts import make_post_links
from advocacy.publishing.spans import span_of
from advocacy.translations import language_name, translations_for
from advocacy.views import IndexView, Link, YearView


def make_archive(edition: Edition, lang: str) -> Iterator[PageFile]:
    """Return a language's list of years, and what was published in each year."""
    years = _years(edition, lang)
    yield _list_of_years(edition, lang, years)
    for year, posts in years.items():
        yield _year(edition, lang, year, posts)


def _list_of_years(edition: Edition, lang: str, years: Mapping[int, Sequence[Post]]) -> PageFile:
    _ = translations_for(lang).gettext
    address = addresses.list_of_years(site_prefix(edition.site, lang))
    told = _("Everything we have published, by year.")
    head = make_head(edition, _("Archive"), address, description=told, lang=lang)
    counts = [len(posts) for posts in years.values()]
    entries = tuple(zip(year_links(edition, lang), counts, strict=True))
    return PageFile(address, "index.html", IndexView(head, head.title, told, entries))


def _year(edition: Edition, lang: str, year: int, posts: Sequence[Post]) -> PageFile:
    prefix = site_prefix(edition.site, lang)
    address = addresses.year(year, prefix)
    told = span_of(str(year), posts, lang)
    view = YearView(
        head=make_head(edition, _title(edition, lang, year), address, description=told, lang=lang),
        year=str(year),
        posts=make_post_links(edition, posts, lang),
        years=year_links(edition, lang, year),
        archive_href=edition.site.href(addresses.list_of_years(prefix)),
    )
    return PageFile(address, "year.html", view)


def _title(edition: Edition, lang: str, year: int) -> str:
    """Return a year, with the language where it is another: digits are the same in most."""
    return str(year) if lang == edition.site.language else f"{year} ({language_name(lang)})"


def year_links(edition: Edition, lang: str, current: int | None = None) -> tuple[Link, ...]:
    """Return links to the years that have an archive in a language, the newest first."""
    prefix = site_prefix(edition.site, lang)
    return tuple(
        Link(edition.site.href(addresses.year(year, prefix)), str(year), current=year == current)
        for year in edition.years_by_language[lang]
    )


def _years(edition: Edition, lang: str) -> Mapping[int, Sequence[Post]]:
    """Return what a language's lists name, by year, the newest first."""
    posts = edition.by_language[lang]
    return {year: [*of_year] for year, of_year in groupby(posts, lambda post: post.date.year)}
