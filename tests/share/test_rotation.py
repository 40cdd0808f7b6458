from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.share.kit import make_kit
from advocacy.share.networks import read_networks
from advocacy.share.rotation import first_variants, order_by_distance
from advocacy.share.snippet import Snippet
from advocacy.share.variant import Source
from advocacy.site import Site
from bench.variety import fewest_pairs, measure_variety
from tests.share.conftest import MakePost

IDS = st.lists(st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True), max_size=60, unique=True)
TEXTS = st.lists(st.text(alphabet="ab c", max_size=30), min_size=1, max_size=8)


def variants(*texts: str) -> list[Snippet]:
    return [
        Snippet(f"id-{number}", "x", Source.CAPTION, text, len(text), 280, "characters", "", "")
        for number, text in enumerate(texts)
    ]


@given(staff=IDS, texts=TEXTS, network=st.sampled_from(["x", "mastodon"]))
def test_groups_differ_by_at_most_one_whoever_works_here(
    staff: list[str], texts: list[str], network: str
) -> None:
    firsts = first_variants(staff, "post", network, variants(*texts))

    groups = Counter(dict.fromkeys(range(len(texts)), 0))
    groups.update(firsts.values())
    assert set(firsts) == set(staff)
    assert max(groups.values()) - min(groups.values()) <= 1
    assert set(groups) == set(range(len(texts)))


@given(staff=IDS, texts=TEXTS, seed=st.randoms())
def test_it_does_not_matter_in_which_order_colleagues_are_named(
    staff: list[str], texts: list[str], seed: Random
) -> None:
    shuffled = sorted(staff, key=lambda _: seed.random())

    assert first_variants(shuffled, "post", "x", variants(*texts)) == first_variants(
        staff, "post", "x", variants(*texts)
    )


@given(staff=IDS)
def test_no_two_share_the_same_where_there_is_enough(staff: list[str]) -> None:
    texts = [f"text number {number}" for number in range(len(staff))]

    firsts = first_variants(staff, "post", "x", variants(*texts))

    assert all(one != other for one, other in combinations(firsts.values(), 2))


def test_each_post_and_each_network_deals_anew() -> None:
    staff = [f"colleague-{number}" for number in range(12)]
    texts = variants("One.", "Two.", "Three.")

    dealt = [
        tuple(first_variants(staff, post, network, texts).values())
        for post in ("a", "b")
        for network in ("x", "mastodon")
    ]

    assert len(set(dealt)) == 4


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        ([], []),
        (["a b c d"], [0]),
        (["a b c d", "a b c e", "x y z"], [0, 2, 1]),
        (["a b c d", "x y z v", "x y z w", "k l m"], [0, 1, 3, 2]),
        (["same", "same", "same"], [0, 1, 2]),
        (["a b c https://x.example/a/b/c", "d e f https://x.example/a/b/c"], [0, 1]),
    ],
)
def test_the_least_alike_come_first(texts: list[str], order: list[int]) -> None:
    assert order_by_distance(texts) == order


def test_no_variants_are_nobodys() -> None:
    assert first_variants(["ana"], "post", "x", []) == {}


def test_fifty_colleagues_and_twenty_posts(make_post: MakePost, site: Site) -> None:
    """Two colleagues have the same text first as seldom as can be; where there is enough, never."""
    networks = {each: read_networks()[each] for each in ("linkedin", "x")}
    staff = [f"colleague-{number}" for number in range(50)]
    posts = [
        replace(
            make_post(f"share: {{captions: {{default: [{', '.join(captions(number))}]}}}}"),
            id=f"tag:blog.example.org,2026:{number}",
        )
        for number in range(20)
    ]

    rows = [
        row
        for post in posts
        for row in measure_variety(make_kit(post, site, networks, date(2026, 4, 10)), staff)
    ]

    assert len(rows) == 40
    assert all(row.same_pairs == row.fewest_pairs for row in rows)
    assert {row.variants for row in rows} == {3, 4, 50}
    assert all(row.same_pairs == 0 for row in rows if row.variants == 50)


def captions(number: int) -> list[str]:
    """Return captions of a post: one, four, or as many as there are colleagues."""
    count = (1, 4, 50)[number % 3]
    return [f"Shelf {each} of room {number} has a cat." for each in range(count)]


@pytest.mark.parametrize(
    ("people", "variants", "pairs"),
    [(50, 50, 0), (50, 3, 392), (50, 1, 1225), (3, 50, 0), (4, 2, 2), (0, 3, 0), (5, 4, 1)],
)
def test_the_fewest_pairs_that_must_begin_alike(people: int, variants: int, pairs: int) -> None:
    assert fewest_pairs(people, variants) == pairs
