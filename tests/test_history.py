"""When posts last changed, asked of real repositories."""

import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from advocacy.history import read_history

Commit = Callable[[str], None]
MONDAY, TUESDAY, FRIDAY = (f"2026-03-{day:02}T09:00:00+01:00" for day in (2, 3, 6))


@pytest.fixture(autouse=True)
def owner(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Somebody whose own settings of git are odd."""
    config = tmp_path_factory.mktemp("home") / ".gitconfig"
    config.write_text(
        "[user]\nname = Ana\nemail = ana@example.org\n[color]\nui = always\n[core]\n"
        "quotePath = true\n[init]\ndefaultBranch = main\n[log]\nshowRoot = false\ndate = relative\n"
        "showSignature = true\n[diff]\nexternal = /bin/false\n[commit]\ngpgsign = false\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Run git in a new repository."""

    def run(*words: str) -> None:
        subprocess.run(["git", "-C", str(tmp_path), *words], capture_output=True, check=True)

    run("init", "--quiet")
    return run


@pytest.fixture
def commit(git: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Commit:
    """Commit everything at a moment."""

    def run(moment: str) -> None:
        monkeypatch.setenv("GIT_COMMITTER_DATE", moment)
        git("add", "--all")
        git("commit", "--quiet", "--message", "A step")

    return run


def test_each_file_has_its_last_commit(
    commit: Commit, write: Callable[..., Path], tmp_path: Path
) -> None:
    write("content/posts/a.md", "one")
    write("content/posts/ä b\n.md", "one")
    commit(MONDAY)
    write("content/posts/a.md", "two")
    write("content/pages/c.md", "one")
    commit(TUESDAY)
    write("content/posts/new.md", "not committed")

    assert read_history(tmp_path, "content/posts") == {
        "content/posts/a.md": datetime.fromisoformat(TUESDAY),
        "content/posts/ä b\n.md": datetime.fromisoformat(MONDAY),
    }


def test_a_site_below_the_repositorys_top_has_its_own_paths(
    commit: Commit, write: Callable[..., Path], tmp_path: Path
) -> None:
    write("blog/content/posts/a.md", "one")
    write("content/posts/b.md", "one")
    commit(MONDAY)

    assert [*read_history(tmp_path / "blog", "content/posts")] == ["content/posts/a.md"]


def test_a_merge_is_when_a_branchs_words_were_taken_in(
    git: Callable[..., None],
    commit: Commit,
    write: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write("content/posts/a.md", "one")
    commit(MONDAY)
    git("checkout", "--quiet", "-b", "draft")
    write("content/posts/b.md", "a draft")
    commit(TUESDAY)
    git("checkout", "--quiet", "main")
    monkeypatch.setenv("GIT_COMMITTER_DATE", FRIDAY)
    git("merge", "--quiet", "--no-ff", "--no-edit", "draft")

    found = read_history(tmp_path, "content/posts")

    assert {path[-4:]: moment.day for path, moment in found.items()} == {"b.md": 6, "a.md": 2}


@pytest.mark.parametrize("staged", [False, True])
def test_what_is_not_as_it_was_committed_has_no_moment(
    staged: bool,
    git: Callable[..., None],
    commit: Commit,
    write: Callable[..., Path],
    tmp_path: Path,
) -> None:
    write("content/posts/a.md", "one")
    write("content/posts/b.md", "one")
    commit(MONDAY)
    write("content/posts/a.md", "two")
    if staged:
        git("add", "--all")

    assert [*read_history(tmp_path, "content/posts")] == ["content/posts/b.md"]


def test_a_file_that_was_removed_and_lies_there_anew_has_no_moment(
    commit: Commit, write: Callable[..., Path], tmp_path: Path
) -> None:
    file = write("content/posts/a.md", "one")
    commit(MONDAY)
    file.unlink()
    commit(TUESDAY)
    write("content/posts/a.md", "new")

    assert read_history(tmp_path, "content/posts") == {}


def test_a_history_that_is_cut_off_tells_nothing(
    git: Callable[..., None], commit: Commit, write: Callable[..., Path], tmp_path: Path
) -> None:
    write("content/posts/a.md", "one")
    commit(MONDAY)
    write("content/posts/b.md", "one")
    commit(TUESDAY)
    clone = tmp_path / "clone"
    git("clone", "--quiet", "--depth", "1", tmp_path.as_uri(), str(clone))

    assert read_history(clone, "content/posts") == {}


def test_without_a_repository_or_git_there_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [read_history(tmp_path, "content/posts")]
    monkeypatch.setenv("PATH", str(tmp_path))

    assert [*found, read_history(tmp_path, "content/posts")] == [{}, {}]


def test_before_the_first_commit_there_is_nothing(
    git: Callable[..., None], write: Callable[..., Path], tmp_path: Path
) -> None:
    write("content/posts/a.md", "one")

    assert read_history(tmp_path, "content/posts") == {}
