"""RSS, Atom and JSON Feed of everything and of each part, and the list of them all."""

from collections.abc import Collection, Mapping
from typing import Any

from pelican import signals

from advocacy import addresses
from advocacy.errors import SettingsError
from advocacy.feeds.atom import make_atom
from advocacy.feeds.json_feed import make_json_feed
from advocacy.feeds.rss import make_rss
from advocacy.publishing.feed_files import make_feed_list, make_feeds

from .build import build_of
from .writer import ViewWriter

FORMS = {"rss": make_rss, "atom": make_atom, "json": make_json_feed}


def write_feeds(generator: Any, writer: ViewWriter) -> None:
    """Write every feed in each of its forms."""
    build = build_of(generator.settings)
    moved = build.edition.site.feeds.moved
    written = set()
    for name, feed in make_feeds(build.edition):
        for kind, make in FORMS.items():
            address, content = addresses.feed(name, kind), make(feed)
            for each in (address, *old_addresses(moved, address)):
                writer.write_bytes(each, content)
            written.add(address)
    check_moved(moved, written)
    build.feeds += len(written)
    writer.write_bytes(addresses.OPML, make_feed_list(build.edition))


def old_addresses(moved: Mapping[str, str], address: str) -> list[str]:
    """Return where a feed is to be found besides.

    It is written there again, since a server that knows no `_redirects` would send nothing; the
    address that it gives as its own is the new one, which readers take over.
    """
    return [old[1:] for old, new in moved.items() if addresses.FEEDS + new == address]


def check_moved(moved: Mapping[str, str], written: Collection[str]) -> None:
    """Refuse to lead subscribers to a feed that is not there."""
    for old, new in moved.items():
        if addresses.FEEDS + new not in written:
            cure = "Name one below /feeds/, such as `all.rss.xml`."
            raise SettingsError(f"advocacy.toml: [feeds.moved] `{old}`: `{new}` is no feed. {cure}")


def register() -> None:
    """Connect to Pelican."""
    signals.article_writer_finalized.connect(write_feeds)
