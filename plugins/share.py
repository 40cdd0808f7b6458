"""Share kits: their pages, the hub, the cards, their feeds, and kits.json for other programs."""

from itertools import chain
from typing import Any

from pelican import signals

from advocacy import addresses
from advocacy.feeds.atom import make_atom
from advocacy.feeds.calendar import make_calendar
from advocacy.feeds.json_feed import make_json_feed
from advocacy.history import read_history
from advocacy.library import POSTS
from advocacy.publishing.app_files import make_app_files
from advocacy.publishing.cards import draw_cards
from advocacy.publishing.edition import Edition
from advocacy.publishing.feed_links import kit_feed
from advocacy.publishing.kit_feeds import make_kit_feeds, make_spans
from advocacy.publishing.own_pages import make_own_pages
from advocacy.publishing.share_pages import make_kits, make_share_pages
from advocacy.share.kit import Kit
from advocacy.share.kits_json import SCHEMA_FILE, make_kits_json

from .build import build_of
from .pages import write_page
from .writer import ViewWriter

FORMS = {"atom": make_atom, "json": make_json_feed}


class ShareGenerator:
    """Writes what colleagues share."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], **_: Any) -> None:
        self.context = context
        self.settings = settings

    def generate_output(self, writer: ViewWriter) -> None:
        """Write the hub, the kits, colleagues' own pages and the cards."""
        build = build_of(self.settings)
        edition = build.edition.for_kits
        cards = draw_cards(edition, build.card_store, build.progress)
        build.kits = make_kits(edition)
        history = read_history(edition.site.root, f"content/{POSTS}")
        kit_pages = make_share_pages(edition, build.kits, history)
        for page_file in chain(kit_pages, make_own_pages(edition, build.kits)):
            write_page(writer, self.context, page_file)
        for address, content in make_app_files(edition):
            writer.write_bytes(address, content)
        writer.write_bytes(addresses.KITS, make_kits_json(build.kits).encode())
        writer.write_bytes(addresses.KITS_SCHEMA, SCHEMA_FILE.read_bytes())
        _write_feeds(writer, edition, build.kits)
        for address, card in cards:
            writer.write_bytes(address, card)


def _write_feeds(writer: ViewWriter, edition: Edition, kits: tuple[Kit, ...]) -> None:
    """Write the feeds and the calendar of kits, of which the blog's own feeds know nothing."""
    for name, feed in make_kit_feeds(edition, kits):
        for kind, make in FORMS.items():
            writer.write_bytes(addresses.kit_feed(name, kind), make(feed))
    url = edition.site.absolute(addresses.KIT_CALENDAR)
    calendar = make_calendar(kit_feed(edition.site).title, make_spans(edition, kits), url)
    writer.write_bytes(addresses.KIT_CALENDAR, calendar)


def generators(_: object) -> type[ShareGenerator]:
    """Return the generator for Pelican to run."""
    return ShareGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(generators)
