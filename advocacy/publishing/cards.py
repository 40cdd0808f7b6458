"""Posts' cards: which there are, what each says, and drawing many of them on all cores."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import get_context

from advocacy import addresses
from advocacy.kept_files import KeptFiles
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
# Beside its preview, a post has the other sizes for so long after it was first offered: each
# takes as long to draw as a preview, and few people share in a feed what is older than that.
ALL_SIZES = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class PostCard:
    """One card of a post.

    Attributes:
        size: Its size's name; SIZES holds the size.
        number: Which of the post's quotes it shows, from 1; 0 on every other card.
    """

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
            store.write(key, made)
            yield card.address, made

    return collect()


def _card(
    edition: Edition, post: Post, content: CardContent, size: str, number: int = 0
) -> PostCard:
    name = "" if size == PREVIEW else f"{size}-{number}" if number else size
    is_jpeg = is_photo(content, edition.look, size)
    address = addresses.card(post.slug, name, "jpg" if is_jpeg else "png")
    return PostCard(size, content, address, "image/jpeg" if is_jpeg else "image/png", number)


def _draw(cards: list[PostCard], look: Look) -> Iterator[bytes]:
    jobs = [(card.content, look, card.size) for card in cards]
    processes = min(os.cpu_count() or 1, len(jobs) // WORTH_A_PROCESS)
    if processes < 2:
        return map(_draw_one, jobs)
    # A forked process would inherit Pelican's threads in an unknown state.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    drawn = pool.map(_draw_one, jobs, chunksize=8)
    pool.shutdown(wait=False)  # takes no more, and ends when all of these are drawn
    return drawn


def _draw_one(job: tuple[CardContent, Look, str]) -> bytes:
    return draw_card(*job)
