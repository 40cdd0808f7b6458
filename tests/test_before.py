"""What was so before a change, asked of real repositories."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.before import Before, read_before
from advocacy.library import read_library
from advocacy.repository import SINCE, Repository
from advocacy.site import read_site
from advocacy.touched import read_change
from tests.site.conftest import SmallSite, start_small_site

Git = Callable[..., str]


@pytest.fixture
def small_site(tmp_path: Path) -> SmallSite:
    """A site of one post."""
    return start_small_site(tmp_path / "site")


@pytest.fixture
def git(small_site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in a site's folder, where it knows nothing but what it is told here."""
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    person = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")

    def run(*words: str) -> str:
        whole = ["git", *person, "-C", str(small_site.root), *words]
        return subprocess.run(whole, capture_output=True, text=True, check=True).stdout

    run("init", "--quiet")
    return run


def commit(git: Git) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "A step")


def before(root: Path) -> Before:
    repository = Repository(root, SINCE)
    library = read_library(read_site(root))
    return read_before(repository, "HEAD", read_change(repository, "HEAD"), library)


def test_git_is_asked_as_often_for_many_posts_as_for_one(
    small_site: SmallSite, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"day-{number}" for number in range(12)]
    for name in names:
        small_site.post(name)
    commit(git)
    asked = []
    for some in (names[:1], names):
        for name in some:
            small_site.post(name, body="It snowed.")
        trace = tmp_path / f"{len(some)}.json"
        monkeypatch.setenv("GIT_TRACE2_EVENT", str(trace))

        posts = before(small_site.root).posts

        monkeypatch.delenv("GIT_TRACE2_EVENT")
        events = map(json.loads, trace.read_text("utf-8").splitlines())
        asked.append(sorted(each["name"] for each in events if each["event"] == "cmd_name"))
        assert all("It rained." in posts[f"content/posts/{name}.md"].body for name in names)
    assert asked[0] == asked[1]


@pytest.mark.skipif(os.name != "posix", reason="no such name can be kept there")
def test_a_name_with_the_end_of_a_line_in_it_is_no_other_files(
    small_site: SmallSite, git: Git
) -> None:
    names = ["a", "b\nHEAD:content/posts/night-shift", "c"]
    for name in names:
        key = name[0]
        own = {"title": f"The {key}", "slug": f"odd-{key}", "id": f"tag:x.example,2026:{key}"}
        small_site.post(name, fields=own)
    commit(git)
    for name in names:
        (small_site.root / f"content/posts/{name}.md").unlink()

    posts = before(small_site.root).posts

    told = {path: post.slug for path, post in posts.items()}
    assert told == {
        "content/posts/a.md": "odd-a",
        "content/posts/b\nHEAD:content/posts/night-shift.md": "odd-b",
        "content/posts/c.md": "odd-c",
        "content/posts/night-shift.md": "the-night-shift",
    }
