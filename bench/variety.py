"""Variety: how many colleagues begin with the same text, and how alike a kit's texts are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from advocacy.share.kit import Kit, NetworkKit
from advocacy.share.rotation import first_variants, shown_words
from advocacy.similarity import same_words_percent


@dataclass(frozen=True, slots=True)
class Variety:
    """What colleagues get of one post on one network.

    Attributes:
        variants: In how many different words the text is there.
        same_pairs: How many pairs of colleagues see the same text first.
        fewest_pairs: How many there would be at least, with so many texts.
        most_alike: How many of 100 words the two texts share that are the most alike.
        mean_alike: The same, over all pairs of texts.
    """

    slug: str
    network: str
    variants: int
    same_pairs: int
    fewest_pairs: int
    most_alike: int
    mean_alike: int


def measure_variety(kit: Kit, staff_ids: Sequence[str]) -> tuple[Variety, ...]:
    """Return what colleagues get of a post on each network."""
    return tuple(_measure(kit, each, staff_ids) for each in kit.networks)


def fewest_pairs(people: int, variants: int) -> int:
    """Return how many pairs have the same at least, where so many people have so many to take."""
    small, more = divmod(people, max(1, variants))
    return more * comb(small + 1, 2) + (variants - more) * comb(small, 2)


def _measure(kit: Kit, found: NetworkKit, staff_ids: Sequence[str]) -> Variety:
    firsts = first_variants(staff_ids, kit.id, found.network, found.variants)
    words = [shown_words(each.text) for each in found.variants]
    alike = [same_words_percent(one, other) for one, other in combinations(words, 2)]
    return Variety(
        slug=kit.slug,
        network=found.network,
        variants=len(found.variants),
        same_pairs=sum(comb(count, 2) for count in Counter(firsts.values()).values()),
        fewest_pairs=fewest_pairs(len(firsts), len(found.variants)),
        most_alike=max(alike, default=0),
        mean_alike=sum(alike) // max(1, len(alike)),
    )
