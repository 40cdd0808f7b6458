"""Pages that stand alone: content/pages, the feeds' own page, and the one for a wrong address."""

from collections.abc import Iterator
from dataclasses import replace

from advocacy import addresses
from advocacy.page import Page
from advocacy.publishing.edition import Edition, page_address
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head, site_feed, staff_feed, topic_feed
from advocacy.publishing.posts import make_post_links
from advocacy.translations import translations_for
from advocacy.views import FeedsView, NotFoundView, PageView

POSTS_ON_404 = 5


def make_page_view(edition: Edition, page: Page) -> PageView:
    """Return all that one of content/pages shows."""
    head = make_head(
        edition,
        page.title,
        page_address(edition.site, page),
        description=page.summary,
        lang=page.lang,
        section=page.slug,
    )
    return PageView(head, page.title, page.summary, edition.bodies[page.path].html)


def make_other_pages(edition: Edition) -> Iterator[PageFile]:
    """Return the page that lists the feeds, and the one for a wrong address."""
    site = edition.site
    _ = translations_for(site.language).gettext
    writers = [each for each in edition.library.staff.values() if edition.by_author[each.id]]
    feeds = FeedsView(
        head=make_head(edition, _("Feeds"), addresses.FEEDS),
        site_feed=site_feed(site),
        staff=tuple(staff_feed(site, each.id, each.name) for each in writers),
        topics=tuple(topic_feed(site, topic) for topic in site.topics if edition.by_topic[topic]),
    )
    yield PageFile(addresses.FEEDS, "feeds.html", feeds)
    head = make_head(edition, _("Not found"), addresses.NOT_FOUND, is_indexed=False)
    newest = edition.by_language[site.language][:POSTS_ON_404]
    view = NotFoundView(replace(head, canonical=""), make_post_links(edition, newest))
    yield PageFile(addresses.NOT_FOUND, "404.html", view)
