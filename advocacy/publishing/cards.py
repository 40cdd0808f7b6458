"""Posts' cards: which there are, what each says, and drawing many of them on all cores."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from advocacy import addresses
from advocacy.editorial.cores import map_on_cores
from advocacy.errors import ContentError
from advocacy.kept_files import KeptFiles
from advocacy.limits.amounts import MEGABYTE
from advocacy.limits.within import WithinLimits
from advocacy.post import Post
from advocacy.publishing.card_content import make_card_content, quote_contents
from advocacy.publishing.edition import Edition
from advocacy.publishing.rendering import Progress
from advocacy.share.cards.card import draw_card, is_photo
from advocacy.share.cards.content import CardContent, Look
from advocacy.share.cards.sizes import PREVIEW, QUOTE, SIZES
from advocacy.share.cards.store import make_card_key
from advocacy.share.life import state_of, window_of

# Starting another process costs about as much as drawing this many cards.
WORTH_A_PROCESS = 40
# Each of a card's pictures was decoded within what a file may take, and is decoded again.
SPARE_BYTES = MEGABYTE
# Beside its preview, a post has the other sizes for so long after it was first offered: each
# takes as long to draw as a preview, and few people share in a feed what is older than that.
ALL_SIZES = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class PostCard:
    """One card of a post.

    Attributes:
        path: The post's file.
        size: Its size's name; SIZES holds the size.
        number: Which of the post's quotes it shows, from 1; 0 on every other card.
    """

    path: str
    size: str
    content: CardContent
    address: str
    media_type: str
    number: int = 0


def make_cards(edition: Edition, post: Post) -> tuple[PostCard, ...]:
    """Return the cards of a post that are drawn on a day, the one for link previews first."""
    content = make_card_content(edition.library, edition.pictures, post)
    cards = [_card(edition, post, content, PREVIEW)]
    if has_all_sizes(edition, post):
        others = (size for size in SIZES if size not in {PREVIEW, QUOTE})
        cards += [_card(edition, post, content, size) for size in others]
        cards += [
            _card(edition, post, each, QUOTE, number)
            for number, each in enumerate(quote_contents(content, post), start=1)
        ]
    return tuple(cards)


def has_all_sizes(edition: Edition, post: Post) -> bool:
    """Say whether a post has more than a preview: it is offered, and has not been for a year."""
    is_new = edition.today - window_of(post, edition.site).first <= ALL_SIZES
    is_offered = state_of(post, edition.site, edition.today).is_offered
    return is_new and is_offered and post.slug in edition.with_kit


def draw_cards(
    edition: Edition, store: KeptFiles, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Begin to draw the cards of every public post, in other processes where there are many.

    Args:
        edition: Whose posts.
        store: Cards that were drawn before; those that are drawn now are kept there.
        progress: Told how many are done.

    Returns:
        Each card's address and its bytes, in the order of the posts.
    """
    look = edition.look
    cards = [card for post in edition.public for card in make_cards(edition, post)]
    keys = [make_card_key(card.content, look, card.size) for card in cards]
    known = {key: card for key in keys if (card := store.read(key)) is not None}
    drawn = _draw([card for key, card in zip(keys, cards, strict=True) if key not in known], look)
    store.forget_all_but(keys)

    def collect() -> Iterator[tuple[str, bytes]]:
        for done, (key, card) in enumerate(zip(keys, cards, strict=True)):
            progress("Drawing cards", done, len(cards))
            if key in known:
                yield card.address, known[key]
                continue
            made = next(drawn)
            # What was drawn meanwhile of another picture is no card of this key.
            if make_card_key(card.content, look, card.size) != key:
                told = "A picture on its card changed while the card was drawn. Build again."
                raise ContentError(f"{card.path}: {told}")
            store.write(key, made)
            yield card.address, made

    return collect()


def draw_bounded(path: str, content: CardContent, look: Look, size: str) -> bytes:
    """Return one card, drawn within the limits of a file.

    Args:
        path: The post's.
        content: What the card shows.
        look: How it looks.
        size: Its size, by name.

    Raises:
        LimitError: It takes more.
    """
    with WithinLimits(path, SPARE_BYTES):
        return draw_card(content, look, size)


def _card(
    edition: Edition, post: Post, content: CardContent, size: str, number: int = 0
) -> PostCard:
    name = "" if size == PREVIEW else f"{size}-{number}" if number else size
    is_jpeg = is_photo(content, edition.look, size)
    address = addresses.card(post.slug, name, "jpg" if is_jpeg else "png")
    media_type = "image/jpeg" if is_jpeg else "image/png"
    return PostCard(post.path, size, content, address, media_type, number)


def _draw(cards: Sequence[PostCard], look: Look) -> Iterator[bytes]:
    here = partial(_draw_one, look)
    return map_on_cores(cards, here, _draw_there, _start, (look,), WORTH_A_PROCESS)


_looks: list[Look] = []


def _start(look: Look) -> None:
    _looks[:] = [look]


def _draw_there(card: PostCard) -> bytes:
    return _draw_one(_looks[0], card)


def _draw_one(look: Look, card: PostCard) -> bytes:
    return draw_bounded(card.path, card.content, look, card.size)
