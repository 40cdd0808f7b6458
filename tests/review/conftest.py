"""Sites in real repositories, each with a branch that somebody wants to have merged."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from advocacy.cli.main import main
from tests.site.conftest import SmallSite, start_small_site

TODAY = "2026-04-10"


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A branch `post` of a site whose `main` has one post."""

    site: SmallSite

    def git(self, *words: str) -> str:
        """Run git in the site's folder, and return what it prints."""
        person = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
        whole = ["git", *person, "-C", str(self.site.root), *words]
        return subprocess.run(whole, capture_output=True, text=True, check=True).stdout

    def commit(self, message: str = "A step") -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def review(self, *words: str, base: str = "main") -> Result:
        """Run `advocacy review` on the branch."""
        own = ("review", "--site", str(self.site.root), "--base", base, "--today", TODAY)
        return CliRunner().invoke(main, [*own, *words])


@pytest.fixture
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of git."""
    isolate_git(monkeypatch)


def isolate_git(patch: pytest.MonkeyPatch) -> None:
    """Let git know nothing but what it is told here."""
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        patch.delenv(name)
    patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


@pytest.fixture
def start(tmp_path: Path, no_settings: None) -> Callable[[], PullRequest]:
    """Return a function that makes a site, commits it, and begins a branch."""

    def begin() -> PullRequest:
        request = PullRequest(start_small_site(tmp_path / "site"))
        request.git("init", "--quiet", "--initial-branch=main")
        request.commit("Begin")
        request.git("checkout", "--quiet", "-b", "post")
        return request

    return begin


@pytest.fixture
def pull_request(start: Callable[[], PullRequest]) -> PullRequest:
    """A branch on which nothing has changed yet."""
    return start()
