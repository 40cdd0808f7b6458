"""A branch of publications: one commit each, pushed whole, and never by force."""

import pytest

from advocacy.errors import CommandError
from advocacy.publications.destination import open_destination
from advocacy.publications.entry import make_author
from advocacy.publications.publication import Publication
from tests.publications.branches import (
    FIRST,
    SECOND,
    THIRD,
    branch_of,
    files_of,
    publish_three,
    stripped,
)
from tests.publications.conftest import URL, make, put, put_tool

BOTH = {"1": FIRST, "2": SECOND}


@pytest.fixture
def three(root, made):
    return publish_three(root, made)


def test_a_publication_is_one_commit_that_names_its_content(three, remote, git):
    message = git(remote, "log", "-1", "--format=%an <%ae>%n%cn <%ce>%n%B", "gh-pages")

    current = three.read().current
    assert message.splitlines() == [
        *["stories.lindenmark.example <noreply@stories.lindenmark.example>"] * 2,
        "Publish 2026-03-31 from 3333333",
        "",
        f"Publication-Url: {URL}",
        "Publication-Day: 2026-03-31",
        f"Publication-Content: {'3' * 40}",
        "Publication-Guide: 57555b1da025",
        f"Publication-Digest: {current.digest}",
    ]
    assert current.name == git(remote, "rev-parse", "--short=7", "gh-pages")
    assert git(remote, "rev-list", "--count", "gh-pages") == "3"
    assert files_of(git, remote) == THIRD


def test_a_rollback_is_a_commit_that_names_what_it_puts_back(root, made, remote, git):
    branch = branch_of(root)
    first, second = (put(branch, made(name, files)) for name, files in BOTH.items())

    branch.put_back()

    assert git(remote, "log", "-1", "--format=%B", "gh-pages").splitlines() == [
        f"Put back 2026-03-31 in place of {second.name}",
        "",
        f"Publication-Url: {URL}",
        "Publication-Day: 2026-03-31",
        "Publication-Guide: 57555b1da025",
        f"Publication-Digest: {first.digest}",
        f"Publication-Puts-Back: {git(remote, 'rev-parse', 'gh-pages~2')}",
    ]
    assert git(remote, "log", "-1", "--format=%s", "gh-pages~2") == "Publish 2026-03-31"
    assert branch.read().current.name == git(remote, "rev-parse", "--short=7", "gh-pages")


def test_the_host_alone_is_the_author():
    own = Publication("http://me@localhost:8000/blog", "2026-03-31", "", "guide", "one")

    assert make_author(own)["GIT_AUTHOR_EMAIL"] == "noreply@localhost"


def test_files_are_taken_as_they_are(root, made, remote, git):
    put(branch_of(root), made("2", SECOND))

    assert files_of(git, remote) == stripped(SECOND)
    size = git(remote, "cat-file", "-s", "gh-pages:index.html")
    assert int(size) == len(SECOND["index.html"])
    assert git(remote, "ls-tree", "--name-only", "gh-pages", ".nojekyll") == ".nojekyll"


def test_nothing_in_the_sites_own_repository_is_touched(three, root, remote, git):
    git(remote, "tag", "v1", "gh-pages")

    three.read()

    assert git(root, "status", "--porcelain") == ""
    assert git(root, "branch", "--format=%(refname:short)") == "main"
    assert git(root, "ls-files") == ""
    assert git(root, "tag") == ""


def test_a_hook_s_own_repository_is_not_taken_for_the_site_s(three, made, tmp_path, monkeypatch):
    for name in ("GIT_DIR", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(tmp_path / "nowhere"))

    put(three, made("4", FIRST, content="4" * 40))

    assert three.read().current.content == "4" * 40


def test_a_site_may_lie_in_a_folder_of_its_repository(root, made, remote, git):
    (root / "blog").mkdir()
    branch = branch_of(root / "blog")
    for name, files in BOTH.items():
        put(branch, made(name, files))

    branch.put_back()

    assert files_of(git, remote) == stripped(FIRST)


def test_each_rollback_is_one_commit_more_and_goes_one_further_back(three, remote, git):
    tips = [git(remote, "rev-parse", "gh-pages")]
    told = []
    for files in (SECOND, FIRST):
        undone, back = three.put_back()
        told.append((undone.content[0], back.content[0]))
        tips.append(git(remote, "rev-parse", "gh-pages"))
        assert files_of(git, remote) == stripped(files)

    assert told == [("3", "2"), ("2", "1")]
    with pytest.raises(CommandError, match="There is no earlier publication on it"):
        three.put_back()
    assert git(remote, "rev-list", "--first-parent", "gh-pages").split()[:3] == tips[::-1]


def test_a_rollback_where_nothing_was_published_makes_no_branch(root, remote, git):
    with pytest.raises(CommandError, match="There is no earlier publication on it"):
        branch_of(root).put_back()

    assert git(remote, "branch") == ""


def test_what_was_taken_back_is_known_until_another_is_published(three, made):
    three.put_back()
    three.put_back()
    before = three.read()

    put(three, made("4", THIRD, content="4" * 40))
    undone, back = three.put_back()

    assert before.current.content == "1" * 40
    assert {each.content[0] for each in before.undone} == {"3", "2"}
    assert (undone.content[0], back.content[0]) == ("4", "1")


def test_what_is_served_again_was_not_taken_back(three, made):
    three.put_back()
    put(three, made("4", FIRST, content="4" * 40))

    three.put_back()

    shelf = three.read()
    assert shelf.current.content == "2" * 40
    assert [each.content[0] for each in shelf.undone] == ["4", "3"]


def test_a_branch_is_read_whatever_letters_somebody_s_terminal_has(root, made, git):
    git(root, "config", "i18n.logOutputEncoding", "ISO-8859-1")
    branch, url = branch_of(root), "https://bücherei.example"
    put(branch, made("1", FIRST, url=url))

    assert branch.read().current.url == url


def test_a_remote_is_named_and_not_given_by_its_address(three, root, remote):
    with pytest.raises(CommandError, match="Name one of `git remote` with --remote"):
        open_destination("git:gh-pages", root, str(remote)).read()


@pytest.mark.parametrize(
    ("folder", "remote_name", "told"),
    [
        ("site", "nowhere", "Git knows no such remote"),
        (
            "site",
            "gone",
            "git says: fatal: 'gone.git' does not appear to be a git repository. What",
        ),
        (".", "origin", "The site is in no repository of git."),
    ],
)
def test_where_nothing_can_be_pushed_is_told(root, git, tmp_path, folder, remote_name, told):
    git(root, "remote", "add", "gone", "gone.git")

    with pytest.raises(CommandError, match=told):
        open_destination("git:gh-pages", tmp_path / folder, remote_name).read()


def test_that_git_ended_without_a_word_is_told(three, bin_folder):
    put_tool(bin_folder, "git", "#!/bin/sh\nexit 1\n")

    with pytest.raises(CommandError, match="git says: git ended early"):
        three.read()


def test_a_shallow_clone_publishes_on_top_of_all_that_was(three, root, made, remote, git, tmp_path):
    git(root, "push", "--quiet", "origin", "main")
    clone = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", "-b", "main", f"file://{remote}", str(clone))
    branch = branch_of(clone)

    put(branch, make(tmp_path / "built/4", FIRST))
    told = [branch.put_back()[1].content[:1] for _ in range(3)]

    assert told == ["3", "2", "1"]
    assert git(remote, "rev-list", "--count", "gh-pages") == "7"
