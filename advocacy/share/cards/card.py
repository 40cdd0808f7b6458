"""Cards: the picture of a post that networks show with its link, and those for their feeds."""

from advocacy.share.cards.content import CardContent, Look
from advocacy.share.cards.drawing import draw_layout
from advocacy.share.cards.encoding import encode_flat, encode_photo
from advocacy.share.cards.layout import make_layout, suits
from advocacy.share.cards.people import MOST_FACES
from advocacy.share.cards.sizes import SIZES
from advocacy.share.quotation_marks import in_quotation_marks


def card_alt(content: CardContent) -> str:
    """Return what a card says, for those who cannot see it: its words, authors, organisation."""
    names = ", ".join(author.name for author in content.authors)
    words = in_quotation_marks(content.quote, content.lang) if content.quote else content.title
    return " - ".join(part for part in (words, names, content.organisation) if part)


def is_photo(content: CardContent, look: Look, size: str) -> bool:
    """Say whether a card may have a photo on it, so that it is a JPEG and no PNG."""
    parts = look.design.layouts[size]
    has_faces = any(part.shows == "faces" or part.face for part in parts)
    photos = has_faces and any(author.photo for author in content.authors[:MOST_FACES])
    return photos or suits(content, look, size)


def draw_card(content: CardContent, look: Look, size: str) -> bytes:
    """Draw a card in one of SIZES.

    Returns:
        A PNG, or a JPEG where `is_photo`; equal contents give equal bytes with equal versions of
        Pillow and HarfBuzz.

    Raises:
        ContentError: A picture is broken.
    """
    layout = make_layout(content, look, size)
    image = draw_layout(layout, look.own_fonts, content.lang)
    if is_photo(content, look, size):
        return encode_photo(image, SIZES[size].most_bytes)
    return encode_flat(image)
