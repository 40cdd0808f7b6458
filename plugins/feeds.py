"""RSS, Atom and JSON Feed of everything and of each part, and the list of them all."""

from typing import Any

from pelican import signals

from advocacy import addresses
from advocacy.feeds.atom import make_atom
from advocacy.feeds.json_feed import make_json_feed
from advocacy.feeds.rss import make_rss
from advocacy.publishing.feed_files import make_feed_list, make_feeds
from advocacy.publishing.moved_feeds import check_moved_feeds, old_addresses

from .build import build_of
from .writer import ViewWriter

FORMS = {"rss": make_rss, "atom": make_atom, "json": make_json_feed}


def write_feeds(generator: Any, writer: ViewWriter) -> None:
    """Write every feed in each of its forms, and the list of them."""
    build = build_of(generator.settings)
    site = build.edition.site
    feeds = {
        addresses.feed(name, kind): (make, feed)
        for name, feed in make_feeds(build.edition)
        for kind, make in FORMS.items()
        if getattr(feed.at, kind)
    }
    check_moved_feeds(site, feeds)
    for address, (make, feed) in feeds.items():
        content = make(feed)
        for each in (address, *old_addresses(site, address)):
            writer.write_bytes(addresses.file_of(each), content)
    build.feeds += len(feeds)
    writer.write_bytes(addresses.OPML, make_feed_list(build.edition))


def register() -> None:
    """Connect to Pelican."""
    signals.article_writer_finalized.connect(write_feeds)
