"""Builds of a few files, and of one that is killed, for what is tried on commits."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from advocacy.output.commit import commit
from advocacy.output.stage import open_stage
from advocacy.output.state import State

FIRST = {"index.html": "home", "2026/a/index.html": "a", "theme/style.css": "css"}


def fill(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def read(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text()
        for file in folder.rglob("*")
        if file.is_file()
    }


def build(root: Path, files: Mapping[str, str], *, adopt: bool = False):
    with open_stage(root / "output", root, adopt=adopt) as state:
        fill(state.stage, files)
        return commit(state, adopt=adopt)


def killed_after(state: State, moves: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commit, and die as kill -9 would after some moves: nothing after it runs."""
    replace = Path.replace
    left = [moves + 1]  # the journal itself is moved into place too

    def replace_or_die(self: Path, target: Path) -> Path:
        if left[0] == 0:
            raise KeyboardInterrupt
        left[0] -= 1
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace_or_die)
        with pytest.raises(KeyboardInterrupt):
            commit(state)
