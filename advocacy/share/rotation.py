"""Rotation: which variant each colleague sees first, so that no two say the same if it can be."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

import regex

from advocacy.share.snippet import Snippet
from advocacy.similarity import PHRASE, alike_percent, words_of

_NO_WORDS = regex.compile(r"https?://\S+|(?<!\w)#\w+")


def first_variants(
    staff_ids: Iterable[str], kit_id: str, network: str, variants: Sequence[Snippet]
) -> Mapping[str, int]:
    """Return the number of the variant that each colleague sees first, from 0.

    As many colleagues see one first as see any other, or one more. Where there are more variants
    than colleagues, those are taken that are the least alike.

    Args:
        staff_ids: Colleagues, in any order.
        kit_id: The post's id: another post deals the variants out anew.
        network: Its id, so that nobody has the first variant everywhere.
        variants: Those of the post's kit for the network.
    """
    order = order_by_distance([each.text for each in variants])
    if not order:
        return {}
    people = sorted(set(staff_ids), key=lambda staff_id: _lot(kit_id, network, staff_id))
    firsts = {person: order[place % len(order)] for place, person in enumerate(people)}
    return dict(sorted(firsts.items()))


def order_by_distance(texts: Sequence[str]) -> list[int]:
    """Return the texts' numbers, the first first, then always the one least like those before."""
    words = [shown_words(text) for text in texts]
    order, left = list(range(len(texts)))[:1], list(range(1, len(texts)))
    nearest = dict.fromkeys(left, 0)
    while left:
        for number in left:
            alike = alike_percent(words[order[-1]], words[number], PHRASE)
            nearest[number] = max(nearest[number], alike)
        order.append(min(left, key=lambda number: (nearest[number], number)))
        left.remove(order[-1])
    return order


def shown_words(text: str) -> tuple[str, ...]:
    """Return a text's words, without the links and hashtags that all texts of a kit have."""
    return words_of(_NO_WORDS.sub(" ", text))


def _lot(kit_id: str, network: str, staff_id: str) -> bytes:
    return sha256("\0".join((kit_id, network, staff_id)).encode()).digest()
