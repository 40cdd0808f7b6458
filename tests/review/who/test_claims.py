"""Whom a change says to have written or read a post, and who has not said so."""

from collections.abc import Callable

import pytest

from advocacy.reviewed_by import make_version
from tests.review.who.conftest import (
    ANA,
    BEN,
    EVA,
    OTHER,
    Repository,
    staff_file,
    stewardship,
)

Start = Callable[..., Repository]
HELPED = f"A step\n\nCo-authored-by: Ana <{ANA}>"


@pytest.mark.parametrize(
    ("address", "approved", "is_told"),
    [
        (ANA, (), True),
        (BEN, (), False),
        (ANA, ("ben",), False),
        (ANA, ("eva",), True),
    ],
)
def test_a_reviewer_who_has_not_said_so_is_told(
    address: str, approved: tuple[str, ...], is_told: bool, start: Start
) -> None:
    repository = start()
    repository.site.post("old", fields={"reviewed_by": "\n- eva"})
    repository.commit()
    repository.branch()
    repository.site.write("README.md", "Read")
    repository.site.post("old", fields={"reviewed_by": "\n- eva\n- ben"})
    repository.commit(address, f"A step\n\nCo-authored-by: Ben <{BEN}>")

    claimed = stewardship(repository, *approved).claimed

    assert [(each.line, each.colleague) for each in claimed] == ([(9, "ben")] if is_told else [])


@pytest.mark.parametrize(
    ("before", "after", "body", "told"),
    [
        ("[ben]", "[ben]", "It rained.", []),
        ("[ben]", "[ben]", "It snowed.", [("ben", True)]),
        ("[ben]", "[ben, eva]", "It rained.", [("eva", False)]),
        ("[ben]", "[ben, eva]", "It snowed.", [("ben", True), ("eva", False)]),
        ("[ben v0000000]", "[ben v0000000]", "It snowed.", []),
        ("[ben v0000000]", "[ben]", "It rained.", [("ben", False)]),
        ("[ben v0000000]", "[ben v0000000, eva]", "It snowed.", [("eva", False)]),
        ("[ben]", "[ben, eva, eva]", "It rained.", [("eva", False)]),
        ("[ben]", "[ben NOW]", "It rained.", [("ben", False)]),
        ("[ben v0000000]", "[ben NOW]", "It snowed.", [("ben", False)]),
    ],
)
def test_whom_a_change_says_to_have_read_what_it_makes_is_told(
    before: str, after: str, body: str, told: list[tuple[str, bool]], start: Start
) -> None:
    repository = start()
    repository.site.post("old", fields={"reviewed_by": before})
    repository.commit()
    repository.branch()
    repository.site.post("old", fields={"reviewed_by": after}, body=body)
    version = make_version(repository.library().posts[0].read_document())
    fields = {"reviewed_by": after.replace("NOW", version)}
    repository.site.post("old", fields=fields, body=body)
    repository.site.post("new")
    repository.commit()

    claimed = stewardship(repository).claimed

    assert [(each.colleague, each.is_older) for each in claimed] == told
    assert {each.key for each in claimed} <= {"reviewed_by"}
    assert stewardship(repository, "ben", "eva").claimed == ()


def test_whoever_read_a_wording_has_not_read_another_of_the_same_version(start: Start) -> None:
    repository = start()
    # Found by trying some ten thousand; where versions are made otherwise, others have to be.
    rain, snow = "It rained 9442 times.", "It snowed 1102 times."
    noted = _read_by_ben(repository, rain)
    repository.commit()
    repository.branch()
    assert _read_by_ben(repository, snow) == noted
    repository.commit()

    (claim,) = stewardship(repository).claimed

    assert (claim.colleague, claim.is_older) == ("ben", True)


def _read_by_ben(repository: Repository, body: str) -> str:
    """Write the post as one that Ben has read, and return the version that says so."""
    repository.site.post("old", body=body)
    version = make_version(repository.library().posts[0].read_document())
    repository.site.post("old", fields={"reviewed_by": f"[ben {version}]"}, body=body)
    return version


@pytest.mark.parametrize(
    ("address", "approved", "authors", "told"),
    [
        (OTHER, (), "[ana]", ["ana"]),
        (OTHER, (), "[ben, ana]", ["ben", "ana"]),
        (ANA, (), "[ana, ben]", ["ben"]),
        (ANA, ("ben",), "[ana, ben]", []),
        (EVA, (), "[ana, ben]", []),
        (OTHER, (), "dora", ["dora"]),
        (OTHER, (), "[dora]", ["dora"]),
        (OTHER, ("dora",), "[dora]", []),
        (EVA, (), "[dora]", []),
    ],
)
def test_an_author_who_has_not_said_so_is_told(
    address: str, approved: tuple[str, ...], authors: str, told: list[str], start: Start
) -> None:
    repository = start()
    repository.site.write("content/staff/dora.md", staff_file("dora"))
    repository.commit(EVA)
    repository.branch()
    repository.site.post("new", fields={"authors": authors})
    uncommitted = stewardship(repository, *approved).claimed
    repository.commit(address, HELPED)

    claimed = stewardship(repository, *approved).claimed

    assert uncommitted == ()
    assert [(each.line, each.colleague, each.key) for each in claimed] == [
        (5, name, "authors") for name in told
    ]


@pytest.mark.parametrize(
    ("address", "name", "authors", "told"),
    [
        (OTHER, "Dora", "[dora]", []),
        (OTHER, "Mallory", "[dora]", ["dora"]),
        (OTHER, "Ana", "[ana]", ["ana"]),
        (BEN, "Dora", "[ben, dora]", ["dora"]),
    ],
)
def test_an_author_whose_commits_no_file_tells_is_known_by_name(
    address: str, name: str, authors: str, told: list[str], start: Start
) -> None:
    repository = start()
    repository.site.write("content/staff/dora.md", staff_file("dora"))
    repository.commit(EVA)
    repository.branch()
    repository.site.post("new", fields={"authors": authors})
    repository.commit(address, name=name)

    assert [each.colleague for each in stewardship(repository).claimed] == told


def test_whose_commits_a_change_forgets_is_not_known_by_name(start: Start) -> None:
    repository = start()
    repository.branch()
    repository.site.write("content/staff/ana.md", staff_file("ana"))
    repository.site.post("new")
    repository.commit(OTHER, name="Ana")

    assert [each.colleague for each in stewardship(repository).claimed] == ["ana"]


def test_an_author_who_becomes_a_colleague_was_there(start: Start) -> None:
    repository = start()
    repository.site.post("old", fields={"authors": "[dora]"})
    repository.commit()
    repository.branch()
    repository.site.write("content/staff/dora.md", staff_file("dora"))
    repository.site.post("old", fields={"authors": "[dora]"}, body="It snowed.")
    repository.commit(OTHER)

    found = stewardship(repository)

    assert found.claimed == ()
    assert [each.why for each in found.approvals] == ["editors", "staff"]


def test_an_author_who_was_there_need_not_say_so_again(start: Start) -> None:
    repository = start()
    repository.branch()
    repository.git("mv", "content/posts/old.md", "content/posts/older.md")
    repository.site.post("older", fields={"id": "tag:stories.lindenmark.example,2026:old"})
    repository.commit(OTHER)

    assert stewardship(repository).claimed == ()
