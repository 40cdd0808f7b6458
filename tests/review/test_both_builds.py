"""A site built without a pull request and with it, from real repositories."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from advocacy.library import read_library
from advocacy.output.lending import lend_kept
from advocacy.output.state import state_of
from advocacy.repository import Repository
from advocacy.review.both_builds import Compared, Wanted, open_builds
from advocacy.review.reading import ASKER
from advocacy.share.networks import network_ids
from advocacy.site import read_site
from tests.review.conftest import TODAY, PullRequest, isolate_git
from tests.site.conftest import start_small_site

RAIN, NEW = "content/posts/rain.md", "content/posts/new.md"


def wanted(request: PullRequest, *paths: str, **given: Path) -> Wanted:
    """Return what is asked for when a branch is held against `main`."""
    root = request.site.root
    library = read_library(read_site(root, network_ids()))
    repository = Repository(root, ASKER)
    base = repository.find_base("main")
    return Wanted(library, repository, base, paths, date.fromisoformat(TODAY), **given)


@pytest.fixture(scope="module")
def request_of_many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PullRequest]:
    """A branch that adds a post, moves one, takes an old address away, and would run a hook."""
    with pytest.MonkeyPatch.context() as patch:
        isolate_git(patch)
        request = PullRequest(start_small_site(tmp_path_factory.mktemp("many") / "site"))
        request.site.post("rain", fields={"aliases": "[/old/rain/]"})
        request.site.post("clock")
        hook = request.site.write("hooks/post-checkout", '#!/bin/sh\ntouch "$0.ran"\nexit 1\n')
        hook.chmod(0o755)
        request.git("init", "--quiet", "--initial-branch=main")
        request.git("config", "core.hooksPath", "hooks")
        request.commit("Begin")
        request.git("branch", "post")
        request.git("symbolic-ref", "HEAD", "refs/heads/post")
        request.site.post("rain", body="It poured.")
        request.site.post("clock", fields={"slug": "watch"})
        request.site.post("new")
        yield request


@pytest.fixture(scope="module")
def compared(request_of_many: PullRequest) -> Iterator[Compared]:
    with open_builds(wanted(request_of_many, RAIN, NEW)) as made:
        yield made


def test_both_are_built(compared: Compared) -> None:
    changes = compared.changes

    assert changes.failures == ()
    assert 0 < changes.bytes_before < changes.bytes_after


@pytest.mark.parametrize(
    ("kind", "addresses"),
    [
        ("added", {"2026/the-new/"}),
        ("moved", {"2026/watch/"}),
        ("removed", set()),
    ],
)
def test_pages_are_told_of(compared: Compared, kind: str, addresses: set[str]) -> None:
    told = {page.address for page in compared.changes.pages if page.kind == kind}

    assert told == addresses


def test_a_page_that_moved_without_a_redirect_is_a_dead_end(compared: Compared) -> None:
    (moved,) = compared.changes.dead_ends

    assert (moved.was, moved.path) == ("2026/the-clock/", "content/posts/clock.md")


def test_an_old_address_that_is_given_up_is_told_of(compared: Compared) -> None:
    assert [(each.old, each.new) for each in compared.changes.lost] == [
        ("old/rain/", "2026/the-rain/")
    ]


def test_readers_are_told_of_the_new_post_alone(compared: Compared) -> None:
    everything, *_ = compared.changes.feeds

    assert everything.name == "all"
    assert [(each.kind, each.title) for each in everything.entries] == [("new", "The new")]


def test_posts_of_the_pull_request_have_their_cards(compared: Compared) -> None:
    looks = {look.path: look.cards for look in compared.changes.looks}

    assert looks.keys() == {RAIN, NEW}
    assert all((compared.outputs[0] / card).is_file() for card in looks[NEW])
    assert looks[NEW][0] == "cards/the-new.png"


def test_the_repository_is_left_as_it_was(compared: Compared, request_of_many: PullRequest) -> None:
    root = request_of_many.site.root

    assert request_of_many.git("worktree", "list").count("\n") == 1
    assert request_of_many.git("stash", "list") == ""
    # After any build Python keeps there what it has compiled of the settings.
    assert {each.name for each in root.iterdir()} - {"__pycache__"} == {
        *(".git", "advocacy.toml", "content", "hooks", "pelicanconf.py")
    }
    assert not (root / "hooks/post-checkout.ran").exists()


def test_a_base_that_cannot_be_built_is_told_of(pull_request: PullRequest) -> None:
    site = pull_request.site
    good = (site.root / "pelicanconf.py").read_text(encoding="utf-8")
    pull_request.git("checkout", "--quiet", "main")
    site.write("pelicanconf.py", "raise ValueError('old')\n")
    pull_request.commit("Break it")
    pull_request.git("checkout", "--quiet", "-B", "post")
    site.write("pelicanconf.py", good)

    with open_builds(wanted(pull_request, "content/posts/night-shift.md")) as made:
        changes = made.changes

    assert [each.which for each in changes.failures] == ["before"]
    assert changes.failures[0].told.startswith("pelicanconf.py: ")
    assert [look.address for look in changes.looks] == ["2026/the-night-shift/"]


def test_a_pull_request_does_not_say_how_its_base_is_built(pull_request: PullRequest) -> None:
    ran = pull_request.site.root / "ran"
    mark = f"from pathlib import Path\nPath({str(ran)!r}).open('a').write(__file__)\n1 / 0\n"
    pull_request.site.write("pelicanconf.py", mark)
    pull_request.site.write("advocacy/__init__.py", mark)
    pull_request.site.write("pelican/__init__.py", mark)

    with open_builds(wanted(pull_request)) as made:
        changes = made.changes

    assert [each.which for each in changes.failures] == ["after"]
    assert changes.bytes_before > 0
    assert ran.read_text(encoding="utf-8") == str(pull_request.site.root / "pelicanconf.py")


@pytest.mark.parametrize("is_link", [False, True])
def test_what_a_pull_request_says_was_drawn_before_is_not_believed(
    pull_request: PullRequest, *, is_link: bool
) -> None:
    site = pull_request.site
    done = site.run("advocacy build", "--today", TODAY)
    for card in (site.root / ".output.advocacy/cards").iterdir():
        card.write_bytes(b"drawn by somebody else")
    site.write(".gitignore", "/output\n")
    if is_link:
        (site.root / "else").mkdir()
        (site.root / ".output.advocacy").rename(site.root / "else/.built.advocacy")
        site.output.rename(site.root / "else/built")
        site.output.symlink_to("else/built")
    pull_request.commit("Bring cards")

    with open_builds(wanted(pull_request, after=site.output)) as made:
        changes = made.changes

    assert done.status == 0, done.said
    assert changes.bytes_before == changes.bytes_after > 0
    assert changes.pages == ()


def test_what_a_site_s_own_builds_drew_is_lent(pull_request: PullRequest) -> None:
    done = pull_request.site.run("advocacy build", "--today", TODAY)
    for card in (pull_request.site.root / ".output.advocacy/cards").iterdir():
        card.write_bytes(b"drawn before")

    with open_builds(wanted(pull_request)) as made:
        card = (made.outputs[0] / "cards/the-night-shift.png").read_bytes()

    assert done.status == 0, done.said
    assert card == b"drawn before"


def test_what_one_build_drew_the_other_finds(compared: Compared) -> None:
    output = compared.outputs[0]
    before, after = state_of(output.parents[1] / "before/output"), state_of(output)

    assert any((after.cards / each.name).samefile(each) for each in before.cards.iterdir())


def test_a_folder_in_which_nothing_was_built_is_told_of(
    pull_request: PullRequest, tmp_path: Path
) -> None:
    with open_builds(wanted(pull_request, before=tmp_path, after=tmp_path)) as made:
        failures = made.changes.failures

    assert [each.which for each in failures] == ["before", "after"]
    assert "No page was built here." in failures[0].told


def test_what_is_lent_is_there_twice(tmp_path: Path) -> None:
    lender, borrower = state_of(tmp_path / "a"), state_of(tmp_path / "b")
    for state, name in ((lender, "new"), (lender, "known"), (borrower, "known")):
        state.cards.mkdir(parents=True, exist_ok=True)
        (state.cards / name).write_text(state.output.name)

    lend_kept(lender, borrower)

    assert (borrower.cards / "new").read_text() == "a"
    assert (borrower.cards / "known").read_text() == "b"
    assert not borrower.pictures.exists()
