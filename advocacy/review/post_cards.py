"""Where the cards of posts will be."""

from collections.abc import Mapping, Sequence

from advocacy import addresses
from advocacy.library import Library
from advocacy.post import Post
from advocacy.publishing.card_content import make_card_content
from advocacy.publishing.rendering import read_pictures
from advocacy.share.cards.card import is_photo
from advocacy.share.cards.look import read_look
from advocacy.share.cards.sizes import PREVIEW


def find_cards(posts: Sequence[Post], library: Library) -> Mapping[str, str]:
    """Return by each post's path the file of its card in the output.

    Raises:
        SettingsError: A design, a logo or a font cannot be used.
    """
    if not posts:
        return {}
    pictures, look = read_pictures(library, posts), read_look(library.site)
    found = {}
    for post in posts:
        content = make_card_content(library, pictures, post)
        ending = "jpg" if is_photo(content, look, PREVIEW) else "png"
        found[post.path] = addresses.card(post.slug, ending=ending)
    return found
