from dataclasses import replace
from datetime import date

import pytest

from advocacy.share.kit import Kit, make_kit
from advocacy.share.networks import read_networks
from advocacy.share.own_kit import deal, make_own_kit, own_site
from advocacy.site import Site
from advocacy.staff_share import StaffShare
from tests.share.conftest import MakePost
from tests.share.test_circles import BO

TODAY = date(2026, 4, 10)
NETWORKS = {name: read_networks()[name] for name in ("linkedin", "mastodon", "bluesky", "x")}
CAPTIONS = (
    "share: {captions: {default: [Somebody has to wind the clock., I counted the lost gloves.,"
    " Who sleeps in a library?]}}"
)


@pytest.fixture
def kit(make_post: MakePost, site: Site) -> Kit:
    return make_kit(make_post(CAPTIONS), site, NETWORKS, TODAY)


@pytest.mark.parametrize(
    ("networks", "order"),
    [
        ((),                    ["linkedin", "mastodon", "bluesky", "x"]),
        (("x",),                ["x", "linkedin", "mastodon", "bluesky"]),
        (("bluesky", "mastodon"), ["bluesky", "mastodon", "linkedin", "x"]),
        (("facebook", "x"),     ["x", "linkedin", "mastodon", "bluesky"]),
    ],
)  # fmt: skip
def test_a_colleagues_networks_come_first(
    kit: Kit, networks: tuple[str, ...], order: list[str]
) -> None:
    member = replace(BO, share=StaffShare(networks=networks))

    own = make_own_kit(kit, member, deal(kit, ["bo"]))

    assert [each.network for each in own.networks] == order


def test_no_two_of_a_circle_begin_with_the_same_words(kit: Kit) -> None:
    circle = [replace(BO, id=each) for each in ("ana", "bo", "cy")]
    dealt = deal(kit, [each.id for each in circle])

    firsts = [
        [found.variants[0].text for found in make_own_kit(kit, member, dealt).networks]
        for member in circle
    ]

    for texts in zip(*firsts, strict=True):
        assert len(set(texts)) == 3, texts


def test_the_other_words_are_still_there(kit: Kit) -> None:
    own = make_own_kit(kit, BO, deal(kit, ["ana", "bo"]))

    for mine, all_of in zip(own.networks, kit.networks, strict=True):
        assert set(mine.variants) == set(all_of.variants)


def test_they_say_in_their_own_words_where_they_work(make_post: MakePost, site: Site) -> None:
    member = replace(BO, share=StaffShare(disclosure={"en": "I bind books at Lindenmark."}))
    post = make_post("share: {captions: {default: [Look at this clock.]}}")
    common = make_kit(post, site, NETWORKS, TODAY)

    theirs = make_kit(post, own_site(site, member), NETWORKS, TODAY)
    own = make_own_kit(theirs, member, deal(common, ["bo"]))

    for found in own.networks:
        assert "I bind books at Lindenmark." in found.variants[0].text
        assert "I work at" not in found.variants[0].text


def test_their_own_sentence_comes_before_that_for_a_network(
    make_post: MakePost, site: Site
) -> None:
    there = {"x": {"en": "I am at Lindenmark.", "fr": "Je suis à Lindenmark."}}
    site = replace(site, sharing=replace(site.sharing, disclosure=there))
    member = replace(BO, share=StaffShare(disclosure={"en": "I bind books at Lindenmark."}))

    theirs = make_kit(make_post(), own_site(site, member), NETWORKS, TODAY)

    assert all("I bind books" in each.variants[0].text for each in theirs.networks)
    assert own_site(site, member).sharing.disclosure == {"x": {"fr": "Je suis à Lindenmark."}}
    assert own_site(site, BO) is site


def test_what_the_site_says_discloses_for_them_too(make_post: MakePost, site: Site) -> None:
    member = replace(BO, share=StaffShare(disclosure={"en": "I bind books at Lindenmark."}))
    post = make_post("share: {captions: {default: [I work at Lindenmark Libraries. Look.]}}")

    theirs = make_kit(post, own_site(site, member), NETWORKS, TODAY)

    assert all("I bind books" not in each.variants[0].text for each in theirs.networks)


@pytest.mark.parametrize("mine", [1, 2])
def test_what_is_for_authors_goes_to_each_of_them_once_and_to_nobody_else(
    make_post: MakePost, site: Site, mine: int
) -> None:
    built = ["{text: I built the clock., for: authors}", "{text: I wind it daily., for: authors}"]
    captions = CAPTIONS.replace("[Somebody", f"[{', '.join(built[:mine])}, Somebody")
    kit = make_kit(make_post(captions), site, NETWORKS, TODAY)
    circle = [replace(BO, id=each) for each in ("ana", "bo", "cy", "di")]
    dealt = deal(kit, [each.id for each in circle], ("ana", "bo"))

    kits = {
        each.id: make_own_kit(kit, each, dealt, wrote=each.id in {"ana", "bo"}) for each in circle
    }

    for place in range(len(NETWORKS)):
        firsts = {name: own.networks[place].variants[0].text for name, own in kits.items()}
        owned = [name for name, text in firsts.items() if text.startswith(("I built", "I wind"))]
        assert len(owned) == mine
        assert {*owned} <= {"ana", "bo"}
        assert len({*firsts.values()}) == 4
        for name, own in kits.items():
            texts = " ".join(each.text for each in own.networks[place].variants)
            assert ("I built the clock." in texts) is (name in {"ana", "bo"})
