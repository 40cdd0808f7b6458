from dataclasses import replace
from datetime import date

import pytest

from advocacy.share.circles import find_circle, find_match, sharers
from advocacy.site import Site
from advocacy.source import Source
from advocacy.staff import StaffMember
from advocacy.staff_share import StaffShare
from tests.share.conftest import MakePost

TODAY = date(2026, 4, 10)
BO = StaffMember(
    id="bo",
    path="content/staff/bo.md",
    source=Source("content/staff/bo.md", ""),
    body_start=0,
    places={},
    name="Bo Ng",
    role="Binder",
    share=StaffShare(),
)
ALL = StaffShare()
READING = StaffShare(topics=("reading",))
NEIGHBOURS = StaffShare(audiences=("neighbours",))
BOTH = StaffShare(topics=("reading",), audiences=("neighbours",))


@pytest.mark.parametrize(
    ("share", "languages", "fields", "fits"),
    [
        (None,       ("en",),      [],                                             False),
        (ALL,        (),           [],                                             True),
        (ALL,        (),           ["topics: [reading]", "audience: neighbours"],  True),
        (READING,    (),           ["topics: [reading]"],                          True),
        (READING,    (),           ["topics: [open-source]"],                      False),
        (READING,    (),           ["topics: [open-source, reading]"],             True),
        (READING,    (),           [],                                             True),
        (NEIGHBOURS, (),           ["audience: neighbours"],                       True),
        (NEIGHBOURS, (),           ["audience: colleagues"],                       False),
        (NEIGHBOURS, (),           ["topics: [reading]"],                          True),
        (BOTH,       (),           ["topics: [reading]", "audience: neighbours"],  True),
        (BOTH,       (),           ["topics: [reading]", "audience: colleagues"],  False),
        (BOTH,       (),           ["topics: [open-source]", "audience: neighbours"], False),
        (ALL,        (),           ["lang: fr"],                                   False),
        (ALL,        ("fr",),      ["lang: fr"],                                   True),
        (ALL,        ("fr-CA",),   ["lang: fr"],                                   True),
        (ALL,        ("fr",),      [],                                             False),
        (ALL,        ("de", "EN"), [],                                             True),
    ],
)  # fmt: skip
def test_a_post_is_for_those_whose_topics_audiences_and_languages_it_has(
    make_post: MakePost,
    site: Site,
    share: StaffShare | None,
    languages: tuple[str, ...],
    fields: list[str],
    fits: bool,
) -> None:
    member = replace(BO, share=share, languages=languages)

    assert (find_match(make_post(*fields), member, site) is not None) is fits


@pytest.mark.parametrize(("share", "fits"), [(READING, True), (None, False)])
def test_whoever_wrote_a_post_may_share_it_if_they_like(
    make_post: MakePost, site: Site, share: StaffShare | None, fits: bool
) -> None:
    author = replace(BO, id="ana", share=share, languages=("fr",))

    match = find_match(make_post("topics: [open-source]"), author, site)

    assert bool(match and match.wrote) is fits


def test_a_match_tells_its_reasons(make_post: MakePost, site: Site) -> None:
    post = make_post("topics: [open-source, reading]", "audience: neighbours")

    match = find_match(post, replace(BO, share=BOTH), site)

    assert match is not None
    assert (match.wrote, match.topics, match.audience) == (False, ("reading",), "neighbours")


def test_authors_come_first_then_the_closest(make_post: MakePost, site: Site) -> None:
    post = make_post("topics: [open-source, reading]", "audience: neighbours")
    two = StaffShare(topics=("reading", "open-source"))
    members = [
        replace(BO, id="any", share=ALL),
        replace(BO, id="both", share=BOTH),
        replace(BO, id="one", share=READING),
        replace(BO, id="two", share=two),
        replace(BO, id="ana", share=READING, languages=("fr",)),
        replace(BO, id="other", share=StaffShare(audiences=("colleagues",))),
    ]

    circle = find_circle(post, members, site)

    assert [match.member.id for match in circle] == ["ana", "two", "both", "one", "any"]


def test_only_those_who_opted_in_and_still_work_here_are_asked() -> None:
    staff = [
        replace(BO, id="zoe"),
        replace(BO, id="ana"),
        replace(BO, id="never-asked", share=None),
        replace(BO, id="left-today", left=TODAY),
        replace(BO, id="leaves-tomorrow", left=date(2026, 4, 11)),
    ]

    assert [each.id for each in sharers(staff, TODAY)] == ["ana", "leaves-tomorrow", "zoe"]
