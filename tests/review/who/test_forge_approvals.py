"""What a forge's API answers, read: who approved which commit."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from advocacy.errors import CommandError
from advocacy.review.forge_approvals import read_forge_approvals

A, B = "a" * 40, "b" * 40


def review(state: str, day: int = 1, login: object = "ben-gh", **more: object) -> dict[str, Any]:
    """Return a review as GitHub and Gitea have one."""
    when = f"2026-06-{day:02}T09:00:00Z"
    return {
        "user": {"login": login},
        "state": state,
        "commit_id": A,
        "submitted_at": when,
        **more,
    }


def read(folder: Path, answer: object, forge: str = "github") -> list[tuple[str, str]]:
    file = folder / "approvals.json"
    file.write_text(json.dumps(answer), encoding="utf-8")
    return [tuple(each) for each in read_forge_approvals(file, forge)]


@pytest.mark.parametrize(
    ("forge", "reviews", "found"),
    [
        ("github", [review("APPROVED")], [A]),
        ("github", [review("APPROVED"), review("COMMENTED", 2)], [A]),
        ("github", [review("APPROVED"), review("CHANGES_REQUESTED", 2)], []),
        ("github", [review("CHANGES_REQUESTED"), review("APPROVED", 2)], [A]),
        ("github", [review("APPROVED", 2), review("CHANGES_REQUESTED", 1)], [A]),
        ("github", [review("APPROVED"), review("APPROVED", 2, commit_id=B)], [B]),
        ("github", [review("APPROVED"), review("APPROVED", 2, "BEN-GH", commit_id=B)], [B]),
        ("github", [review("APPROVED"), review("CHANGES_REQUESTED", 2, "BEN-GH")], []),
        ("github", [review("DISMISSED")], []),
        ("github", [review("APPROVED"), review("DISMISSED", 2)], []),
        ("github", [review("APPROVED", login="a\x1b]0;b")], []),
        ("github", [review("APPROVED", login="a" * 100)], [A]),
        ("github", [review("APPROVED", login="a" * 101)], []),
        ("github", [review("APPROVED", login="robot[bot]")], [A]),
        ("github", [review("APPROVED", login=7)], []),
        ("github", [review("APPROVED", commit_id="--upload-pack=x")], []),
        ("github", [review("APPROVED", commit_id="a" * 39)], []),
        ("github", [review("APPROVED", commit_id="a" * 64)], ["a" * 64]),
        ("github", [review("APPROVED", commit_id=7)], []),
        ("github", [review("APPROVED", user=None), 7, {}, None], []),
        ("gitea", [review("APPROVED")], [A]),
        ("gitea", [review("APPROVED", dismissed=True)], []),
        ("gitea", [review("APPROVED"), review("REQUEST_CHANGES", 2)], []),
        ("gitea", [review("REQUEST_CHANGES"), review("APPROVED", 2, dismissed=False)], [A]),
        ("gitea", [review("APPROVED"), review("REQUEST_REVIEW", 2)], [A]),
        ("forgejo", [review("APPROVED"), review("REQUEST_CHANGES", 2)], []),
        ("forgejo", [review("COMMENT"), review("APPROVED", 2), review("PENDING", 3)], [A]),
    ],
)  # fmt: skip
def test_what_somebody_decided_last_counts(
    forge: str, reviews: object, found: list[str], tmp_path: Path
) -> None:
    assert [commit for _, commit in read(tmp_path, reviews, forge)] == found


def version(commit: str, day: int) -> dict[str, str]:
    return {"head_commit_sha": commit, "created_at": f"2026-06-{day:02}T09:00:00.000Z"}


@pytest.mark.parametrize(
    ("day", "found"),
    [("2026-06-02T10:00:00.000+02:00", []), ("2026-06-03T09:00:00.000Z", [("ben", A)]),
     ("2026-06-03T12:00:00.000Z", [("ben", A)]), ("2026-06-04T08:59:59.999Z", [("ben", A)]),
     ("2026-06-05T12:00:00.000Z", [("ben", B)]), (None, []), ("soon", []), (7, [])],
)  # fmt: skip
def test_on_gitlab_an_approval_is_of_the_version_that_was_there(
    day: object, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    given = {"user": {"username": "ben"}, "approved_at": day}
    answer = {
        "approvals": {"approved_by": [given]},
        "versions": [version(B, 4), version(A, 3)],
    }

    assert read(tmp_path, answer, "gitlab") == found


@pytest.mark.parametrize(
    ("forge", "answer", "told"),
    [
        ("github", {"message": "Not Found"}, "is not from github: it is no list of reviews. Save"),
        ("forgejo", {"message": "not found"}, "is not from forgejo: it is no list of reviews."),
        ("gitea", {"approvals": {"approved_by": []}, "versions": []}, "is not from gitea:"),
        ("github", None, "is not from github:"),
        ("gitlab", [review("APPROVED")], "is not from gitlab: it is no table of two answers. Save"),
        ("gitlab", {"approvals": {"approved_by": []}}, "is not from gitlab:"),
        ("gitlab", {"versions": []}, "is not from gitlab:"),
        ("gitlab", {"approvals": {"message": "404"}, "versions": []}, "is not from gitlab:"),
        ("gitlab", {"approvals": {"approved_by": []}, "versions": {}}, "is not from gitlab:"),
    ],
)  # fmt: skip
def test_what_is_no_answer_of_that_forge_is_told(
    forge: str, answer: object, told: str, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match=re.escape(told)):
        read(tmp_path, answer, forge)


@pytest.mark.parametrize("answer", [b"", b"<html>", b"\xff", b"[" * 100_000])
def test_what_is_no_answer_is_told(answer: bytes, tmp_path: Path) -> None:
    file = tmp_path / "approvals.json"
    file.write_bytes(answer)

    with pytest.raises(CommandError, match=r"approvals\.json cannot be read: it is no JSON\. Save"):
        read_forge_approvals(file, "github")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"x\.json cannot be read: No such file or directory\."):
        read_forge_approvals(tmp_path / "x.json", "github")
