"""A robot notes in posts who has approved them on a forge: each once, and nobody too many."""

from collections.abc import Callable

import pytest

from tests.review.who.conftest import ANA, BEN, EVA, OTHER, Repository, own_file
from tests.review.who.robot import POST, head, note, review, save

Start = Callable[..., Repository]


def test_a_robot_notes_each_approval_in_a_commit_of_its_own(branch: Repository) -> None:
    seen = head(branch)

    done = note(branch, {"eva-gh": seen, "BEN-gh": seen})
    again = note(branch, {"eva-gh": seen, "BEN-gh": seen})

    assert (done.exit_code, done.output) == (0, f"{POST}: `reviewed_by` names eva, ben\n")
    assert again.output == "No post is to be noted.\n"
    assert branch.git("diff", "--numstat", "HEAD^", "HEAD") == f"1\t0\t{POST}\n"
    assert branch.git("log", "-2", "--format=%an %s") == (
        "Robot Note that ben, eva approved\nAna A step\n"
    )
    told = review(branch, {"eva-gh": seen, "ben-gh": seen})
    assert "Approved by Eva and Ben." in told
    assert "Robot" not in told
    assert "### Look twice" not in told


def test_a_robot_may_leave_the_commit_to_another(branch: Repository) -> None:
    given, before = {"eva-gh": head(branch)}, head(branch)
    told = ("--approvals", str(save(branch, given)), "--forge", "github", "--base", "main")

    done = branch.run("approve", *told)

    assert done.output == f"{POST}: `reviewed_by` names eva\n"
    assert head(branch) == before
    assert branch.git("diff", "--numstat") == f"1\t0\t{POST}\n"


def test_no_post_is_noted_where_one_cannot_be(branch: Repository) -> None:
    branch.site.post("odd", fields={"reviewed_by": ">\n  ben"})
    branch.commit(ANA)

    done = note(branch, {"eva-gh": head(branch)})

    assert done.exit_code == 1
    assert "content/posts/odd.md: `reviewed_by` cannot be changed here." in done.output
    assert branch.git("status", "--porcelain") == ""


def test_whose_file_the_change_takes_away_is_not_noted(branch: Repository) -> None:
    (branch.site.root / "content/staff/ben.md").unlink()
    branch.commit(ANA)

    done = note(branch, {"ben-gh": head(branch)})

    assert done.output == "No post is to be noted.\n"


def test_who_approved_something_else_is_told_when_it_is_noted(branch: Repository) -> None:
    seen = head(branch)
    branch.site.post("new", body="It snowed.")
    branch.commit(ANA)

    done = note(branch, {"eva-gh": seen, "zoe-gh": seen})

    assert done.output.splitlines() == [
        "eva approved it before it changed, which counts no longer.",
        "`zoe-gh` approved it, and no file in content/staff says `forge: {github: zoe-gh}`.",
        "No post is to be noted.",
    ]


def test_what_is_noted_and_changed_since_is_told(branch: Repository) -> None:
    seen = head(branch)
    note(branch, {"eva-gh": seen})
    text = (branch.site.root / POST).read_text("utf-8")
    branch.site.write(POST, f"{text}\nIt snowed.\n")
    branch.commit(ANA)

    told = review(branch, {"eva-gh": seen})

    assert "- **Read an earlier wording**: Eva\n" in told
    assert "Review.Stale" in told
    assert "Eva has read it" not in told


def test_a_name_by_hand_is_doubted_once_the_post_says_something_else(branch: Repository) -> None:
    seen = head(branch)
    text = (branch.site.root / POST).read_text("utf-8")
    named = text.replace("\n---\n", "\nreviewed_by: [eva]\n---\n", 1)
    branch.site.write(POST, named)
    branch.commit(ANA)
    assert "Eva has read it" not in review(branch, {"eva-gh": seen})
    branch.site.write(POST, f"{named}\nIt snowed.\n")
    branch.commit(ANA)

    told = review(branch, {"eva-gh": seen})

    assert f"- `{POST}:7` says that Eva has read it, and nothing they committed" in told


@pytest.mark.parametrize(
    ("handle", "address", "noted"),
    [("eva-gh", ANA, "eva"), ("ben-gh", ANA, "ben"), ("ana-gh", BEN, ""), ("ben-gh", BEN, ""),
     ("eva-gh", EVA, "eva"), ("mallory", ANA, "")],
)  # fmt: skip
def test_nobody_is_noted_for_what_they_wrote(
    handle: str, address: str, noted: str, branch: Repository
) -> None:
    branch.site.post("new", body="It snowed.")
    branch.commit(address)

    done = note(branch, {handle: head(branch)})

    assert done.exit_code == 0, done.output
    (post,) = (each for each in branch.library().posts if each.path == POST)
    assert post.reviewed_by == ((noted,) if noted else ())


def test_an_author_is_not_noted_though_another_committed_it(branch: Repository) -> None:
    branch.site.post("new", fields={"authors": "[ana, ben]"})
    branch.commit(ANA)

    done = note(branch, {"ben-gh": head(branch)})

    assert done.output == "No post is to be noted.\n"


@pytest.mark.parametrize("address", [ANA, BEN, OTHER])
def test_nobody_is_noted_for_what_they_wrote_until_then(address: str, start: Start) -> None:
    repository = start('editors = ["ana"]')
    repository.branch()
    repository.site.post("old", fields={"authors": "[ben]"})
    repository.commit(address, "Ana takes herself out of `authors`, then approves")

    done = note(repository, {"ana-gh": head(repository)})

    assert done.output == "No post is to be noted.\n"


@pytest.mark.parametrize(("left", "counts"), [("2024-01-01", False), ("2100-12-31", True)])
def test_who_has_left_approves_nothing_and_is_told_of(
    left: str, counts: bool, start: Start
) -> None:
    repository = start('editors = ["eva"]')
    repository.site.write("content/staff/ben.md", own_file("ben", BEN, f"Archivist\nleft: {left}"))
    repository.commit()
    repository.branch()
    repository.site.post("new")
    repository.commit(ANA)
    given = {"ben-gh": head(repository)}

    told, named = review(repository, given), review(repository, {}, "--approved", "ben")
    done = note(repository, given)

    assert ["Approved by Ben" in each for each in (told, named)] == [counts, counts]
    assert (f"{POST}: `reviewed_by` names ben\n" == done.output) is counts
    assert ("ben approved it, and has left, as content/staff says." in done.output) is not counts


@pytest.mark.parametrize(("is_cut", "status"), [(False, 0), (True, 2)])
def test_where_the_history_is_cut_off_nobody_is_noted_for_what_they_may_have_made(
    is_cut: bool, status: int, branch: Repository
) -> None:
    branch.site.post("new", body="It snowed.")
    branch.commit(BEN)
    if is_cut:
        branch.site.write(".git/shallow", branch.git("rev-parse", "main"))

    done = note(branch, {"ben-gh": head(branch)})

    assert done.exit_code == status
    assert ("Fetch the whole history: `git fetch --unshallow`" in done.output) is is_cut
    assert "reviewed_by" not in (branch.site.root / POST).read_text("utf-8")
