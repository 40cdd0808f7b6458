"""An approval is of a state: it counts while that is there, and for who was a colleague before."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import Result

from tests.review.who.conftest import ANA, BEN, EVA, OTHER, TODAY, Repository, own_file

Start = Callable[..., Repository]
POST = "content/posts/new.md"
ROBOT = "bot@forge.example"


def head(repository: Repository) -> str:
    return repository.git("rev-parse", "HEAD").strip()


def save(repository: Repository, given: Mapping[str, str]) -> Path:
    """Save what GitHub would answer to who has approved which commit, beside the site."""
    file = repository.site.root.parent / "approvals.json"
    answer = [
        {"user": {"login": handle}, "state": "APPROVED", "commit_id": commit}
        for handle, commit in given.items()
    ]
    file.write_text(json.dumps(answer), encoding="utf-8")
    return file


def review(repository: Repository, given: Mapping[str, str], *words: str) -> str:
    told = ("--approvals", str(save(repository, given)), "--forge", "github")
    done = repository.run("review", "--base", "main", "--today", TODAY, *told, *words)
    assert done.exit_code != 2, done.output
    return done.output


def note(repository: Repository, given: Mapping[str, str]) -> Result:
    """Have the forge's robot note who has approved."""
    repository.git("config", "user.name", "Robot")
    repository.git("config", "user.email", ROBOT)
    told = ("--approvals", str(save(repository, given)), "--forge", "github", "--base", "main")
    return repository.run("approve", *told, "--commit")


@pytest.fixture
def branch(start: Start) -> Repository:
    """Ana's new post on a branch; an editor has to approve it."""
    repository = start('editors = ["eva"]')
    repository.branch()
    repository.site.post("new")
    repository.commit(ANA)
    return repository


def change_the_post(repository: Repository) -> None:
    repository.site.post("new", body="It snowed.")


def add_a_picture(repository: Repository) -> None:
    repository.site.write("content/images/x.png", "x")


def change_the_old_post(repository: Repository) -> None:
    repository.site.post("old", body="It snowed.")


def delete_the_old_post(repository: Repository) -> None:
    (repository.site.root / "content/posts/old.md").unlink()


def move_the_post(repository: Repository) -> None:
    repository.git("mv", POST, "content/posts/newer.md")


def note_it(repository: Repository) -> None:
    repository.site.post("new", fields={"reviewed_by": "[eva]"})


def note_it_and_more(repository: Repository) -> None:
    repository.site.post("new", fields={"reviewed_by": "[eva]"}, body="It snowed.")


def note_it_and_change_the_old_post(repository: Repository) -> None:
    note_it(repository)
    change_the_old_post(repository)


def note_it_in_a_link(repository: Repository) -> None:
    note_it(repository)
    file = repository.site.root / POST
    text = file.read_text("utf-8")
    file.unlink()
    file.symlink_to(text)


def change_the_post_and_take_it_back(repository: Repository) -> None:
    text = (repository.site.root / POST).read_text("utf-8")
    change_the_post(repository)
    repository.commit(ANA)
    repository.site.write(POST, text)


def note_it_in_a_page(repository: Repository) -> None:
    repository.site.write("content/pages/x.md", "---\ntitle: X\nreviewed_by: [eva]\n---\n")


@pytest.mark.parametrize(
    ("change", "still"),
    [
        *((change_the_post, False), (add_a_picture, False), (change_the_old_post, False)),
        *((delete_the_old_post, False), (move_the_post, False), (note_it, True)),
        *((note_it_and_more, False), (note_it_in_a_page, False), (note_it_in_a_link, False)),
        *((note_it_and_change_the_old_post, False), (change_the_post_and_take_it_back, True)),
    ],
)
def test_an_approval_counts_while_nothing_but_who_has_read_it_is_new(
    change: Callable[[Repository], None], still: bool, branch: Repository
) -> None:
    seen = head(branch)
    change(branch)
    branch.commit(ANA)

    told = review(branch, {"eva-gh": seen})

    assert ("Approved by Eva." in told) is still
    assert ("It changed since Eva approved it, which counts no longer." in told) is not still


def test_an_approval_is_of_what_another_repository_was(branch: Repository) -> None:
    branch.bring("main")
    seen = head(branch)
    before = review(branch, {"eva-gh": seen})
    branch.bring("post")

    after = review(branch, {"eva-gh": seen})

    assert "Approved by Eva." in before
    assert "It changed since Eva approved it, which counts no longer." in after


def test_an_account_is_of_one_forge(branch: Repository) -> None:
    told = ("--approvals", str(save(branch, {"eva-gh": head(branch)})), "--forge", "forgejo")

    done = branch.run("review", "--base", "main", "--today", TODAY, *told)

    assert done.exit_code == 0
    assert "Approved by" not in done.output


def test_an_approval_of_what_nobody_has_here_counts_no_longer(branch: Repository) -> None:
    assert "It changed since Eva approved it" in review(branch, {"eva-gh": "0" * 40})


def test_a_trial_merge_is_approved_by_who_approved_what_it_merges(branch: Repository) -> None:
    seen = head(branch)
    branch.git("checkout", "--quiet", "main")
    branch.site.post("old", body="It snowed.")
    branch.commit(EVA)
    branch.git("merge", "--quiet", "--no-ff", "--no-edit", "post")
    branch.git("branch", "--quiet", "--force", "trial")
    branch.git("checkout", "--quiet", "--detach", "trial")
    branch.git("branch", "--quiet", "--force", "main", "trial^1")

    whole = review(branch, {"eva-gh": seen}, "--head", "HEAD^2")
    alone = review(branch, {"eva-gh": seen})

    assert "Approved by Eva." in whole
    assert "Approved by Eva." not in alone


@pytest.mark.parametrize("name", ["nope", "HEAD:advocacy.toml", "--all"])
def test_a_head_that_is_no_commit_is_told(name: str, branch: Repository) -> None:
    told = ("--approvals", str(save(branch, {})), "--forge", "github", "--head", name)

    done = branch.run("review", "--base", "main", *told)

    assert done.exit_code == 2
    assert "git says: fatal: Needed a single revision. Mend that" in done.output


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
    change_the_post(branch)
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


def test_a_change_makes_nobody_a_colleague_and_gives_no_account(branch: Repository) -> None:
    branch.site.write("content/staff/eva.md", own_file("mallory", OTHER))
    branch.site.write("content/staff/dora.md", own_file("dora", OTHER))
    settings = (branch.site.root / "advocacy.toml").read_text("utf-8")
    branch.site.write("advocacy.toml", settings.replace('["eva"]', '["dora"]'))
    branch.commit(OTHER)
    given = dict.fromkeys(("mallory-gh", "dora-gh"), head(branch))

    done = note(branch, given)
    told = review(branch, given)

    assert "No post is to be noted." in done.output
    assert "`dora-gh` approved it, and no file in content/staff says" in done.output
    assert "Approved by" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--base", "main"), "--approvals and --base go together"),
        (("--approvals", "x.json", "--forge", "github"), "--approvals and --base go together"),
        (("the-new", "--approvals", "x.json", "--base", "main"), "without POST and --by"),
        (("--approvals", "x.json", "--base", "main"), "Whose they are is not said."),
        (("--approvals", "x.json", "--base", "main", "--forge", "gitlab"), "x.json cannot be read"),
        (("the-new",), "POST and --by go together. Write `advocacy approve POST --by ID`."),
        ((), "POST and --by go together."),
    ],
)
def test_a_mistake_in_what_is_asked_is_told(
    words: tuple[str, ...], told: str, branch: Repository
) -> None:
    done = branch.run("approve", *words)

    assert done.exit_code == 2
    assert told in done.output


def test_what_is_not_committed_was_approved_by_nobody(branch: Repository) -> None:
    seen = head(branch)
    branch.site.post("new", body="It snowed.")

    done = note(branch, {"eva-gh": seen})

    assert done.exit_code == 2
    assert f"{POST} has changes that are not committed" in done.output
