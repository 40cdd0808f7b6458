"""GitLab's commenting job: which report it tells, where that leads, and whom it asks."""

import pytest

from advocacy.review.forge_approvals import ForgeApproval, read_forge_approvals
from tests.forges.commenting import ask_gitlab_for_approvals, comment_on_gitlab, on_gitlab

SUMMARY = "<!-- advocacy-review -->\n\n## Nothing blocks"


@pytest.fixture
def way() -> str:
    """The one forge of these tests."""
    return "gitlab"


def test_a_report_that_is_a_link_is_not_read(forge, folder):
    (folder / "secret").write_text("s3cret", encoding="utf-8")
    (folder / "report").mkdir()
    (folder / "report/comments.json").write_text("[]", encoding="utf-8")
    (folder / "report/summary.md").symlink_to(folder / "secret")

    status = comment_on_gitlab(forge, folder)

    assert (status, forge.comments) == (0, [])


@pytest.mark.parametrize("commit", ["0" * 40, "", None], ids=["another", "none", "no file"])
def test_a_report_of_another_commit_is_not_told(commit, forge, folder):
    on_gitlab(forge, folder, SUMMARY, "[]")
    forge.comments.clear()
    (folder / "report/commit").unlink()
    if commit is not None:
        (folder / "report/commit").write_text(commit, encoding="utf-8")

    status = comment_on_gitlab(forge, folder)

    assert (status, forge.comments) == (0, [])


@pytest.mark.parametrize(
    ("job", "shown"), [("88\n", "88"), ("8)[x](https://evil/8", "88"), ("", "")]
)
def test_gitlabs_comment_leads_to_the_pictures_of_its_own_project(job, shown, forge, folder):
    on_gitlab(forge, folder, SUMMARY, "[]")
    assert "pictures" not in forge.comments[0]["body"]
    (folder / "report/job").write_text(job, encoding="utf-8")
    (folder / "report/posts").mkdir()

    comment_on_gitlab(forge, folder)

    place = f"https://gitlab.example/acme/blog/-/jobs/{shown}/artifacts/browse/report/posts/"
    assert f"with [pictures]({place}) of new" in forge.comments[0]["body"]


@pytest.mark.parametrize("token", ["t0ken", ""])
def test_gitlab_is_asked_who_has_approved_which_state(token, forge, folder):
    ana = {"username": "ana", "email": "ana@example.org"}
    forge.approvals = [{"user": ana, "approved_at": "2026-06-01T09:00:00Z"}]

    status = ask_gitlab_for_approvals(forge, folder, token)

    assert status == 0
    assert (folder / "approvals.json").is_file() is bool(token)
    if token:
        told = read_forge_approvals(folder / "approvals.json", "gitlab")
        assert told == (ForgeApproval("ana", "5ead" * 10),)
        assert "example.org" not in (folder / "approvals.json").read_text("utf-8")


def test_without_a_token_nothing_is_asked(forge, folder):
    assert comment_on_gitlab(forge, folder, token="") == 0
    assert forge.asked == []
