"""A commit touches what changed, removes what it made, and refuses what it cannot do."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from errno import ENOSPC, EXDEV
from pathlib import Path
from threading import Barrier

import pytest

from advocacy.errors import CommandError
from advocacy.output.stage import open_stage
from advocacy.output.state import state_of, write_json
from tests.output.builds import FIRST, build, fill, read


def test_a_first_commit_writes_everything(tmp_path):
    changes = build(tmp_path, FIRST)

    assert read(tmp_path / "output") == FIRST
    assert set(changes.added) == set(FIRST)


def test_the_same_bytes_keep_their_time(tmp_path):
    build(tmp_path, FIRST)
    page = tmp_path / "output/index.html"
    os.utime(page, (1, 1))

    changes = build(tmp_path, FIRST)

    assert changes.nothing
    assert page.stat().st_mtime == 1


def test_what_the_last_build_made_and_this_one_did_not_goes(tmp_path):
    build(tmp_path, FIRST)
    fill(tmp_path / "output", {"mine.txt": "kept"})

    changes = build(tmp_path, {"index.html": "new"})

    assert read(tmp_path / "output") == {"index.html": "new", "mine.txt": "kept"}
    assert changes.removed == ("2026/a/index.html", "theme/style.css")
    assert not (tmp_path / "output/2026").exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": "file"}, {"a/index.html": "folder"}),
        ({"a/index.html": "folder", "a/b/c": "deep"}, {"a": "file"}),
    ],
)
def test_a_file_and_a_folder_change_places(tmp_path, before, after):
    build(tmp_path, before)

    build(tmp_path, after)

    assert read(tmp_path / "output") == after


@pytest.mark.parametrize(
    "foreign", [{"index.html": "by hand"}, {"2026": "a file"}, {"index.html/x": "a folder"}]
)
def test_a_file_that_no_build_made_is_not_overwritten(tmp_path, foreign):
    build(tmp_path, {"other.html": ""})
    fill(tmp_path / "output", foreign)
    before = read(tmp_path / "output")

    with pytest.raises(CommandError, match=r"is in the way|is a folder with files"):
        build(tmp_path, FIRST)

    assert read(tmp_path / "output") == before


def test_a_folder_that_no_build_made_is_refused_until_adopted(tmp_path):
    fill(tmp_path / "output", {"index.html": "by hand", "mine.txt": "kept"})

    with pytest.raises(CommandError, match="--adopt"):
        build(tmp_path, FIRST)
    build(tmp_path, FIRST, adopt=True)

    assert read(tmp_path / "output") == {**FIRST, "mine.txt": "kept"}


@pytest.mark.parametrize("output", [".", "..", "content", "content/x", "theme/static", "plugins"])
def test_an_output_that_is_or_contains_the_site_is_refused(tmp_path, output):
    root = tmp_path / "site"
    for name in ("content", "theme", "plugins"):
        (root / name).mkdir(parents=True)

    with pytest.raises(CommandError, match="is or contains"), open_stage(root / output, root):
        pass


def test_a_second_build_at_the_same_time_is_refused(tmp_path):
    with (
        open_stage(tmp_path / "output", tmp_path),
        pytest.raises(CommandError, match="another build"),
        open_stage(tmp_path / "output", tmp_path),
    ):
        pass


def test_a_build_that_fails_before_the_commit_leaves_the_output(tmp_path):
    build(tmp_path, FIRST)

    def fail() -> None:
        with open_stage(tmp_path / "output", tmp_path) as state:
            fill(state.stage, {"index.html": "half"})
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the type alone matters
        fail()

    assert read(tmp_path / "output") == FIRST


@pytest.mark.parametrize("adopt", [False, True])
def test_an_empty_folder_makes_room_and_one_with_files_is_refused(tmp_path, adopt):
    build(tmp_path, {"other.html": ""})
    (tmp_path / "output/index.html/deep").mkdir(parents=True)

    build(tmp_path, FIRST, adopt=adopt)
    fill(tmp_path / "output", {"page.html/mine.txt": "kept"})

    with pytest.raises(CommandError, match="is a folder with files"):
        build(tmp_path, {**FIRST, "page.html": "new"}, adopt=adopt)
    assert read(tmp_path / "output") == {**FIRST, "page.html/mine.txt": "kept"}


def test_an_output_on_another_file_system_is_committed_too(tmp_path, monkeypatch):
    replace = Path.replace

    def refuse_stage(self: Path, target: Path) -> Path:
        if "stage" in self.parts:
            raise OSError(EXDEV, "Invalid cross-device link", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_stage)
    build(tmp_path, FIRST)

    assert read(tmp_path / "output") == FIRST


@pytest.mark.parametrize("name", ["index.html", f"{'x' * 250}.html"])
def test_what_a_killed_copy_left_is_gone_after_the_next_start(tmp_path, monkeypatch, name):
    """A power cut leaves the part that was being written to another file system."""
    replace = Path.replace

    def cut(self: Path, target: Path) -> Path:
        if "stage" in self.parts:
            raise OSError(EXDEV, "Invalid cross-device link", str(self))
        if self.parent == tmp_path / "output":
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(KeyboardInterrupt):
            build(tmp_path, {name: "home"})
    left = [file.suffix for file in (tmp_path / "output").iterdir()]
    with open_stage(tmp_path / "output", tmp_path):
        pass

    assert left == [".part"]
    assert read(tmp_path / "output") == {name: "home"}


def test_a_file_of_the_state_is_whole_whoever_else_writes_it(tmp_path):
    file, together = tmp_path / "record.json", Barrier(8)
    value = {"files": ["x" * 1000] * 200}

    def write_often(_: int) -> set[bool]:
        together.wait(timeout=30)
        seen = set()
        for _ in range(20):
            write_json(file, value)
            seen.add(json.loads(file.read_text()) == value)
        return seen

    with ThreadPoolExecutor(8) as pool:
        seen = set().union(*pool.map(write_often, range(8)))

    assert seen == {True}
    assert [each.name for each in tmp_path.iterdir()] == ["record.json"]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path):
    with pytest.raises(TypeError):
        write_json(tmp_path / "record.json", {"files": object()})

    assert [*tmp_path.iterdir()] == []


def test_a_disk_that_refuses_is_told_and_the_next_start_goes_on(tmp_path, monkeypatch):
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if "stage" in self.parts:
            raise OSError(ENOSPC, "No space left on device", str(self))
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(CommandError, match="No space left on device"):
            build(tmp_path, FIRST)
    with open_stage(tmp_path / "output", tmp_path):
        pass

    assert read(tmp_path / "output") == FIRST


@pytest.mark.parametrize("name", ["../victim.txt", "/etc/victim.txt", ""])
def test_a_manifest_cannot_lead_out_of_the_output(tmp_path, name):
    build(tmp_path, FIRST)
    (tmp_path / "victim.txt").write_text("kept")
    state = state_of(tmp_path / "output")
    state.manifest.write_text(json.dumps({"files": [name]}))

    with pytest.raises(CommandError, match="cannot be read"):
        build(tmp_path, FIRST)

    assert (tmp_path / "victim.txt").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    fill(tmp_path, {"file": ""})

    with pytest.raises(CommandError, match="--output"), open_stage(tmp_path / "file/x", tmp_path):
        pass


def test_a_link_in_the_output_leads_nowhere(tmp_path):
    build(tmp_path, {"index.html": ""})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output/2026").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(CommandError, match="leads out"):
        build(tmp_path, FIRST)

    assert not any((tmp_path / "elsewhere").iterdir())


def test_assets_come_first_and_lists_last(tmp_path, monkeypatch):
    order: list[str] = []
    replace = Path.replace

    def noted(self: Path, target: Path) -> Path:
        order.append(target.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", noted)
    build(tmp_path, {"index.html": "home", "about/x.html": "page", "theme/s.css": "asset"})

    assert order == ["commit.json", "s.css", "x.html", "index.html", "manifest.json"]
