from dataclasses import replace

import pytest

from advocacy.share.networks import read_networks
from advocacy.share.snippet import make_snippets
from advocacy.site import Sharing, Site
from tests.share.conftest import MakePost

LONG = "Somebody has to wind the clock. " * 12
NETWORKS = ("linkedin", "mastodon", "bluesky", "x")


@pytest.mark.parametrize(
    ("captions", "variants"),
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
        ("mastodon: [Own., More.]",                        [0, 0, 0, 0]),
    ],
)  # fmt: skip
def test_networks_share_out_the_captions_for_all(
    make_post: MakePost, site: Site, captions: str, variants: list[int]
) -> None:
    used = replace(site, sharing=Sharing(networks=NETWORKS))
    post = make_post(f"share: {{captions: {{{captions}}}}}")

    found = make_snippets(post, used, {each: read_networks()[each] for each in NETWORKS})

    assert [each.variant for each in found] == variants


@pytest.mark.parametrize("network", [*NETWORKS, "email"])
def test_a_network_shows_the_same_caption_alone_and_beside_others(
    make_post: MakePost, site: Site, network: str
) -> None:
    used = replace(site, sharing=Sharing(networks=NETWORKS))
    post = make_post("share: {captions: {default: [One., Two., Three.]}}")

    alone = make_snippets(post, used, {network: read_networks()[network]})

    assert alone[0] in make_snippets(post, used, read_networks())
