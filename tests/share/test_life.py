from dataclasses import replace
from datetime import date

import pytest

from advocacy.share.life import State, Window, state_of, window_of
from advocacy.sharing import Sharing
from advocacy.site import Site
from tests.share.conftest import MakePost

NOT_YET, NOW, ENDING, OVER = State


@pytest.mark.parametrize(
    ("fields", "window_days", "today", "state"),
    [
        ([],                                                  0, date(2026, 3, 30), NOT_YET),
        ([],                                                  0, date(2026, 3, 31), NOW),
        ([],                                                  0, date(2036, 3, 31), NOW),
        ([],                                                 10, date(2026, 4, 3),  NOW),
        ([],                                                 10, date(2026, 4, 4),  ENDING),
        ([],                                                 10, date(2026, 4, 10), ENDING),
        ([],                                                 10, date(2026, 4, 11), OVER),
        (["share: {from: 2026-04-05}"],                       0, date(2026, 4, 4),  NOT_YET),
        (["share: {from: 2026-04-05}"],                       0, date(2026, 4, 5),  NOW),
        (["share: {from: 2026-04-05}"],                      10, date(2026, 4, 15), ENDING),
        (["share: {from: 2026-04-05}"],                      10, date(2026, 4, 16), OVER),
        (["share: {until: 2026-04-05}"],                      0, date(2026, 4, 5),  ENDING),
        (["share: {until: 2026-04-05}"],                      0, date(2026, 4, 6),  OVER),
        (["share: {until: 2026-05-05}"],                     10, date(2026, 4, 28), NOW),
        (["share: {until: 2026-05-05}"],                     10, date(2026, 4, 29), ENDING),
        (["expires: 2026-04-05"],                             0, date(2026, 4, 4),  ENDING),
        (["expires: 2026-04-05"],                             0, date(2026, 4, 5),  OVER),
        (["expires: 2026-04-05", "share: {until: 2026-05-01}"], 0, date(2026, 4, 5), OVER),
        (["embargo: 2026-04-07"],                             0, date(2026, 4, 5),  NOT_YET),
        (["embargo: 2026-04-07", "share: {from: 2026-04-02}"], 0, date(2026, 4, 5), NOT_YET),
        (["embargo: 2026-04-07"],                            10, date(2026, 4, 17), ENDING),
        (["status: hidden"],                                  0, date(2026, 4, 5),  NOT_YET),
        (["status: draft"],                                   0, date(2026, 4, 5),  NOT_YET),
        (["visibility: internal"],                            0, date(2026, 4, 5),  NOT_YET),
        (["visibility: internal"],                           10, date(2026, 4, 5),  NOT_YET),
    ],
)  # fmt: skip
def test_a_kit_is_offered_in_its_time(
    make_post: MakePost, site: Site, fields: list[str], window_days: int, today: date, state: State
) -> None:
    windowed = replace(site, sharing=Sharing(window_days=window_days))

    assert state_of(make_post(*fields), windowed, today) is state


@pytest.mark.parametrize(("days", "state"), [(0, NOW), (1, NOW), (2, ENDING), (365, ENDING)])
def test_a_site_says_when_a_kit_is_ending(
    make_post: MakePost, site: Site, days: int, state: State
) -> None:
    post = make_post("share: {until: 2026-04-05}")
    ending = replace(site, sharing=Sharing(ending_days=days))

    assert state_of(post, ending, date(2026, 4, 4)) is state


def test_without_a_window_a_post_is_offered_for_ever(make_post: MakePost, site: Site) -> None:
    assert window_of(make_post(), site) == Window(date(2026, 3, 31), None)


def test_no_kit_is_offered_when_it_is_not_yet_or_over() -> None:
    assert [state for state in State if state.is_offered] == [NOW, ENDING]
