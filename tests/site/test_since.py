"""A kit says since when its post is unchanged, as git has it."""

import subprocess
from pathlib import Path

import pytest

from tests.site.conftest import SmallSite


def kit_of(site: SmallSite) -> str:
    done = site.run()
    assert done.status == 0, done.said
    return (site.output / "share/the-night-shift/index.html").read_text(encoding="utf-8")


@pytest.fixture
def committed(small_site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> SmallSite:
    """A site in a repository, with one commit, late on a day in London."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ana")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ana@example.org")
        monkeypatch.setenv(f"GIT_{name}_DATE", "2026-04-02T23:30:00+01:00")
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "A post"]):
        subprocess.run(["git", *words], cwd=small_site.root, check=True)
    return small_site


def test_the_day_is_told_in_the_sites_time_zone(committed: SmallSite) -> None:
    assert 'Unchanged since <time datetime="2026-04-03">April 3, 2026</time>.' in kit_of(committed)


def test_a_post_that_is_not_as_it_was_committed_tells_no_day(committed: SmallSite) -> None:
    committed.add("content/posts/night-shift.md", "\nAnd the lights.\n")

    assert "Unchanged since" not in kit_of(committed)


def test_two_builds_are_the_same(committed: SmallSite, tmp_path: Path) -> None:
    assert kit_of(committed) == kit_of(committed)
