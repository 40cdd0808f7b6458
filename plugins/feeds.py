"""RSS and Atom: for the site, each colleague and each topic."""

from typing import Any

from pelican import signals

from advocacy import addresses
from advocacy.feeds.atom import make_atom
from advocacy.feeds.rss import make_rss
from advocacy.publishing.feed_files import make_feeds

from .build import build_of
from .writer import ViewWriter

FORMS = {"rss": make_rss, "atom": make_atom}


def write_feeds(generator: Any, writer: ViewWriter) -> None:
    """Write every feed in each of its forms."""
    build = build_of(generator.settings)
    for name, feed in make_feeds(build.edition):
        for kind, make in FORMS.items():
            writer.write_bytes(addresses.feed(name, kind), make(feed))
            build.feeds += 1


def register() -> None:
    """Connect to Pelican."""
    signals.article_writer_finalized.connect(write_feeds)
