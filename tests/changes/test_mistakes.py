"""What is said where git cannot tell what changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.changes import read_changes
from advocacy.errors import CommandError
from tests.changes.conftest import TEN, Git


@pytest.mark.parametrize("since", ["nowhere", "--output=x", "", "HEAD~9", "a b", "HEAD:content"])
def test_a_commit_that_is_none_is_told(
    since: str, tmp_path: Path, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write("content/a.md", TEN)
    commit()

    with pytest.raises(CommandError, match="git knows no commit") as caught:
        read_changes(tmp_path, since)

    assert f"`{since}`" in str(caught.value)
    assert [*tmp_path.glob("x*")] == []


def test_branches_without_a_commit_in_common_are_told(
    tmp_path: Path, git: Git, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write("content/a.md", TEN)
    commit()
    git("switch", "--quiet", "--orphan", "other")
    write("content/b.md", TEN)
    commit()

    with pytest.raises(CommandError, match=r"no commit in common here\. They are two histories"):
        read_changes(tmp_path, "main")


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("mian", "git knows no commit `mian`. Did you mean `main`?"),
        ("dev", "git knows no commit `dev`. Did you mean `origin/dev`?"),
        ("v1.0", "git knows no commit `v1.0`. Name a commit, a branch or a tag"),
    ],
)
def test_a_branch_that_is_none_is_told_with_the_nearest(
    since: str,
    told: str,
    tmp_path: Path,
    git: Git,
    commit: Callable[[], str],
    write: Callable[..., Path],
) -> None:
    write("content/a.md", TEN)
    git("update-ref", "refs/remotes/origin/dev", commit())

    with pytest.raises(CommandError) as caught:
        read_changes(tmp_path, since)

    assert told in str(caught.value)


def test_a_repository_without_a_commit_has_nothing_to_compare_with(
    tmp_path: Path, git: Git
) -> None:
    with pytest.raises(CommandError, match=r"no commit yet, and so no `HEAD`\. Commit first"):
        read_changes(tmp_path, "HEAD")


def test_a_shallow_clone_is_told_to_fetch_the_rest(
    tmp_path: Path, git: Git, commit: Callable[[], str], write: Callable[..., Path]
) -> None:
    write("content/a.md", TEN)
    first = commit()
    write("content/a.md", TEN.replace("line 4", "x"))
    commit()
    clone = tmp_path / "clone"
    git("clone", "--quiet", "--depth=1", f"file://{tmp_path}", str(clone))

    with pytest.raises(CommandError, match="Fetch the whole history: `git fetch --unshallow`"):
        read_changes(clone, first)


def test_a_folder_in_no_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(CommandError, match=r"is in no repository of git\. Keep"):
        read_changes(tmp_path)


def test_a_machine_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CommandError, match="git is not installed"):
        read_changes(tmp_path)
