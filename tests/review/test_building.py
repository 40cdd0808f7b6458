"""How a build is asked for, and what is said where it is refused: by programs that stand for it."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advocacy.errors import CommandError
from advocacy.review import building
from advocacy.review.both_builds import open_builds
from advocacy.review.building import build_apart
from advocacy.site import Site
from tests.review.conftest import PullRequest
from tests.review.test_both_builds import wanted

DAY = date(2026, 4, 10)
CLOCK = "content/posts/clock.md"
# Writes a page of each kind to where the output is asked for.
BUILD = """\
while [ "$1" != "--output" ]; do shift; done
mkdir -p "$2/2026/the-clock"
echo '<!doctype html>' | tee "$2/index.html" > "$2/2026/the-clock/index.html"
"""
Stand = Callable[[str], Path]


@pytest.fixture
def stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stand:
    """Return a function that puts a program in Python's place, and gives what it was asked."""

    def put(script: str) -> Path:
        file = tmp_path / "python"
        file.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n{script}', encoding="utf-8")
        file.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(file))
        return tmp_path / "asked"

    return put


@pytest.mark.parametrize(
    ("folder", "with_drafts", "outputs", "more"),
    [
        ("", False, ["output"], ""),
        ("", True, ["output"], " --preview"),
        ("output-share", False, ["output", "share"], " --share-output {}/share"),
        ("output-share", True, ["output", "share"], " --share-output {}/share --preview"),
    ],
)
def test_a_build_is_asked_for_as_the_site_says(
    site: Site,
    tmp_path: Path,
    stand: Stand,
    folder: str,
    outputs: list[str],
    more: str,
    *,
    with_drafts: bool,
) -> None:
    asked = stand("")
    site = replace(site, root=tmp_path, sharing=replace(site.sharing, folder=folder))

    made = build_apart(site, tmp_path / "x", DAY, with_drafts=with_drafts)

    assert made == tuple(tmp_path / "x" / each for each in outputs)
    begin = (
        f"-P -m advocacy build --today 2026-04-10 --site {tmp_path} --output {tmp_path}/x/output"
    )
    assert asked.read_text(encoding="utf-8") == f"{begin}{more.format(tmp_path / 'x')}\n"


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exit 7", "It ended with 7, and said nothing."),
        ("printf 'one\\ntwo\\n\\nthree\\n\\n' >&2; exit 1", "two\nthree"),
        ("echo out; exit 1", "out"),
        ("echo out; echo err >&2; exit 1", "err"),
        ("printf 'caf\\351\\n'; exit 1", "caf\ufffd"),
    ],
)
def test_a_build_that_is_refused_says_why(
    site: Site, tmp_path: Path, stand: Stand, script: str, told: str
) -> None:
    stand(script)

    with pytest.raises(CommandError) as refused:
        build_apart(replace(site, root=tmp_path), tmp_path, DAY)

    assert str(refused.value) == told


def test_a_build_that_never_ends_is_stopped(
    site: Site, tmp_path: Path, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "MOST_SECONDS", 0.1)
    stand("exec sleep 600\n")

    with pytest.raises(CommandError, match="It did not end within"):
        build_apart(replace(site, root=tmp_path), tmp_path, DAY)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The output of a site of one page."""
    (tmp_path / "built").mkdir()
    (tmp_path / "built/index.html").write_text("<!doctype html>", encoding="utf-8")
    return tmp_path / "built"


def test_posts_that_are_still_to_be_published_are_looked_at(
    pull_request: PullRequest, built: Path, stand: Stand
) -> None:
    pull_request.site.post("clock", fields={"date": "2026-05-01"})
    asked = stand(BUILD)
    asks = replace(wanted(pull_request, CLOCK, before=built, after=built), with_drafts=True)

    with open_builds(asks) as made:
        outputs, drafts = made.outputs, made.drafts
        is_there = (drafts[0] / "2026/the-clock/index.html").is_file()

    assert [(look.title, look.is_awaited) for look in made.changes.looks] == [("The clock", True)]
    assert (outputs, is_there) == ((built,), True)
    assert asked.read_text(encoding="utf-8").count(" --preview") == 1


def test_posts_that_cannot_be_shown_are_told_of(
    pull_request: PullRequest, built: Path, stand: Stand
) -> None:
    pull_request.site.post("clock", fields={"status": "draft"})
    stand("echo refused; exit 1")
    asks = replace(wanted(pull_request, CLOCK, before=built, after=built), with_drafts=True)

    with open_builds(asks) as made:
        changes = made.changes

    assert changes.notes == ("Posts that are still to be published cannot be shown: refused",)
    assert changes.looks == ()


@pytest.mark.parametrize(
    ("fields", "paths", "with_drafts"),
    [
        ({"status": "draft"}, (CLOCK,), False),
        ({}, (CLOCK,), True),
        ({"status": "draft"}, ("content/posts/night-shift.md",), True),
    ],
    ids=["nobody looks", "no draft", "a draft of before"],
)
def test_drafts_are_built_only_where_there_are_some(
    pull_request: PullRequest,
    built: Path,
    stand: Stand,
    fields: dict[str, str],
    paths: tuple[str, ...],
    *,
    with_drafts: bool,
) -> None:
    pull_request.site.post("clock", fields=fields)
    asked = stand(BUILD)
    asks = replace(wanted(pull_request, *paths, before=built, after=built), with_drafts=with_drafts)

    with open_builds(asks) as made:
        assert made.drafts == ()

    assert not asked.exists()


def test_no_draft_is_built_where_the_site_was_not(
    pull_request: PullRequest, built: Path, tmp_path: Path, stand: Stand
) -> None:
    (tmp_path / "empty").mkdir()
    pull_request.site.post("clock", fields={"status": "draft"})
    asked = stand(BUILD)
    asks = wanted(pull_request, CLOCK, before=built, after=tmp_path / "empty")

    with open_builds(replace(asks, with_drafts=True)) as made:
        assert (made.outputs, made.drafts) == ((), ())

    assert not asked.exists()


@pytest.mark.parametrize("which", ["before", "after"])
def test_a_build_that_wrote_nothing_is_told_of_without_where_it_lay(
    pull_request: PullRequest, built: Path, stand: Stand, which: str
) -> None:
    stand("")
    other = {"before": "after", "after": "before"}[which]

    with open_builds(wanted(pull_request, **{other: built})) as made:
        (failure,) = made.changes.failures

    assert failure.which == which
    assert failure.told.startswith(f"{which}/output: No page was built here.")


@pytest.mark.parametrize("failed", ["before", "after"])
def test_of_what_was_built_alone_the_size_is_told(
    pull_request: PullRequest, built: Path, tmp_path: Path, failed: str
) -> None:
    (tmp_path / "empty").mkdir()
    folders = {"before": built, "after": built, failed: tmp_path / "empty"}

    with open_builds(wanted(pull_request, **folders)) as made:
        changes = made.changes

    sizes = {"before": changes.bytes_before, "after": changes.bytes_after}
    assert {which: size > 0 for which, size in sizes.items()} == {
        which: which != failed for which in sizes
    }
    assert [each.which for each in changes.failures] == [failed]
