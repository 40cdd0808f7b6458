"""What `advocacy review` says where it cannot be run."""

from pathlib import Path

import pytest

from tests.review.conftest import PullRequest


@pytest.mark.parametrize(
    ("base", "words", "told"),
    [
        ("nope", (), "--base: git knows no commit `nope`. Name a commit, a branch or a tag"),
        ("mian", (), "--base: git knows no commit `mian`. Did you mean `main`?"),
        ("--all", (), "--base: git knows no commit `--all`."),
        ("main", ("--preview", "ftp://x"), "--preview: `ftp://x` is no web address. Write it as"),
        ("main", ("--format", "pdf"), "'pdf' is not one of 'markdown', 'html', 'json'"),
        ("main", ("--output", "/proc/nowhere/x"), "/proc/nowhere/x: cannot be written: "),
        ("main", ("--page", "/proc/nowhere/x"), "/proc/nowhere/x: cannot be written: "),
        ("main", ("--comments", "/proc/nowhere/x"), "/proc/nowhere/x: cannot be written: "),
        ("main", ("--approved", "anna"), "--approved: `anna` is no colleague here. Did you mean"),
        ("main", ("--approved", "x"), "--approved: `x` is no colleague here. Name the file in"),
        (
            "main",
            ("--approvals", "x.json"),
            "--approvals: Whose they are is not said. Add `--forge",
        ),
        ("main", ("--head", "nope"), "--head: There are no approvals of which to say that. Add"),
        ("main", ("--forge", "github"), "--forge: There are no approvals of which to say that."),
        ("main", ("--today", "soon"), "`soon` is not a date"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    pull_request: PullRequest, base: str, words: tuple[str, ...], told: str
) -> None:
    done = pull_request.review(*words, base=base)

    assert done.exit_code == 2
    assert told in done.output
    assert done.stdout == ""
    assert "Traceback" not in done.output


def test_a_folder_in_no_repository_is_told(
    pull_request: PullRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pull_request.site.root / ".git").rename(tmp_path / "away")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))

    done = pull_request.review()

    assert done.exit_code == 2
    assert "is in no repository of git. Keep the site in one, `git init`, or use" in done.output


def test_a_machine_without_git_is_told(
    pull_request: PullRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    done = pull_request.review()

    assert done.exit_code == 2
    assert "git is not installed. Install it, or use `advocacy check`" in done.output


def test_a_shallow_clone_is_told_to_fetch_the_rest(
    pull_request: PullRequest, tmp_path: Path
) -> None:
    first = pull_request.git("rev-parse", "main").strip()
    pull_request.site.post("clock")
    pull_request.commit()
    clone = tmp_path / "clone"
    source = f"file://{pull_request.site.root}"
    pull_request.git("clone", "--quiet", "--depth=1", source, str(clone))

    done = pull_request.review("--site", str(clone), base=first)

    assert done.exit_code == 2
    assert "`git fetch --unshallow`" in done.output
