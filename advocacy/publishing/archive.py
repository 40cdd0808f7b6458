"""The archive: the list of years, and a page for each."""

from collections.abc import Iterator
from itertools import groupby

from advocacy import addresses
from advocacy.publishing.edition import Edition
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.posts import make_post_links
from advocacy.publishing.spans import span_of
from advocacy.translations import translations_for
from advocacy.views import IndexView, Link, YearView


def make_archive(edition: Edition) -> Iterator[PageFile]:
    """Return the list of years, the newest first, and what was published in each."""
    lang = edition.site.language
    _ = translations_for(lang).gettext
    posts = edition.by_language[lang]
    years = [(year, [*of_year]) for year, of_year in groupby(posts, lambda post: post.date.year)]
    links = {link.text: link for link in year_links(edition)}
    told = _("Everything we have published, by year.")
    head = make_head(edition, _("Archive"), addresses.ARCHIVE, description=told)
    entries = tuple((links[str(year)], len(of_year)) for year, of_year in years)
    yield PageFile(addresses.ARCHIVE, "index.html", IndexView(head, head.title, told, entries))
    for year, of_year in years:
        address = addresses.year(year)
        description = span_of(str(year), of_year, lang)
        head = make_head(edition, str(year), address, description=description)
        view = YearView(
            head=head,
            year=str(year),
            posts=make_post_links(edition, of_year),
            years=year_links(edition, year),
            archive_href=edition.site.href(addresses.ARCHIVE),
        )
        yield PageFile(address, "year.html", view)


def year_links(edition: Edition, current: int | None = None) -> tuple[Link, ...]:
    """Return links to the years that have an archive, the newest first."""
    return tuple(
        Link(edition.site.href(addresses.year(year)), str(year), current=year == current)
        for year in edition.years
    )
