"""Posts' cards: what each says, and drawing many of them on all cores."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from advocacy.post import Post
from advocacy.publishing.edition import Edition, Progress
from advocacy.share.card import CardContent, draw_card
from advocacy.share.card_store import CardStore

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


def draw_cards(
    edition: Edition, store: CardStore, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Begin to draw the card of every public post, in other processes where there are many.

    Args:
        edition: Whose posts.
        store: Cards that were drawn before; those that are drawn now are kept there.
        progress: Told how many are done.

    Returns:
        A post's slug, and its card as PNG, in the order of the posts.
    """
    contents = {post.slug: make_card_content(edition, post) for post in edition.public}
    known = {slug: store.read(content) for slug, content in contents.items()}
    drawn = _draw([contents[slug] for slug, card in known.items() if card is None])
    store.forget_all_but(list(contents.values()))

    def collect() -> Iterator[tuple[str, bytes]]:
        for done, (slug, content) in enumerate(contents.items()):
            progress("Drawing cards", done, len(contents))
            card = known[slug]
            if card is None:
                card = next(drawn)
                store.write(content, card)
            yield slug, card

    return collect()


def _draw(contents: list[CardContent]) -> Iterator[bytes]:
    processes = min(os.cpu_count() or 1, len(contents) // WORTH_A_PROCESS)
    if processes < 2:
        return map(draw_card, contents)
    # A forked process would inherit Pelican's threads in an unknown state.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    drawn = pool.map(draw_card, contents, chunksize=8)
    pool.shutdown(wait=False)  # takes no more, and ends when all of these are drawn
    return drawn
