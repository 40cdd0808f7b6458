from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from advocacy.share.different_words import make_author_variants, make_variants
from advocacy.share.kit import make_kit
from advocacy.share.networks import read_networks
from advocacy.share.snippet_frame import make_frame
from advocacy.share.variant import Variant
from advocacy.sharing import Sharing
from advocacy.site import Site
from tests.share.conftest import MakePost

TODAY = date(2026, 4, 10)
LONG = "Somebody has to wind the clock. " * 12
MINE = "{text: I built it., for: authors}"
NETWORKS = ("linkedin", "mastodon", "bluesky", "x")
ONE = Sharing(networks=NETWORKS, variants=1)


def numbers_of(variants: Sequence[Variant]) -> list[int | None]:
    """Return which caption each variant is, or None."""
    return [int(each.key.rpartition(".")[2]) if each.key else None for each in variants]


@pytest.mark.parametrize(
    ("captions", "first"),
    [
        ("default: [One.]",                                [0, 0, 0, 0]),
        ("default: [One., Two.]",                          [0, 1, 0, 1]),
        ("default: [One., Two., Three.]",                  [0, 1, 2, 0]),
        ("default: [One., Two.], mastodon: [Own., More.]", [0, 0, 1, 0]),
        ("default: ['One [[where]].', Two., Three.]",      [1, 2, 0, 1]),
        ("default: ['One [[where]].', Two.]",              [1, 0, 1, 0]),
        ("default: ['One [[where]].', 'Two [[when]].']",   [0, 1, 0, 1]),
        (f"default: ['{LONG}', Two., Three.]",             [0, 1, 1, 2]),
        (f"default: ['{LONG}', 'Two [[when]].', Three.]",  [0, 2, 2, 1]),
        ("mastodon: [Own., More.]",                        [None, 0, None, None]),
        (f"default: [{MINE}, Two., Three.]",               [1, 2, 1, 2]),
        (f"default: [One., Two.], mastodon: [{MINE}]",     [0, 1, 0, 1]),
        (f"default: [{MINE}]",                             [None, None, None, None]),
    ],
)  # fmt: skip
def test_networks_share_out_the_captions_for_all(
    make_post: MakePost, site: Site, captions: str, first: list[int | None]
) -> None:
    used = replace(site, sharing=Sharing(networks=NETWORKS))
    post = make_post(f"share: {{captions: {{{captions}}}}}")

    frames = [make_frame(post, used, read_networks()[each]) for each in NETWORKS]

    assert [numbers_of(make_variants(frame, ONE))[0] for frame in frames] == first


@pytest.mark.parametrize(
    ("captions", "network", "numbers"),
    [
        ("default: [One., Two., Three.]",                 "linkedin", [0, 1, 2]),
        ("default: [One., Two., Three.]",                 "bluesky",  [2, 0, 1]),
        ("default: ['One [[where]].', Two., Three.]",     "mastodon", [2, 1, 0]),
        (f"default: ['{LONG}', Two., Three.]",            "x",        [2, 1]),
        (f"default: ['{LONG}']",                          "x",        [0]),
        ("mastodon: ['Own [[where]].', More.], default: [One.]", "mastodon", [0, 1]),
    ],
)  # fmt: skip
def test_a_network_has_all_captions_that_it_takes_those_with_prompts_last(
    make_post: MakePost, site: Site, captions: str, network: str, numbers: list[int | None]
) -> None:
    frame = make_frame(
        make_post(f"share: {{captions: {{{captions}}}}}"), site, read_networks()[network]
    )

    assert numbers_of(make_variants(frame, ONE)) == numbers


@pytest.mark.parametrize("network", [*NETWORKS, "email"])
def test_a_network_has_the_same_variants_whatever_is_shown_beside_it(
    make_post: MakePost, site: Site, network: str
) -> None:
    post = make_post("share: {captions: {default: [One., Two., Three.]}}")
    row = read_networks()[network]

    alone = make_kit(post, site, {network: row}, TODAY).networks[0]

    assert alone in make_kit(post, site, read_networks(), TODAY).networks


@pytest.mark.parametrize(
    ("captions", "words"),
    [
        (f"default: [{MINE}, Two.]",                                      ["I built it."]),
        (f"default: [{MINE}], mastodon: ['{{text: x}}', Own.]",           ["I built it."]),
        (f"default: [{MINE}], mastodon: [{{text: I did., for: authors}}]", ["I did."]),
        ("default: [One., Two.]",                                         []),
    ],
)  # fmt: skip
def test_what_is_for_authors_is_there_for_nobody_else(
    make_post: MakePost, site: Site, captions: str, words: list[str]
) -> None:
    post = make_post(f"share: {{captions: {{{captions}}}}}")
    frame = make_frame(post, site, read_networks()["mastodon"])

    assert [each.words for each in make_author_variants(frame)] == words
    assert not {*words} & {each.words for each in make_variants(frame, Sharing())}
