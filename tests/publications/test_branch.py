"""A branch of publications: one commit each, pushed whole, and never by force."""

from pathlib import Path

import pytest

from advocacy.errors import CommandError
from advocacy.publications.destination import open_destination
from tests.publications.conftest import URL, make, put, take_back_unseen

FIRST = {"index.html": "home", "2026/a/index.html": "a", "_headers": "/*\n  X: y\n"}
SECOND = {"index.html": "home, and b\r\n", "2026/b/index.html": "b", "übung.txt": "ü"}
THIRD = {"index.html": "home, and c"}


@pytest.fixture
def root(tmp_path, git):
    """A site in a repository, with a bare one as its remote."""
    root = tmp_path / "site"
    root.mkdir()
    git(root, "init", "--quiet", "-b", "main")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "Begin")
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    git(root, "remote", "add", "origin", str(tmp_path / "remote.git"))
    # What git would do to files of the site is not done to what was built.
    git(root, "config", "core.autocrlf", "input")
    return root


@pytest.fixture
def remote(tmp_path):
    return tmp_path / "remote.git"


@pytest.fixture
def three(root, made):
    """A branch with three publications, of which the last is served."""
    branch = branch_of(root)
    for name, files in {"1": FIRST, "2": SECOND, "3": THIRD}.items():
        put(branch, made(name, files, content=name * 40))
    return branch


def branch_of(root: Path):
    return open_destination("git:gh-pages", root, "origin")


def commit_by_hand(git, remote: Path, clone: Path, name: str, text: str) -> None:
    """Commit a file to the branch, as somebody would who knows of no publications."""
    git(clone.parent, "clone", "--quiet", "-b", "gh-pages", str(remote), str(clone))
    make(clone, {name: text})
    git(clone, "add", name)
    git(clone, "commit", "--quiet", "-m", f"Create {name}")
    git(clone, "push", "--quiet", "origin", "gh-pages")


def files_of(git, remote: Path) -> dict[str, str]:
    """Return what the branch holds, but for what is there for GitHub."""
    listed = git(remote, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "gh-pages")
    names = [name for name in listed.splitlines() if name != ".nojekyll"]
    return {name: git(remote, "cat-file", "blob", f"gh-pages:{name}") for name in names}


def stripped(files):
    return {name: text.strip() for name, text in files.items()}


def test_a_publication_is_one_commit_that_names_its_content(three, remote, git):
    message = git(remote, "log", "-1", "--format=%an <%ae>%n%B", "gh-pages")

    assert message.splitlines()[:3] == [
        "stories.lindenmark.example <noreply@stories.lindenmark.example>",
        "Publish 2026-03-31 from 3333333",
        "",
    ]
    assert f"Publication-Url: {URL}" in message
    assert f"Publication-Content: {'3' * 40}" in message
    assert "Publication-Guide: 57555b1da025" in message
    assert git(remote, "rev-list", "--count", "gh-pages") == "3"
    assert files_of(git, remote) == THIRD


def test_files_are_taken_as_they_are(root, made, remote, git):
    put(branch_of(root), made("2", SECOND))

    assert files_of(git, remote) == stripped(SECOND)
    size = git(remote, "cat-file", "-s", "gh-pages:index.html")
    assert int(size) == len(SECOND["index.html"])
    assert git(remote, "ls-tree", "--name-only", "gh-pages", ".nojekyll") == ".nojekyll"


def test_nothing_in_the_sites_own_repository_is_touched(three, root, git):
    assert git(root, "status", "--porcelain") == ""
    assert git(root, "branch", "--format=%(refname:short)") == "main"
    assert git(root, "ls-files") == ""


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


def test_a_domain_that_github_wrote_into_the_branch_stays(three, root, made, remote, git, tmp_path):
    commit_by_hand(git, remote, tmp_path / "clone", "CNAME", "stories.lindenmark.example")

    for name, files in {"4": FIRST, "5": SECOND}.items():
        put(three, made(name, files))

    assert files_of(git, remote) == stripped({**SECOND, "CNAME": "stories.lindenmark.example"})
    for files in (FIRST, THIRD):  # of which the last was published before the domain was there
        three.put_back()
        assert files_of(git, remote) == stripped({**files, "CNAME": "stories.lindenmark.example"})


@pytest.mark.parametrize("name", ["google123.html", "index.html", "docs/übung.txt"])
def test_what_somebody_else_committed_is_not_taken_away(three, made, remote, git, tmp_path, name):
    clone = tmp_path / "clone"
    commit_by_hand(git, remote, clone, name, "by hand")

    for act in (three.read, three.put_back, lambda: put(three, made("4", FIRST))):
        with pytest.raises(CommandError, match=f"{name} was changed there by another commit"):
            act()

    assert files_of(git, remote) == {**THIRD, name: "by hand"}
    git(clone, "revert", "--no-edit", "HEAD")
    git(clone, "push", "--quiet", "origin", "gh-pages")
    put(three, made("4", FIRST))
    assert files_of(git, remote) == stripped(FIRST)


def test_a_branch_with_something_else_on_it_is_refused(root, remote, git):
    git(root, "push", "--quiet", "origin", "main")

    with pytest.raises(CommandError, match="holds what was not published by this command"):
        open_destination("git:main", root, "origin").read()

    assert git(remote, "rev-list", "--count", "main") == "1"


@pytest.mark.parametrize("hook", ["pre-receive", "update"])
def test_a_push_that_is_refused_leaves_what_is_served(three, made, remote, git, hook):
    script = remote / "hooks" / hook
    script.parent.mkdir(exist_ok=True)
    script.write_text("#!/bin/sh\necho 'The branch is protected.' >&2\nexit 1\n")
    script.chmod(0o755)

    with pytest.raises(CommandError, match=r"git says: .*The branch is protected") as refusal:
        put(three, made("4", FIRST))

    assert "\n" not in str(refusal.value)
    assert files_of(git, remote) == THIRD


def test_a_remote_is_named_and_not_given_by_its_address(three, root, remote):
    with pytest.raises(CommandError, match="Name one of `git remote` with --remote"):
        open_destination("git:gh-pages", root, str(remote)).read()


def test_a_rollback_between_looking_and_publishing_is_not_overwritten(three, made):
    seen, back = take_back_unseen(three)

    with pytest.raises(CommandError, match="Somebody else published meanwhile"):
        three.put(made("4", THIRD, content="3" * 40), 5, seen)

    assert three.read() == back


def test_whoever_pushes_between_is_not_overwritten(three, root, made, remote, git, tmp_path):
    """The hook runs when git is about to push: somebody else is just a little faster."""
    git(remote, "branch", "faster", "gh-pages~1")
    hook = root / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ngit -C '{remote}' branch -f gh-pages faster\n")
    hook.chmod(0o755)

    with pytest.raises(CommandError, match="Somebody else published meanwhile"):
        put(three, made("4", FIRST))

    assert files_of(git, remote) == stripped(SECOND)


@pytest.mark.parametrize(
    ("is_repository", "remote_name", "told"),
    [(True, "nowhere", "Git knows no such remote"), (False, "origin", "is in no repository")],
)
def test_where_nothing_can_be_pushed_is_told(root, tmp_path, is_repository, remote_name, told):
    folder = root if is_repository else tmp_path

    with pytest.raises(CommandError, match=told):
        open_destination("git:gh-pages", folder, remote_name).read()


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
        ("git:a b", "`git:a b` names no branch."),
        ("", "DEST is empty. Name a folder, `HOST:FOLDER`, or `git:BRANCH`"),
    ],
)
def test_a_slip_makes_neither_a_folder_nor_a_branch(root, git, monkeypatch, dest, told):
    git(root, "update-ref", "refs/remotes/origin/fetched", "HEAD")
    monkeypatch.chdir(root)

    with pytest.raises(CommandError) as refusal:
        open_destination(dest, root, "origin")

    assert told in str(refusal.value)


@pytest.mark.parametrize("dest", ["./gh-pages", "www", "../ghpages", "git:blog/pages"])
def test_what_is_meant_to_be_a_place_is_one(root, monkeypatch, dest):
    (root / "www").mkdir()
    monkeypatch.chdir(root)

    assert open_destination(dest, root, "origin")


def test_a_name_alone_is_a_folder_where_no_site_is(root, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert str(open_destination("www", root, "origin")) == str(tmp_path / "www")


def test_a_shallow_clone_publishes_on_top_of_all_that_was(three, root, made, remote, git, tmp_path):
    git(root, "push", "--quiet", "origin", "main")
    clone = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", "-b", "main", f"file://{remote}", str(clone))
    branch = branch_of(clone)

    put(branch, make(tmp_path / "built/4", FIRST))
    told = [branch.put_back()[1].content[:1] for _ in range(3)]

    assert told == ["3", "2", "1"]
    assert git(remote, "rev-list", "--count", "gh-pages") == "7"
