"""The page that lists the feeds, in each language."""

from collections.abc import Iterator

from advocacy import addresses
from advocacy.post import site_prefix
from advocacy.publishing.channels import Group, make_groups
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import feed_link, site_feed
from advocacy.publishing.files import PageFile
from advocacy.publishing.heads import make_head
from advocacy.translations import translations_for
from advocacy.views import FeedGroup, FeedsView


def make_feeds_page(edition: Edition, lang: str) -> Iterator[PageFile]:
    """Return the page that lists the feeds, in a language."""
    site = edition.site
    _ = translations_for(lang).gettext
    address = f"{site_prefix(site, lang)}{addresses.FEEDS}"
    told = _("Read what is new without coming here: by RSS or Atom.")
    view = FeedsView(
        head=make_head(edition, _("Feeds"), address, description=told, lang=lang, section="feeds"),
        site_feed=site_feed(site),
        groups=tuple(_feed_group(edition, group) for group in make_groups(edition, lang)),
        opml_href=site.href(addresses.OPML),
    )
    yield PageFile(address, "feeds.html", view)


def _feed_group(edition: Edition, group: Group) -> FeedGroup:
    feeds = (
        feed_link(edition.site, each.label, each.name, each.label_lang or each.lang)
        for each in group.channels
    )
    return FeedGroup(group.heading, tuple(feeds))
