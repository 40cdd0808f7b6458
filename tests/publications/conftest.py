"""Sites of a few files, made by no build, and commands that are killed on their way."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from advocacy.publications.destination import Destination
from advocacy.publications.made import Made
from advocacy.publications.publication import Publication, Shelf

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
