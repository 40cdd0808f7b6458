"""Where somebody publishes to: a slip leads nowhere."""

from pathlib import Path

import pytest

from advocacy.errors import CommandError
from advocacy.publications.destination import open_destination


def test_without_git_a_folder_is_a_place_and_a_branch_is_none(root, tmp_path, monkeypatch):
    (root / "www").mkdir()
    monkeypatch.chdir(root)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert open_destination("www", root, "origin")
    with pytest.raises(CommandError, match="git is not installed"):
        open_destination("git:gh-pages", root, "origin")


@pytest.mark.parametrize(
    ("dest", "told"),
    [
        ("gh-pages", "Did you mean `git:gh-pages`? Write a folder as `./gh-pages`."),
        ("pages", "Did you mean `git:pages`?"),
        ("main", "Did you mean `git:main`?"),
        ("fetched", "Did you mean `git:fetched`?"),
        ("ghpages", "Write `./ghpages` to have one made, or `git:ghpages` for a branch."),
        ("git:origin/pages", "Did you mean `git:pages`, with `--remote origin`?"),
        ("git:refs/heads/pages", "Did you mean `git:pages`?"),
        ("git:", "`git:` names no branch. Write it as `git:gh-pages`."),
        ("git:-f", "`git:-f` names no branch."),
        ("git:+f", "`git:+f` names no branch."),
        ("git:a b", "`git:a b` names no branch."),
        ("git://host/blog", "A web address is no place to publish to."),
        ("", "DEST is empty. Name a folder, `HOST:FOLDER`, or `git:BRANCH`"),
    ],
)
def test_a_slip_makes_neither_a_folder_nor_a_branch(root, git, monkeypatch, dest, told):
    git(root, "update-ref", "refs/remotes/origin/fetched", "HEAD")
    monkeypatch.chdir(root)

    with pytest.raises(CommandError) as refusal:
        open_destination(dest, Path(), "origin")

    assert told in str(refusal.value)


@pytest.mark.parametrize(
    "dest", ["./gh-pages", "www", "../ghpages", "host:blog", "git:blog/pages", "git:origin"]
)
def test_what_is_meant_to_be_a_place_is_one(root, monkeypatch, dest):
    (root / "www").mkdir()
    monkeypatch.chdir(root)

    assert open_destination(dest, root, "origin")


def test_a_name_alone_is_a_folder_where_no_site_is(root, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert str(open_destination("www", root, "origin")) == str(tmp_path / "www")
