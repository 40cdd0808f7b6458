"""Which files of the blog pages of kits show: they are copied to kits that are built apart."""

from advocacy import addresses
from advocacy.publishing.cards import make_cards
from advocacy.publishing.edition import Edition


def beside_kits(edition: Edition) -> tuple[str, ...]:
    """Return the names of the cards and pictures that pages of kits show, sorted."""
    posts = edition.with_kit.values()
    shown = {post.image for post in posts} | {each.photo for each in edition.library.staff.values()}
    pictures = {addresses.image(path) for path in shown if path in edition.pictures}
    cards = {card.address for post in posts for card in make_cards(edition, post)}
    return tuple(sorted(pictures | cards))
