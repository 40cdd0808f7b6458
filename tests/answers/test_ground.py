"""Whatever an answer could depend on makes another hash, and nothing else does."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.answers.ground import ChangedError, Ground, hash_ground


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with texts, a picture and links, which is where we are."""
    for path, said in {
        "own.ini": "a",
        "texts/one.md": "one",
        "texts/below/two.md": "two",
        "texts/picture.png": "pixels",
        "texts/node_modules/three.md": "three",
        "words/en.dic": "words",
        "known/en.dic": "words",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(said)
    (tmp_path / "link").symlink_to("texts")
    (tmp_path / "texts/round").symlink_to(".")
    (tmp_path / "texts/elsewhere").symlink_to("../words")
    monkeypatch.chdir(tmp_path)
    return tmp_path


GROUND = Ground(
    files=("own.ini", "absent.txt"),
    places=("link",),
    names=("known",),
    trees=("texts",),
    ends=(".md",),
    skips=("node_modules",),
)


def write(path: str, said: str) -> Callable[[], object]:
    return lambda: Path(path).write_text(said)


def relink(path: str, to: str) -> None:
    Path(path).unlink()
    Path(path).symlink_to(to)


def swap(path: str, said: str) -> None:
    """Put another file of the same size and time in the place of one."""
    before = Path(path).stat()
    Path("new").write_text(said)
    os.utime("new", ns=(before.st_atime_ns, before.st_mtime_ns))
    Path("new").replace(path)


CHANGES = {
    "a file says something else": write("own.ini", "b"),
    "a file is gone": lambda: Path("own.ini").unlink(),
    "a file is a link to the same": lambda: (
        Path("own.ini").rename("other.ini"),
        Path("own.ini").symlink_to("other.ini"),
    ),
    "a file that was not there is": write("absent.txt", ""),
    "a folder lies where no file was": lambda: Path("absent.txt").mkdir(),
    "a place leads elsewhere": lambda: relink("link", "words"),
    "a place is a folder of its own": lambda: (Path("link").unlink(), Path("link").mkdir()),
    "a folder has another name in it": write("known/de.dic", ""),
    "a text says something else": write("texts/one.md", "own"),
    "a text far below says something else": write("texts/below/two.md", "owt"),
    "a text is new": write("texts/below/new.md", ""),
    "a text is gone": lambda: Path("texts/below/two.md").unlink(),
    "a text has another name": lambda: Path("texts/one.md").rename("texts/won.md"),
    "a text is in another folder": lambda: Path("texts/below/two.md").rename("texts/two.md"),
    "two texts change places": lambda: (
        write("texts/one.md", "two")(),
        write("texts/below/two.md", "one")(),
    ),
    "a picture is another one": lambda: swap("texts/picture.png", "slexip"),
    "a link in a tree leads elsewhere": lambda: relink("texts/elsewhere", "below"),
    "what a link in a tree leads to has more in it": write("words/three.md", ""),
    "a folder is empty and new": lambda: Path("texts/empty").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_makes_another_hash(change: Callable[[], object]) -> None:
    before = hash_ground(GROUND)

    change()

    assert hash_ground(GROUND) != before


@pytest.mark.parametrize(
    "change",
    [
        write("own.ini", "a"),
        write("elsewhere.md", "new"),
        write("known/en.dic", "other words"),
        write("texts/node_modules/three.md", "eerht"),
        lambda: Path("texts/one.md").touch(),
    ],
    ids=["the same again", "outside", "behind a name", "in a folder to skip", "touched"],
)
def test_what_makes_no_difference_makes_no_other_hash(change: Callable[[], object]) -> None:
    before = hash_ground(GROUND)

    change()

    assert hash_ground(GROUND) == before


def test_what_cannot_be_read_is_another_ground(folder: Path) -> None:
    before = hash_ground(GROUND)
    os.mkfifo(folder / "pipe.md")  # reading it would never end
    (folder / "own.ini").unlink()
    (folder / "pipe.md").rename("own.ini")

    assert hash_ground(GROUND) != before


@pytest.mark.parametrize(
    "path",
    ["own.ini", "absent.txt", "known/en.md", "texts/one.md", "texts/picture.png", "texts/new.txt"],
)
def test_what_changed_since_it_was_read_is_told(path: str) -> None:
    time.sleep(0.05)
    asked = time.time()
    hash_ground(GROUND, asked)
    time.sleep(0.05)

    Path(path).write_text("changed meanwhile")

    with pytest.raises(ChangedError):
        hash_ground(GROUND, asked)


def test_a_time_in_whole_seconds_may_be_later_than_it_says(folder: Path) -> None:
    asked = time.time() + 10
    whole = int(asked) - 1
    os.utime(folder / "own.ini", (whole, whole))

    with pytest.raises(ChangedError):
        hash_ground(GROUND, asked)
    hash_ground(GROUND, whole + 3)
