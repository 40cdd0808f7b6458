"""Pages that list posts: home, numbered pages, topics, purposes, years."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from advocacy import addresses
from advocacy.post import Post, site_prefix
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import language_feeds, purpose_feed, topic_feed
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.paging import front_size, numbered_pages
from advocacy.publishing.people import make_person
from advocacy.publishing.posts import make_post_links, purpose_label
from advocacy.translations import translations_for
from advocacy.views import HomeView, IndexView, Link, ListView, Paging, TopicView, YearView


def make_lists(edition: Edition) -> Iterator[PageFile]:
    """Return every page that lists posts."""
    for lang in edition.languages:
        yield from _home(edition, lang, edition.by_language[lang])
    yield from _topics(edition)
    yield from _purposes(edition)
    yield from _years(edition)


def _home(edition: Edition, lang: str, posts: Sequence[Post]) -> Iterator[PageFile]:
    site = edition.site
    base = site_prefix(site, lang)
    _ = translations_for(lang).gettext
    title = _("All posts")
    front = posts[: front_size(len(posts), site.page_size)]
    pages = numbered_pages(posts, site.page_size)
    writers = {staff_id for post in posts for staff_id in post.authors}
    feeds = language_feeds(edition, lang)
    people = [each for each in edition.library.staff.values() if each.id in writers]
    view = HomeView(
        head=make_head(edition, site.name, base, lang=lang, section="home", feeds=feeds),
        posts=make_post_links(edition, front),
        people=tuple(
            make_person(edition, each) for each in people if not each.has_left(edition.today)
        ),
        purposes=_purpose_links(edition, lang),
        paging=_paging(edition, base, 0, len(pages), lang),
        years=_year_links(edition, None),
        awaited=make_post_links(edition, [post for post in edition.awaited if post.lang == lang]),
    )
    yield PageFile(base, "home.html", view)
    for number, items in enumerate(pages, 1):
        address = addresses.numbered(base, number)
        head = make_head(edition, f"{title}, {number}", address, lang=lang, section="home")
        paging = _paging(edition, base, number, len(pages), lang)
        links = make_post_links(edition, items)
        yield PageFile(address, "list.html", ListView(head, title, links, paging))


def _topics(edition: Edition) -> Iterator[PageFile]:
    site = edition.site
    _ = translations_for(site.language).gettext
    used = edition.by_topic
    entries = [
        (Link(site.href(addresses.topic(topic)), site.topics[topic]), len(posts))
        for topic, posts in sorted(used.items(), key=lambda item: site.topics[item[0]].casefold())
        if posts
    ]
    head = make_head(edition, _("Topics"), addresses.TOPICS, section="topics")
    view = IndexView(head, _("Topics"), _("What we write about."), tuple(entries))
    yield PageFile(addresses.TOPICS, "index.html", view)
    for topic, posts in used.items():
        if posts:
            yield from _topic(edition, topic, posts)


def _topic(edition: Edition, topic: str, posts: Sequence[Post]) -> Iterator[PageFile]:
    feed = topic_feed(edition.site, topic)
    for address, items, paging in _cut(edition, addresses.topic(topic), posts):
        title = edition.site.topics[topic]
        head = make_head(edition, title, address, feeds=(feed,), section="topics")
        links = make_post_links(edition, items)
        yield PageFile(address, "topic.html", TopicView(head, title, "", links, paging, feed))


def _purposes(edition: Edition) -> Iterator[PageFile]:
    site = edition.site
    _ = translations_for(site.language).gettext
    links = _purpose_links(edition, site.language)
    counts = [len(items) for items in edition.by_purpose.values() if items]
    head = make_head(edition, _("Purposes"), addresses.PURPOSES)
    entries = tuple(zip(links, counts, strict=True))
    view = IndexView(head, _("Purposes"), _("Why we write."), entries)
    yield PageFile(addresses.PURPOSES, "index.html", view)
    for purpose, items in edition.by_purpose.items():
        title = purpose_label(purpose, site.language)
        feed = purpose_feed(site, purpose, title)
        for address, part, paging in _cut(edition, addresses.purpose(purpose), items):
            head = make_head(edition, title, address, feeds=(feed,))
            page = TopicView(head, title, "", make_post_links(edition, part), paging, feed)
            if items:
                yield PageFile(address, "purpose.html", page)


def _years(edition: Edition) -> Iterator[PageFile]:
    posts = edition.by_language[edition.site.language]
    for number, items in groupby(posts, key=lambda post: post.date.year):
        address = addresses.year(number)
        links = make_post_links(edition, list(items))
        head = make_head(edition, str(number), address)
        view = YearView(head, str(number), links, _year_links(edition, number))
        yield PageFile(address, "year.html", view)


def _cut(
    edition: Edition, base: str, posts: Sequence[Post]
) -> Iterator[tuple[str, Sequence[Post], Paging]]:
    """Cut a list into its front page and its numbered pages, each with its way about."""
    size = edition.site.page_size
    pages = numbered_pages(posts, size)
    lang = edition.site.language
    front = posts[: front_size(len(posts), size)]
    yield base, front, _paging(edition, base, 0, len(pages), lang)
    for number, items in enumerate(pages, 1):
        address = addresses.numbered(base, number)
        yield address, items, _paging(edition, base, number, len(pages), lang)


def _paging(edition: Edition, base: str, number: int, total: int, lang: str) -> Paging:
    """Return the way from a page of a list; number 0 is its front."""
    _ = translations_for(lang).gettext
    href = edition.site.href

    def link(to: int, text: str) -> Link:
        return Link(href(addresses.numbered(base, to) if to else base), text)

    newer = link((number + 1) % (total + 1), _("Newer posts")) if number else None
    older_number = number - 1 if number else total
    older = link(older_number, _("Older posts")) if older_number else None
    return Paging(newer, older, number, total)


def _purpose_links(edition: Edition, lang: str) -> tuple[Link, ...]:
    return tuple(
        Link(edition.site.href(addresses.purpose(purpose)), purpose_label(purpose, lang))
        for purpose, posts in edition.by_purpose.items()
        if posts
    )


def _year_links(edition: Edition, current: int | None) -> tuple[Link, ...]:
    return tuple(
        Link(edition.site.href(addresses.year(year)), str(year), current=year == current)
        for year in edition.years
    )
