"""Series: posts that belong together, read from the first to the last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from advocacy import addresses
from advocacy.about import SERIES, About
from advocacy.post import Post, site_prefix
from advocacy.publishing.abouts import about_prose, find_about
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import feed_link
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.posts import make_post_links
from advocacy.publishing.prose import allow_frames
from advocacy.publishing.spans import span_of
from advocacy.translations import translations_for
from advocacy.views import IndexView, Link, SeriesView

# A series of which nothing has come for so long, while other posts have, is not running; a yearly
# one may leave out a year.
PAUSE = timedelta(days=731)
MOST_ON_HOME = 4


@dataclass(frozen=True, slots=True)
class Series:
    """A series in one language.

    Attributes:
        slug: What its name becomes in an address.
        posts: From the first to the last.
        about: What content/series says of it.
    """

    slug: str
    name: str
    lang: str
    posts: tuple[Post, ...]
    about: About | None = None


def make_series(edition: Edition) -> tuple[Series, ...]:
    """Return every series with a post that lists may name, the one with the newest post first."""
    return tuple(
        Series(slug, posts[0].series, lang, posts[::-1], _about(edition, slug, lang))
        for (slug, lang), posts in edition.series.items()
    )


def running_series(edition: Edition, lang: str) -> Iterator[Series]:
    """Return the series in a language of which more can be expected, the newest first.

    It is measured by the posts and not by the day, so that no page changes by itself.
    """
    series = [each for each in make_series(edition) if each.lang == lang]
    newest = max((post.date for post in edition.listed if post.lang == lang), default=None)
    for each in series[:MOST_ON_HOME]:
        is_complete = each.about is not None and each.about.complete
        if newest and not is_complete and newest - each.posts[-1].date < PAUSE:
            yield each


def running_links(edition: Edition, lang: str) -> tuple[tuple[Link, int], ...]:
    """Return links to the series of which more can be expected, with how many parts each has."""
    running = running_series(edition, lang)
    return tuple((_link(edition, each), len(each.posts)) for each in running)


def make_series_pages(edition: Edition, lang: str) -> Iterator[PageFile]:
    """Return the list of series in a language, where there is one, and the page of each.

    The first language's list names those in others too, as all of its lists do.
    """
    every = make_series(edition)
    own = tuple(each for each in every if each.lang == lang)
    listed = every if lang == edition.site.language else own
    if not listed:
        return
    _ = translations_for(lang).gettext
    told = _("Posts that belong together, from the first to the last.")
    address = f"{site_prefix(edition.site, lang)}{addresses.SERIES}"
    head = make_head(edition, _("Series"), address, description=told, lang=lang)
    entries = tuple((_link(edition, each), len(each.posts)) for each in listed)
    yield PageFile(address, "index.html", IndexView(head, head.title, told, entries))
    for each in own:
        yield PageFile(_address(edition, each), "series.html", _view(edition, each))


def _view(edition: Edition, series: Series) -> SeriesView:
    lang = series.lang
    summary = series.about.summary if series.about else ""
    feed = feed_link(edition.site, series.name, addresses.series_feed(series.slug))
    head = make_head(
        edition,
        series.name,
        _address(edition, series),
        description=summary or span_of(series.name, series.posts[::-1], lang),
        lang=lang,
        feeds=(feed,),
    )
    prose = about_prose(edition, series.about)
    return SeriesView(
        head=allow_frames(head, prose),
        title=series.name,
        description=summary,
        posts=make_post_links(edition, series.posts, lang),
        feed=feed,
        is_complete=series.about is not None and series.about.complete,
        list_href=edition.site.href(edition.find(addresses.SERIES, lang)[0]),
        **prose._asdict(),
    )


def _link(edition: Edition, series: Series) -> Link:
    return Link(edition.site.href(_address(edition, series)), series.name, series.lang)


def _address(edition: Edition, series: Series) -> str:
    return addresses.series(series.slug, site_prefix(edition.site, series.lang))


def _about(edition: Edition, slug: str, lang: str) -> About | None:
    """Return what content says of a series, in its language."""
    about = find_about(edition, SERIES, slug, lang)
    return about if about and about.lang == lang else None
