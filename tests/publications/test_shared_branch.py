"""A branch of publications that others commit to as well, or are faster on."""

from shutil import which

import pytest

from advocacy.errors import CommandError
from advocacy.publications.destination import open_destination
from tests.publications.branches import (
    FIRST,
    SECOND,
    THIRD,
    branch_of,
    files_of,
    publish_three,
    stripped,
)
from tests.publications.conftest import make, put, put_tool, take_back_unseen

DOMAIN = "stories.lindenmark.example"


@pytest.fixture
def three(root, made):
    return publish_three(root, made)


def commit_by_hand(git, remote, clone, name, text):
    """Commit a file to the branch, as somebody would who knows of no publications."""
    git(clone.parent, "clone", "--quiet", "-b", "gh-pages", str(remote), str(clone))
    make(clone, {name: text})
    git(clone, "add", name)
    git(clone, "commit", "--quiet", "-m", f"Create {name}")
    git(clone, "push", "--quiet", "origin", "gh-pages")


def test_a_domain_that_github_wrote_into_the_branch_stays(three, root, made, remote, git, tmp_path):
    commit_by_hand(git, remote, tmp_path / "clone", "CNAME", DOMAIN)

    for name, files in {"4": FIRST, "5": SECOND}.items():
        put(three, made(name, files))

    assert files_of(git, remote) == stripped({**SECOND, "CNAME": DOMAIN})
    for files in (FIRST, THIRD):  # of which the last was published before the domain was there
        three.put_back()
        assert files_of(git, remote) == stripped({**files, "CNAME": DOMAIN})


def test_a_domain_that_was_built_is_the_site_s_until_github_writes_another(
    root, made, remote, git, tmp_path
):
    branch = branch_of(root)
    for name in ("old", "new"):
        put(branch, made(name, {**FIRST, "CNAME": f"{name}.example"}))
    built = files_of(git, remote)["CNAME"]
    commit_by_hand(git, remote, tmp_path / "clone", "CNAME", DOMAIN)

    branch.put_back()

    assert built == "new.example"
    assert files_of(git, remote)["CNAME"] == DOMAIN


def test_what_keeps_jekyll_away_is_made_anew_whoever_changed_it(three, made, remote, git, tmp_path):
    commit_by_hand(git, remote, tmp_path / "clone", ".nojekyll", "by hand")

    put(three, made("4", FIRST))

    assert git(remote, "cat-file", "-s", "gh-pages:.nojekyll") == "0"


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


def test_a_branch_that_somebody_made_anew_is_read_as_it_is(three, remote, git):
    three.read()
    git(remote, "branch", "-f", "gh-pages", "gh-pages~1")

    assert three.read().current.content == "2" * 40


def test_of_a_branch_that_was_merged_nothing_is_taken_for_published(
    three, root, made, remote, git, tmp_path
):
    other = open_destination("git:other", root, "origin")
    put(other, made("4", FIRST, content="4" * 40))
    git(tmp_path, "clone", "--quiet", "-b", "gh-pages", str(remote), "clone")
    words = ("--quiet", "-s", "ours", "--allow-unrelated-histories", "--no-edit", "origin/other")
    git(tmp_path / "clone", "merge", *words)
    git(tmp_path / "clone", "push", "--quiet", "origin", "gh-pages")

    undone, back = three.put_back()

    assert (undone.content[0], back.content[0]) == ("3", "2")


def test_a_publication_that_somebody_signed_is_read_like_any_other(
    three, root, remote, git, tmp_path, bin_folder
):
    put_tool(bin_folder, "gpg", "#!/bin/sh\necho Good signature >&2\necho [GNUPG:] GOODSIG 1 Ana\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----"
    commit = git(remote, "cat-file", "commit", "gh-pages").replace("\n\n", f"\n{signature}\n\n", 1)
    (tmp_path / "commit").write_text(f"{commit}\n")
    signed = git(remote, "hash-object", "-t", "commit", "-w", str(tmp_path / "commit"))
    git(remote, "branch", "-f", "gh-pages", signed)
    git(root, "config", "log.showSignature", "true")

    assert three.read().current.content == "3" * 40


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

    with pytest.raises(
        CommandError, match=r"git says: .*The branch is protected\. What"
    ) as refusal:
        put(three, made("4", FIRST))

    assert "\n" not in str(refusal.value)
    assert files_of(git, remote) == THIRD


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


@pytest.mark.parametrize("there", ["main", "unknown"])
def test_whoever_has_pushed_before_is_not_overwritten(
    three, root, made, remote, git, bin_folder, there
):
    """Somebody else is faster by as much as it takes until git asks where the branch is."""
    git(root, "push", "--quiet", "origin", "main")
    git(remote, "branch", "unknown", git(remote, "commit-tree", "-m", "By hand", "main^{tree}"))
    move = f"{which('git')} -C '{remote}' branch -f gh-pages {there}"
    script = f'#!/bin/sh\ncase "$*" in *" push "*) {move} ;; esac\nexec {which("git")} "$@"\n'
    put_tool(bin_folder, "git", script)

    with pytest.raises(CommandError, match="Somebody else published meanwhile"):
        put(three, made("4", FIRST))

    assert git(remote, "rev-parse", "gh-pages") == git(remote, "rev-parse", there)
