"""What a summary says of the texts that colleagues will be offered of a post."""

from collections.abc import Iterator, Sequence

from advocacy.review.document import (
    Block,
    Folded,
    Listing,
    Paragraph,
    Strong,
    Table,
    Words,
    make_words,
)
from advocacy.review.post_review import NetworkTexts, PostReview, Text

HEAD = ("Network", "Length", "Discloses", "Most alike")
# A post on a network without a limit can be as long as its author likes.
MOST_CHARACTERS = 1200


def make_text_blocks(post: PostReview) -> Iterator[Block]:
    """Yield the counts of a post's texts, then each of them, folded up."""
    if not post.networks:
        return
    yield Table(HEAD, tuple(_row(each) for each in post.networks))
    found = [(each.network, text) for each in post.networks for text in each.texts]
    if found:
        blocks = tuple(
            block for network, text in found for block in _whole(network, text, post.lang)
        )
        yield Folded(("The texts that colleagues will be offered",), blocks)


def _row(network: NetworkTexts) -> tuple[Words, ...]:
    if network.problem:
        return ((network.network,), make_words(network.problem), ("",), ("",))
    said = sum(bool(each.discloses) for each in network.texts)
    told = f"{said} of {len(network.texts)}"
    alike = f"{network.alike_percent} %" if len(network.texts) > 1 else ""
    return ((network.network,), (_lengths(network.texts),), (told,), (alike,))


def _lengths(texts: Sequence[Text]) -> str:
    """Return how long the texts for one network are, all counted in the same way."""
    if not texts:
        return ""
    limit = f" of {texts[0].limit}" if texts[0].limit else ""
    return f"{', '.join(str(each.length) for each in texts)}{limit} {texts[0].unit}"


def _length(text: Text) -> str:
    return f"{text.length}/{text.limit}" if text.limit else str(text.length)


def _whole(network: str, text: Text, lang: str) -> Iterator[Block]:
    prompt = "; to be filled in first" if text.has_prompt else ""
    authors = ", for the authors alone" if text.for_authors else ""
    told = f" ({text.source}{authors}): {_length(text)} {text.unit}{prompt}"
    yield Paragraph((Strong(network), told))
    is_long = len(text.text) > MOST_CHARACTERS
    yield Listing(text.text[:MOST_CHARACTERS] + "…" * is_long, lang=lang)
