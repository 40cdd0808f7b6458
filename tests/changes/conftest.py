"""Real repositories whose owner has odd settings."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., str]
TEN = "".join(f"line {number}\n" for number in range(1, 11))


@pytest.fixture
def git(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Git:
    """Run git in a new repository whose owner has odd settings."""
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        monkeypatch.delenv(name)
    config = tmp_path_factory.mktemp("home") / ".gitconfig"
    config.write_text(
        "[user]\nname = Ana\nemail = ana@example.org\n[color]\nui = always\n[diff]\n"
        "noprefix = true\nmnemonicPrefix = true\ninterHunkContext = 9\nrenames = false\n"
        "external = /bin/false\ncontext = 5\n[core]\nquotePath = true\n[init]\n"
        "defaultBranch = main\n[commit]\ngpgsign = false\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))

    def run(*words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(tmp_path), *words], capture_output=True, text=True, check=True
        )
        return done.stdout

    run("init", "--quiet")
    return run


@pytest.fixture
def commit(git: Git) -> Callable[[], str]:
    """Commit everything, and return the commit."""

    def run() -> str:
        git("add", "--all")
        git("commit", "--quiet", "--message", "A step")
        return git("rev-parse", "HEAD").strip()

    return run
