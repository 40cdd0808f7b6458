"""Posts' cards: what each says, and drawing many of them on all cores."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from advocacy.post import Post
from advocacy.publishing.edition import Edition, Progress
from advocacy.share.card import CardContent, draw_card

# Starting another process costs about as much as drawing this many cards.
WORTH_A_PROCESS = 40


def make_card_content(edition: Edition, post: Post) -> CardContent:
    """Return what is drawn on a post's card."""
    members = [edition.author(staff_id) for staff_id in post.authors]
    return CardContent(
        title=post.title,
        organisation=edition.site.name,
        authors=tuple((member.name, member.name_latin) for member in members),
        role=members[0].role if len(members) == 1 else "",
    )


def draw_cards(edition: Edition, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Draw the card of every public post.

    Yields:
        A post's slug, and its card as PNG, in the order of the posts.
    """
    contents = {post.slug: make_card_content(edition, post) for post in edition.public}
    cards = _draw(list(contents.values()))
    for done, (slug, card) in enumerate(zip(contents, cards, strict=True)):
        progress("Drawing cards", done, len(contents))
        yield slug, card


def _draw(contents: list[CardContent]) -> Iterator[bytes]:
    processes = min(os.cpu_count() or 1, len(contents) // WORTH_A_PROCESS)
    if processes < 2:
        yield from map(draw_card, contents)
        return
    # A forked process would inherit Pelican's threads in an unknown state.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(draw_card, contents, chunksize=8)
