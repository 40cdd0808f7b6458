"""A commit touches what changed, removes what it made, and survives being killed anywhere."""

import json
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from errno import ENOSPC, EXDEV
from pathlib import Path
from threading import Barrier

import pytest

from advocacy.errors import CommandError
from advocacy.output.commit import Changes, commit, commit_all, finish
from advocacy.output.stage import open_stage, open_stages
from advocacy.output.state import State, state_of, write_json

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


@pytest.mark.parametrize("moves", range(4))
def test_a_killed_commit_is_finished_by_the_next_start(tmp_path, monkeypatch, moves):
    build(tmp_path, {"index.html": "old", "old.html": "old"})
    with open_stage(tmp_path / "output", tmp_path) as state:
        fill(state.stage, FIRST)
        killed_after(state, moves, monkeypatch)

    with open_stage(tmp_path / "output", tmp_path):
        pass

    assert read(tmp_path / "output") == FIRST
    assert not finish(state_of(tmp_path / "output"))


# What each file names: a page what it loads and leads to, a list its pages.
HOME = "theme/style.css 2026/index.html fr/index.html topics/x/index.html"
SITE = {
    "theme/style.css": "",
    "2026/a/index.html": "theme/style.css",
    "2026/index.html": "theme/style.css 2026/a/index.html",
    "fr/2026/b/index.html": "theme/style.css",
    "fr/2026/index.html": "fr/2026/b/index.html",
    "fr/index.html": "fr/2026/b/index.html fr/2026/index.html",
    "topics/x/index.html": "2026/a/index.html fr/2026/b/index.html",
    "feeds/all.atom.xml": "2026/a/index.html",
    "search/pagefind/index/one.pf_index": "",
    "search/pagefind/pagefind-entry.json": "search/pagefind/index/one.pf_index",
    "index.html": f"{HOME} feeds/all.atom.xml",
    "_redirects": "2026/a/index.html",
}
# A post more, which others name now; one less; and all posts load a script.
LATER = {
    **{name: SITE[name] for name in SITE if not name.startswith("fr/2026/b/")},
    "theme/post.js": "",
    "2026/a/index.html": "theme/style.css theme/post.js 2027/c/index.html",
    "2027/c/index.html": "theme/style.css theme/post.js topics/y/index.html 2026/a/index.html",
    "2027/index.html": "2027/c/index.html",
    "topics/y/index.html": "2027/c/index.html",
    "topics/x/index.html": "2026/a/index.html",
    "fr/2026/index.html": "",
    "fr/index.html": "fr/2026/index.html",
    "search/pagefind/index/two.pf_index": "",
    "search/pagefind/pagefind-entry.json": "search/pagefind/index/two.pf_index",
    "index.html": f"{HOME} 2027/index.html topics/y/index.html",
}


@pytest.mark.parametrize("moves", range(len(LATER)))
@pytest.mark.parametrize("before", [{}, SITE], ids=["first", "later"])
def test_whoever_arrives_in_the_middle_is_led_to_nothing_that_is_not_there(
    tmp_path, monkeypatch, before, moves
):
    build(tmp_path, before)
    files = LATER if before else SITE
    with open_stage(tmp_path / "output", tmp_path) as state:
        fill(state.stage, files)
        with suppress(pytest.fail.Exception):  # all of it is done by then
            killed_after(state, moves, monkeypatch)
    there = read(tmp_path / "output")
    reached = reach(there, [name for name in before if name in there] or ["index.html"])

    assert [name for name in reached if name not in there] == []


def reach(files: Mapping[str, str], begin: Iterable[str]) -> set[str]:
    """Return what is found by following what files name; the first that is not there as well."""
    found, left = set(), [name for name in begin if name in files]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += files.get(name, "").split()
    return found


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
