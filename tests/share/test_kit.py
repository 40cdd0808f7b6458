from datetime import date
from urllib.parse import quote

import pytest

from advocacy.share.cards.sizes import SIZES
from advocacy.share.kit import make_kit, make_snippet_view
from advocacy.share.kits_json import make_kits_json
from advocacy.share.life import State
from advocacy.share.networks import LINE_ENDS, read_networks
from advocacy.site import Site
from advocacy.views import Card
from tests.share.conftest import MakePost

TODAY = date(2026, 4, 10)
CARD = "https://blog.example.org/cards/night-shift.png"


def test_a_kit_has_texts_for_each_network_in_order(make_post: MakePost, site: Site) -> None:
    networks = {name: read_networks()[name] for name in ("mastodon", "x")}

    kit = make_kit(make_post(), site, networks, TODAY, card_url=CARD)

    assert [each.network for each in kit.networks] == ["mastodon", "x"]
    assert all(each.variants for each in kit.networks)
    assert kit.url == "https://blog.example.org/2026/night-shift/"
    assert kit.card_url == CARD
    assert (kit.state, kit.since, kit.until) == (State.NOW, date(2026, 3, 31), None)


@pytest.mark.parametrize(
    ("network", "limit", "has_note"),
    [("x", 280, True), ("linkedin", 3000, True), ("email", 0, True)],
)
def test_a_view_says_what_the_network_shows(
    make_post: MakePost, site: Site, network: str, limit: int, has_note: bool
) -> None:
    row = read_networks()[network]
    kit = make_kit(make_post(), site, {network: row}, TODAY)
    snippet = kit.networks[0].variants[0]

    view = make_snippet_view(kit, kit.networks[0], row)
    variant = view.variants[0]

    assert (view.name, view.limit) == (row.name, limit)
    assert (variant.text, variant.length) == (snippet.text, snippet.length)
    assert variant.share_url == snippet.share_url
    assert view.unit == "characters"
    assert bool(view.note) is has_note


@pytest.mark.parametrize(
    ("network", "size"),
    [
        ("x", (1200, 630)),
        ("linkedin", (1200, 630)),
        ("instagram", (1080, 1350)),
        ("teams", (1200, 630)),
    ],
)
def test_a_preview_has_the_card_in_the_networks_own_shape(
    make_post: MakePost, site: Site, network: str, size: tuple[int, int]
) -> None:
    row = read_networks()[network]
    kit = make_kit(make_post(), site, {network: row}, TODAY)
    cards = [Card("", each.width_px, each.height_px, "") for each in SIZES.values()]

    view = make_snippet_view(kit, kit.networks[0], row, cards=cards)

    assert view.card
    assert (view.card.width_px, view.card.height_px) == size


@pytest.mark.parametrize("network", sorted(read_networks()))
def test_a_composer_that_a_script_fills_in_is_the_share_link(
    make_post: MakePost, site: Site, network: str
) -> None:
    row = read_networks()[network]
    kit = make_kit(make_post(), site, {network: row}, TODAY)

    (view, *_) = make_snippet_view(kit, kit.networks[0], row).variants

    values = {"{text}": view.text, "{words}": view.text.removesuffix(view.link).rstrip()}
    filled = view.composer
    for key, value in values.items():
        filled = filled.replace(key, quote(value.replace("\n", LINE_ENDS[row.line_end]), safe=""))
    assert filled == view.share_url


def test_a_text_with_a_prompt_is_for_people_alone(make_post: MakePost, site: Site) -> None:
    post = make_post("share: {captions: {default: ['Look: [[what?]]', 'We count.']}}")
    row = read_networks()["x"]
    kit = make_kit(post, site, {"x": row}, TODAY)

    written = make_kits_json([kit])
    views = make_snippet_view(kit, kit.networks[0], row).variants

    assert "[[" not in written
    prompted = next(each for each in views if each.has_prompt)
    assert [each.has_prompt for each in views].count(True) == 1
    assert not prompted.share_url
    assert prompted.composer == "https://x.com/intent/tweet?text={text}"
