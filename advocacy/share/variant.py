"""Variants: which of an author's captions each network shows, so that no two open alike."""

from collections.abc import Sequence

import regex

from advocacy.share.cutting import PROMPT
from advocacy.share.snippet_frame import Frame, disclosed

_PROMPT = regex.compile(PROMPT)


def choose_variant(frame: Frame, network_ids: Sequence[str]) -> int:
    """Return the number of the caption that a network shows, from 0.

    A network with captions of its own shows the first of them. The others share out the captions
    `default`, each the next: first those with no prompt to fill in, then those with one. A
    caption that would be cut is passed over where another fits.

    Args:
        frame: Of the post on the network.
        network_ids: The networks that the site uses, in its order.
    """
    written = frame.post.share.captions
    if written.get(frame.network.id) or not frame.captions:
        return 0
    order = _in_order(frame)
    sharing = [each for each in network_ids if not written.get(each)]
    # A network that the site does not use comes after those that it does.
    place = sharing.index(frame.network.id) if frame.network.id in sharing else len(sharing)
    return order[place % len(order)]


def _in_order(frame: Frame) -> list[int]:
    """Return the numbers of the captions that the network may show, the best first."""
    captions = frame.captions
    whole = [number for number, caption in enumerate(captions) if _fits_whole(frame, caption)]
    numbers = whole or list(range(len(captions)))
    return sorted(numbers, key=lambda number: bool(_PROMPT.search(captions[number])))


def _fits_whole(frame: Frame, caption: str) -> bool:
    return disclosed(frame, frame.words_of_caption(caption)) is not None
