from dataclasses import replace

import pytest

from advocacy.share.kit import make_kit
from advocacy.share.networks import read_networks
from advocacy.sharing import Utm
from advocacy.site import Site
from tests.share.conftest import MakePost, snippets_of
from tests.share.test_different_words import TODAY

URL = "https://blog.example.org/2026/night-shift/"
BY_NETWORK = f"{URL}?utm_source=bluesky&utm_medium=employee&utm_campaign=night-shift"


def with_utm(site: Site, by: str, medium: str = "employee") -> Site:
    return replace(site, sharing=replace(site.sharing, utm=Utm(by, medium)))


@pytest.mark.parametrize(
    ("by", "medium", "link"),
    [
        ("off",     "employee", URL),
        ("network", "employee", BY_NETWORK),
        ("network", "staff",    BY_NETWORK.replace("employee", "staff")),
        ("variant", "employee", f"{BY_NETWORK}&utm_content=caption-70277bfc40"),
    ],
)  # fmt: skip
def test_a_link_says_what_the_settings_ask_for(
    make_post: MakePost, site: Site, by: str, medium: str, link: str
) -> None:
    post = make_post("share: {captions: {default: One.}}")

    found = snippets_of(post, with_utm(site, by, medium), read_networks()["bluesky"])[0]

    assert found.link == link
    assert found.text.endswith(f"\n\n{link}")
    assert found.length == len(found.text)


@pytest.mark.parametrize("caption", [f"See {URL} for more.", f"One. {URL}"])
def test_a_caption_with_the_plain_address_has_the_link_once(
    make_post: MakePost, site: Site, caption: str
) -> None:
    post = make_post(f"share: {{captions: {{default: '{caption}'}}}}")

    text = snippets_of(post, with_utm(site, "network"), read_networks()["bluesky"])[0].text

    assert text.count(URL) == 1
    assert BY_NETWORK in text


@pytest.mark.parametrize("network", sorted(read_networks()))
def test_a_kits_own_address_stays_plain_and_no_link_names_a_colleague(
    make_post: MakePost, site: Site, network: str
) -> None:
    row = read_networks()[network]

    kit = make_kit(make_post(), with_utm(site, "variant"), {network: row}, TODAY)

    assert kit.url == URL
    for each in kit.networks[0].variants:
        assert f"utm_source={network}&" in each.link
        assert "ana" not in each.link.removeprefix(URL)
        if "{url}" in row.share_url or "{text}" in row.share_url:
            assert "utm_source%3D" in each.share_url


def test_on_x_parameters_cost_nothing_and_on_bluesky_they_count(
    make_post: MakePost, site: Site
) -> None:
    lengths = {
        (network, by): snippets_of(make_post(), with_utm(site, by), read_networks()[network])[
            0
        ].length
        for network in ("x", "bluesky")
        for by in ("off", "network")
    }

    assert lengths["x", "network"] == lengths["x", "off"]
    assert lengths["bluesky", "network"] - lengths["bluesky", "off"] == len(BY_NETWORK) - len(URL)
