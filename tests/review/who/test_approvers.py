"""An approval is of a state: it counts while that is there, and for who was a colleague before."""

import json
from collections.abc import Callable

import pytest

from tests.review.who.conftest import ANA, EVA, OTHER, TODAY, Repository, own_file
from tests.review.who.robot import POST, head, note, review, save

Start = Callable[..., Repository]


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


def test_programs_are_told_who_approved_what_is_there_and_who_before(branch: Repository) -> None:
    told = json.loads(
        review(branch, {"ben-gh": head(branch), "eva-gh": "0" * 40}, "--format", "json")
    )

    assert (told["approved"], told["approved_before"]) == (["ben"], ["eva"])


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
