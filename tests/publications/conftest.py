"""Sites of a few files, made by no build, and commands that are killed on their way."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from advocacy.publications.destination import Destination, open_destination
from advocacy.publications.made import Made
from advocacy.publications.publication import Publication, Shelf
from tests.conftest import need

FIRST = {"index.html": "home", "2026/a/index.html": "a", "theme/style.css": "css"}
SECOND = {"index.html": "home, and b", "2026/b/index.html": "b", "theme/style.css": "css"}
THIRD = {"index.html": "home, and c", "theme/style.css": "css"}
URL = "https://stories.lindenmark.example"
# Kills the program that runs it in place of its n-th call; a shell goes with the program that it
# works for, and rsync has then copied the first of its files.
KILLER = """\
#!/bin/sh
echo >> "$0.calls"
[ "$(wc -l < "$0.calls")" = {count} ] || exec {real} "$@"
[ {tool} = rsync ] || kill -9 "$(cut -d ' ' -f 4 /proc/$PPID/stat)"
[ {tool} != rsync ] || tr '\\0' '\\n' | head -n 1 | {real} "$@" --no-from0
kill -9 $PPID
"""


def put_tool(folder: Path, name: str, script: str) -> None:
    """Write a command into a folder."""
    (folder / name).write_text(script)
    (folder / name).chmod(0o755)


def make(folder: Path, files: Mapping[str, str], *, url: str = URL, content: str = "") -> Made:
    """Write files into a folder, and return them as if a build had made them."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    digest = str(sorted(files.items()))
    publication = Publication(url, "2026-03-31", content, "57555b1da025", digest)
    return Made(folder, tuple(sorted(files)), publication)


def put(place: Destination, made: Made, keep: int = 5) -> Publication:
    """Publish on top of whatever is there."""
    return place.put(made, keep, place.read())


def take_back_unseen(place: Destination) -> tuple[Shelf, Shelf]:
    """Return what somebody saw before another one took the last publication back, and after it."""
    seen = place.read()
    place.put_back()
    return seen, place.read()


def read(folder: Path) -> dict[str, str]:
    """Return what readers are served from a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


def folder_of(www: Path) -> Destination:
    """Return a folder as a destination."""
    return open_destination(str(www), Path(), "origin")


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Made]:
    """Make a site of a few files, each in a folder of its own."""
    return lambda name, files, **own: make(tmp_path / "built" / name, files, **own)


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run git in a folder, as somebody with a name and no settings."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ana")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ana@lindenmark.example")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def run(folder: Path, *words: str) -> str:
        command = ["git", "-C", str(folder), *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    return run


@pytest.fixture
def rsync() -> str:
    """Skip where there is none."""
    return need("rsync")


@pytest.fixture
def www(tmp_path: Path, rsync: str) -> Path:
    """A folder to publish to."""
    return tmp_path / "www"


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where commands are looked for first."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return folder


@pytest.fixture
def three(www: Path, made: Callable[..., Made]) -> Destination:
    """A folder with three publications, of which the last is served."""
    folder = folder_of(www)
    for name, files in {"1": FIRST, "2": SECOND, "3": THIRD}.items():
        put(folder, made(name, files, content=name * 40))
    return folder


@pytest.fixture
def root(tmp_path: Path, git: Callable[..., str]) -> Path:
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
def remote(tmp_path: Path) -> Path:
    """The bare repository that `root` pushes to."""
    return tmp_path / "remote.git"
