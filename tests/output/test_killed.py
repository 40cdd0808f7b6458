"""A commit that is killed anywhere is finished later, and leads nobody astray meanwhile."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

import pytest

from advocacy.output.commit import finish
from advocacy.output.stage import open_stage
from advocacy.output.state import state_of
from tests.output.builds import FIRST, build, fill, killed_after, read


@pytest.mark.parametrize("moves", range(4))
def test_a_killed_commit_is_finished_by_the_next_start(tmp_path, monkeypatch, moves):
    build(tmp_path, {"index.html": "old", "old.html": "old"})
    with open_stage(tmp_path / "output", tmp_path) as state:
        fill(state.stage, FIRST)
        killed_after(state, moves, monkeypatch)

    with open_stage(tmp_path / "output", tmp_path):
        pass

    assert read(tmp_path / "output") == FIRST
    assert not finish(state_of(tmp_path / "output"))


# What each file names: a page what it loads and leads to, a list its pages.
HOME = "theme/style.css 2026/index.html fr/index.html topics/x/index.html"
SITE = {
    "theme/style.css": "",
    "2026/a/index.html": "theme/style.css",
    "2026/index.html": "theme/style.css 2026/a/index.html",
    "fr/2026/b/index.html": "theme/style.css",
    "fr/2026/index.html": "fr/2026/b/index.html",
    "fr/index.html": "fr/2026/b/index.html fr/2026/index.html",
    "topics/x/index.html": "2026/a/index.html fr/2026/b/index.html",
    "feeds/all.atom.xml": "2026/a/index.html",
    "search/pagefind/index/one.pf_index": "",
    "search/pagefind/pagefind-entry.json": "search/pagefind/index/one.pf_index",
    "index.html": f"{HOME} feeds/all.atom.xml",
    "_redirects": "2026/a/index.html",
}
# A post more, which others name now; one less; and all posts load a script.
LATER = {
    **{name: SITE[name] for name in SITE if not name.startswith("fr/2026/b/")},
    "theme/post.js": "",
    "2026/a/index.html": "theme/style.css theme/post.js 2027/c/index.html",
    "2027/c/index.html": "theme/style.css theme/post.js topics/y/index.html 2026/a/index.html",
    "2027/index.html": "2027/c/index.html",
    "topics/y/index.html": "2027/c/index.html",
    "topics/x/index.html": "2026/a/index.html",
    "fr/2026/index.html": "",
    "fr/index.html": "fr/2026/index.html",
    "search/pagefind/index/two.pf_index": "",
    "search/pagefind/pagefind-entry.json": "search/pagefind/index/two.pf_index",
    "index.html": f"{HOME} 2027/index.html topics/y/index.html",
}


@pytest.mark.parametrize("moves", range(len(LATER)))
@pytest.mark.parametrize("before", [{}, SITE], ids=["first", "later"])
def test_whoever_arrives_in_the_middle_is_led_to_nothing_that_is_not_there(
    tmp_path, monkeypatch, before, moves
):
    build(tmp_path, before)
    files = LATER if before else SITE
    with open_stage(tmp_path / "output", tmp_path) as state:
        fill(state.stage, files)
        with suppress(pytest.fail.Exception):  # all of it is done by then
            killed_after(state, moves, monkeypatch)
    there = read(tmp_path / "output")
    reached = reach(there, [name for name in before if name in there] or ["index.html"])

    assert [name for name in reached if name not in there] == []


def reach(files: Mapping[str, str], begin: Iterable[str]) -> set[str]:
    """Return what is found by following what files name; the first that is not there as well."""
    found, left = set(), [name for name in begin if name in files]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += files.get(name, "").split()
    return found
