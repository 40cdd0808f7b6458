"""Several outputs of one build change together, or none does."""

from collections.abc import Mapping
from contextlib import suppress
from errno import ENOSPC
from pathlib import Path

import pytest

from advocacy.errors import CommandError
from advocacy.output.commit import Changes, commit_all
from advocacy.output.stage import open_stages
from advocacy.output.state import state_of
from tests.output.builds import fill, read

TWO = {"output": {"index.html": "home"}, "kits": {"index.html": "hub"}}


def build_two(root: Path, files: Mapping[str, Mapping[str, str]]) -> Changes:
    """Build into several outputs at once."""
    with open_stages([root / name for name in files], root) as states:
        for state, content in zip(states, files.values(), strict=True):
            fill(state.stage, content)
        return commit_all(states)


def test_two_outputs_are_committed_together(tmp_path):
    changes = build_two(tmp_path, TWO)

    assert {name: read(tmp_path / name) for name in TWO} == TWO
    assert changes.added == ("index.html", "index.html")


@pytest.mark.parametrize("blocked", TWO)
def test_what_is_in_the_way_of_one_output_keeps_all_as_they_were(tmp_path, blocked):
    build_two(tmp_path, TWO)
    fill(tmp_path / blocked, {"new.html": "by hand"})
    before = {name: read(tmp_path / name) for name in TWO}

    with pytest.raises(CommandError, match="is in the way"):
        build_two(tmp_path, {name: {"new.html": "new"} for name in TWO})

    assert {name: read(tmp_path / name) for name in TWO} == before
    assert not any(state_of(tmp_path / name).journal.exists() for name in TWO)


NEW = {"output": {"a.html": "a", "b.html": "b"}, "kits": {"a.html": "c", "b.html": "d"}}


@pytest.mark.parametrize(
    ("written", "after"), [(0, TWO), (1, TWO), (2, NEW)], ids=["none", "prepared", "decided"]
)
def test_a_disk_that_refuses_a_journal_leaves_all_outputs_of_one_build(
    tmp_path, monkeypatch, written, after
):
    build_two(tmp_path, TWO)
    replace = Path.replace
    left = [written]

    def full(self: Path, target: Path) -> Path:
        if left[0] == 0:
            raise OSError(ENOSPC, "No space left on device", str(self))
        left[0] -= 1
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(CommandError, match="No space left on device"):
            build_two(tmp_path, NEW)
    with open_stages([tmp_path / name for name in TWO], tmp_path):
        pass

    assert {name: read(tmp_path / name) for name in TWO} == after


@pytest.mark.parametrize("moves", range(11))
def test_a_kill_leaves_all_outputs_of_one_build(tmp_path, monkeypatch, moves):
    build_two(tmp_path, TWO)
    replace = Path.replace
    left = [moves]

    def replace_or_die(self: Path, target: Path) -> Path:
        if left[0] == 0:
            raise KeyboardInterrupt
        left[0] -= 1
        return replace(self, target)

    with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr(Path, "replace", replace_or_die)
        build_two(tmp_path, NEW)
    with open_stages([tmp_path / name for name in TWO], tmp_path):
        pass

    # Before the journal of the first is there, nothing has happened; from then on, all has.
    assert {name: read(tmp_path / name) for name in TWO} == (TWO if moves < 2 else NEW)
    assert (left[0] == 0) is (moves < 10)


@pytest.mark.parametrize("other", ["output", "output/kits", ".", ".output.advocacy/kits"])
def test_outputs_in_one_another_are_refused(tmp_path, other):
    root = tmp_path / "site"
    outputs = [root / "public/output", root / "public" / other]

    with pytest.raises(CommandError, match="another output"), open_stages(outputs, root):
        pass
