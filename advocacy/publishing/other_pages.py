"""Pages that stand alone: content/pages, the feeds' own page, and the one for a wrong address."""

from collections.abc import Iterator
from dataclasses import replace

from advocacy import addresses
from advocacy.page import Page
from advocacy.publishing.channels import Group, make_groups
from advocacy.publishing.edition import Edition, page_address
from advocacy.publishing.feed_links import feed_link, site_feed
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.publishing.posts import make_post_links
from advocacy.publishing.prose import make_prose
from advocacy.translations import translations_for
from advocacy.views import FeedGroup, FeedsView, NotFoundView, PageView

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
    prose = make_prose(edition, page.path)
    return PageView(head, page.title, page.summary, **prose._asdict())


def make_other_pages(edition: Edition) -> Iterator[PageFile]:
    """Return the page that lists the feeds, and the one for a wrong address."""
    site = edition.site
    _ = translations_for(site.language).gettext
    feeds = FeedsView(
        head=make_head(
            edition,
            _("Feeds"),
            addresses.FEEDS,
            description=_("Read what is new without coming here: by RSS or Atom."),
        ),
        site_feed=site_feed(site),
        groups=tuple(_feed_group(edition, group) for group in make_groups(edition)),
        opml_href=site.href(addresses.OPML),
    )
    yield PageFile(addresses.FEEDS, "feeds.html", feeds)
    head = make_head(
        edition,
        _("Not found"),
        addresses.NOT_FOUND,
        description=_("The address may be old or mistyped."),
        is_indexed=False,
    )
    newest = edition.by_language[site.language][:POSTS_ON_404]
    view = NotFoundView(replace(head, canonical=""), make_post_links(edition, newest))
    yield PageFile(addresses.NOT_FOUND, "404.html", view)


def _feed_group(edition: Edition, group: Group) -> FeedGroup:
    feeds = (
        feed_link(edition.site, each.label, each.name, each.label_lang or each.lang)
        for each in group.channels
    )
    return FeedGroup(group.heading, tuple(feeds))
