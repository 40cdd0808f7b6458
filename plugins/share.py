"""Share kits: their pages, the hub, the cards, and kits.json for other programs."""

from typing import Any

from pelican import signals

from advocacy import addresses
from advocacy.publishing.cards import draw_cards
from advocacy.publishing.share_pages import make_kits, make_share_pages
from advocacy.share.kit import make_kits_json

from .build import build_of
from .pages import write_page
from .writer import ViewWriter


class ShareGenerator:
    """Writes what colleagues share."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], **_: Any) -> None:
        self.context = context
        self.settings = settings

    def generate_output(self, writer: ViewWriter) -> None:
        """Write the hub, the kits and the cards."""
        build = build_of(self.settings)
        cards = draw_cards(build.edition, build.card_store, build.progress)
        build.kits = make_kits(build.edition)
        for page_file in make_share_pages(build.edition, build.kits):
            write_page(writer, self.context, page_file)
        writer.write_bytes(addresses.KITS, make_kits_json(build.kits).encode())
        for slug, card in cards:
            writer.write_bytes(addresses.card(slug), card)


def generators(_: object) -> type[ShareGenerator]:
    """Return the generator for Pelican to run."""
    return ShareGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(generators)
