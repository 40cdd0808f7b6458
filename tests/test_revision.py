"""Git tells which commit a site is at, and which of its files are not in it."""

import pytest

from advocacy.revision import Revision, differs, read_revision
from tests.publications.conftest import git

__all__ = ["git"]


@pytest.fixture
def root(tmp_path, write, git):
    """A site in a folder of a repository."""
    write("blog/content/posts/a.md", "a")
    write("blog/advocacy.toml", "")
    write("other.txt", "")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "--quiet", "-m", "Begin")
    return tmp_path / "blog"


def test_a_clean_site_is_at_its_commit(root, git):
    assert read_revision(root) == Revision(git(root, "rev-parse", "HEAD"))


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("blog/content/posts/a.md", ("blog/content/posts/a.md",)),
        ("blog/content/posts/ü.md", ("blog/content/posts/ü.md",)),
        ("blog/templates/post.html", ("blog/templates/post.html",)),
        ("blog/notes.txt", ()),
        ("other.txt", ()),
    ],
)
def test_what_is_not_committed_is_told_where_it_is_of_the_site(root, write, path, changed):
    write(path, "new")

    assert read_revision(root).changed == changed


def test_without_a_commit_nothing_is_known(tmp_path, git):
    assert read_revision(tmp_path) == Revision()

    git(tmp_path, "init", "--quiet")
    assert read_revision(tmp_path) == Revision()


@pytest.mark.parametrize(("path", "is_other"), [("blog/advocacy.toml", True), ("other.txt", False)])
def test_a_commit_that_changes_nothing_of_the_site_is_none_for_it(root, write, git, path, is_other):
    before = git(root, "rev-parse", "HEAD")
    write(path, "new")
    git(root, "commit", "--quiet", "-am", "Change")

    assert differs(root, before, "HEAD") is is_other


def test_another_repository_counts_though_git_is_told_to_leave_it_out(root, write, git):
    write(".gitmodules", '[submodule "x"]\npath = blog/x\nurl = ../x\nignore = all\n')
    (root / "x").mkdir()
    git(root, "add", "-A")
    for number in "12":
        git(root, "update-index", "--add", "--cacheinfo", f"160000,{number * 40},blog/x")
        git(root, "commit", "--quiet", "-m", "Bring another repository")

    assert differs(root, "HEAD^", "HEAD")


def test_a_commit_that_is_not_known_here_differs(root):
    assert differs(root, "b" * 40, "HEAD")
