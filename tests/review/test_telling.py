"""Who has to approve, in words."""

import pytest

from advocacy.review.approvals import Approval
from advocacy.review.telling import either, listed, tell_approval

NAMES = {"ben": "Ben", "kim": "Kim"}


@pytest.mark.parametrize(
    ("ids", "all_of_them", "one_of_them"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a or b"),
        (["a", "b", "c"], "a, b and c", "a, b or c"),
    ],
)
def test_names_are_listed(ids: list[str], all_of_them: str, one_of_them: str) -> None:
    assert (listed(ids), either(ids)) == (all_of_them, one_of_them)


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("editors", "Ben or Kim"),
        ("authors", "Ben or Kim (somebody else than its authors changed it)"),
        ("guide", "Ben or Kim (the guide)"),
        ("staff", "Ben or Kim (a colleague's file)"),
        ("translation", "Ben or Kim (somebody else than the original's authors translates it)"),
        ("settings", "Ben or Kim (it is no content, or runs)"),
        ("engagement", "Ben or Kim (for engagement)"),
        ("content/pages", "Ben or Kim (for content/pages)"),
    ],
)
def test_why_somebody_has_to_approve_is_told(why: str, told: str) -> None:
    assert tell_approval(Approval(why, ("ben", "kim"), ()), NAMES) == told


@pytest.mark.parametrize(
    ("given_by", "told"),
    [
        (("kim",), "Kim approved"),
        (("ben", "kim"), "Ben and Kim approved"),
        (("eva",), "eva approved"),
    ],
)
def test_who_has_approved_is_told(given_by: tuple[str, ...], told: str) -> None:
    approval = Approval("editors", ("ben", "kim"), (), is_given=True, given_by=given_by)

    assert tell_approval(approval, NAMES) == told
