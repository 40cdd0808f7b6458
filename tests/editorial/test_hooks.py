"""The hooks, run by pre-commit in a repository of their own."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from advocacy.library import READ
from tests.conftest import POST, PROJECT, STAFF, need, need_module
from tests.editorial.test_commands import GUIDE, SETTINGS

HOOKS = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def git(tmp_path: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository with a site and the hooks; run git or pre-commit in it."""
    need_module("pre_commit")
    for name in [*os.environ]:
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path.parent / f"{tmp_path.name}-home"))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ana")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ana@lindenmark.example")
    write("advocacy.toml", SETTINGS)
    write("content/pages/values.md", GUIDE)
    write("content/staff/ana.md", STAFF)
    write("content/posts/good.md", POST)

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
        )

    run(need("git"), "init", "-q")
    return run


def use(hook: str, write: Callable[..., Path], *arguments: str) -> None:
    """Write the configuration for one hook, with what is installed here in place of a download."""
    found = next(each for each in HOOKS if each["id"] == hook)
    local = {**found, "language": "system", "args": [*arguments]}
    repos = {"repos": [{"repo": "local", "hooks": [local]}]}
    write(".pre-commit-config.yaml", yaml.safe_dump(repos))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks_are_given_every_file_that_is_read(hook: dict[str, str]) -> None:
    folders = re.search(r"\(([a-z|]+)\)/", hook["files"])

    assert folders is not None
    assert set(folders[1].split("|")) == {*READ}
    for folder in READ:
        assert re.search(hook["files"], f"content/{folder}/a/one.md")
    assert not re.search(hook["files"], "content/images/one.md")


def test_the_hook_stops_a_commit_and_says_why(git: Git, write: Callable[..., Path]) -> None:
    use("advocacy-check", write)
    git("git", "add", ".")
    assert git("pre-commit", "run").returncode == 0
    git("git", "commit", "-qm", "Begin")
    write("content/posts/bad.md", POST.replace("night", "long").replace("Somebody", "A chairman"))
    git("git", "add", ".")

    done = git("pre-commit", "run")

    assert done.returncode == 1
    assert "content/posts/bad.md:12:3: Values.Respect" in done.stdout
    assert "= Respect people. A job has no gender." in done.stdout


def test_advice_is_seen_though_the_hook_passes(git: Git, write: Callable[..., Path]) -> None:
    use("advocacy-check", write, "--quiet")
    write("content/posts/good.md", POST + "It is world-class.\n")
    git("git", "add", ".")

    done = git("pre-commit", "run")

    assert done.returncode == 0
    assert "`world-class` says nothing" in done.stdout


def test_only_changed_files_are_checked(git: Git, write: Callable[..., Path]) -> None:
    use("advocacy-check", write)
    write("content/posts/old.md", POST.replace("night", "long").replace("Somebody", "A chairman"))
    git("git", "add", ".")
    git("git", "commit", "-qm", "Begin")
    write("content/posts/good.md", POST + "It is late.\n")
    git("git", "add", ".")

    done = git("pre-commit", "run")

    assert done.returncode == 0, done.stdout
    assert "No findings" in done.stdout


def test_the_hook_that_mends_leaves_the_change_to_be_added(
    git: Git, write: Callable[..., Path], tmp_path: Path
) -> None:
    use("advocacy-fix", write)
    post = write("content/posts/good.md", POST.replace("Somebody", "The chairman"))
    git("git", "add", ".")

    first = git("pre-commit", "run")
    git("git", "add", ".")
    second = git("pre-commit", "run")

    assert first.returncode == 1
    assert "files were modified by this hook" in first.stdout
    assert "The chair has to wind the clock." in post.read_text(encoding="utf-8")
    assert second.returncode == 0, second.stdout


def test_a_site_in_a_folder_below_is_checked_too(
    git: Git, write: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "blog").mkdir()
    for name in ("advocacy.toml", "content"):
        shutil.move(tmp_path / name, tmp_path / "blog" / name)
    use("advocacy-check", write, "--site", "blog")
    write("blog/content/posts/good.md", POST.replace("Somebody", "The chairman"))
    git("git", "add", ".")

    done = git("pre-commit", "run")

    assert done.returncode == 1
    assert "Values.Respect Write `chair`, not `chairman`." in done.stdout


def test_pre_commit_takes_the_manifest(git: Git) -> None:
    done = git("pre-commit", "validate-manifest", str(PROJECT / ".pre-commit-hooks.yaml"))

    assert done.returncode == 0, done.stdout
