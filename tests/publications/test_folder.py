"""A folder of publications: one is served whole at any moment, and the one before can be back."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from shutil import which

import pytest

from advocacy.errors import CommandError
from advocacy.publications.destination import open_destination
from tests.conftest import PROJECT, need
from tests.publications.conftest import KILLER, make, put, read, take_back_unseen

FIRST = {"index.html": "home", "2026/a/index.html": "a", "theme/style.css": "css"}
SECOND = {"index.html": "home, and b", "2026/b/index.html": "b", "theme/style.css": "css"}
THIRD = {"index.html": "home, and c", "theme/style.css": "css"}
DAY = 24 * 60 * 60

# Stands for a machine to which ssh leads: the same shell, in a folder of its own.
SSH = """\
#!/bin/sh
while [ "${1#-}" != "$1" ]; do shift 2; done
echo "$1" >> "$0.hosts"; shift
cd "$(dirname "$0")/there" && exec sh -c "$*"
"""


@pytest.fixture
def rsync() -> str:
    return need("rsync")


@pytest.fixture
def www(tmp_path, rsync):
    """A folder to publish to."""
    return tmp_path / "www"


@pytest.fixture
def bin_folder(tmp_path, monkeypatch):
    """Where commands are looked for first."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return folder


def put_tool(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(script)
    (folder / name).chmod(0o755)


def folder_of(www: Path):
    return open_destination(str(www), Path(), "origin")


@pytest.fixture
def three(www, made):
    """A folder with three publications, of which the last is served."""
    folder = folder_of(www)
    for name, files in {"1": FIRST, "2": SECOND, "3": THIRD}.items():
        put(folder, made(name, files, content=name * 40))
    return folder


def test_what_is_published_is_served_with_rights_for_web_servers(www, made):
    site = made("1", FIRST)
    (site.folder / "index.html").chmod(0o600)
    (site.folder / "stray.txt").write_text("no build made it")

    published = put(folder_of(www), site)

    assert read(www / "current") == FIRST
    assert published.name == "1"
    assert (www / "current" / "index.html").stat().st_mode & 0o777 == 0o644
    folders = [file.parent for file in (www / "current").resolve().rglob("*")]
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o755}
    assert (www / "current").resolve().parent.stat().st_mode & 0o777 == 0o755


def test_a_file_with_the_same_bytes_stays_the_one_that_it_was(www, made):
    put(folder_of(www), made("1", FIRST))
    before = (www / "current" / "theme/style.css").stat()
    site = made("2", SECOND)
    os.utime(site.folder / "theme/style.css", (0, 0))

    put(folder_of(www), site)

    after = (www / "current" / "theme/style.css").stat()
    assert read(www / "current") == SECOND
    assert (after.st_ino, after.st_mtime) == (before.st_ino, before.st_mtime)


def test_each_rollback_goes_one_further_back_until_nothing_is_kept(three, www):
    told = [tuple(each.name for each in three.put_back()) for _ in range(2)]

    assert told == [("3", "2"), ("2", "1")]
    assert read(www / "current") == FIRST
    with pytest.raises(CommandError, match="No earlier publication is kept here"):
        three.put_back()
    assert read(www / "current") == FIRST


def test_what_was_taken_back_is_known_until_another_is_published(three, made):
    three.put_back()
    before = three.read()

    put(three, made("4", FIRST, content="4" * 40))

    assert [each.name for each in before.undone] == ["3"]
    assert before.current.name == "2"
    after = three.read()
    assert after.current.name == "4"
    assert after.undone == ()


def test_a_rollback_goes_past_what_was_taken_back(three, www, made):
    three.put_back()
    put(three, made("4", FIRST))

    undone, back = three.put_back()

    assert (undone.name, back.name) == ("4", "2")
    assert read(www / "current") == SECOND


@pytest.mark.parametrize(("keep", "kept"), [(1, ["4"]), (2, ["3", "4"]), (9, ["1", "2", "3", "4"])])
def test_as_many_are_kept_as_somebody_asks_for(three, www, made, keep, kept):
    put(three, made("4", FIRST), keep)

    assert sorted(each.name.split(".")[0] for each in (www / "releases").iterdir()) == kept


def test_what_was_never_whole_is_swept_after_a_day_and_not_before(three, www, made):
    old, young = www / "releases" / "9.abcdef", www / "releases" / "9.ghijkl"
    for each in (old, young):
        (each / "site").mkdir(parents=True)
    os.utime(old, (time.time() - 2 * DAY,) * 2)

    put(three, made("4", FIRST))

    assert not old.exists()
    assert young.is_dir()


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ({"index.html": "theirs"}, "holds what was not published by this command"),
        ({".advocacy-publications": "", "current/index.html": "theirs"}, "`current` is no link"),
        (
            {".advocacy-publications": "", "releases/1.abcdef/record.json": '{"folder": "../.."}'},
            "is no release",
        ),
        (
            {".advocacy-publications": "", "releases/1.abcdef/record.json": "[]"},
            "A record.json cannot be read",
        ),
    ],
)
def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(www, made, there, told):
    make(www, there)

    with pytest.raises(CommandError, match=told) as refusal:
        put(folder_of(www), made("1", FIRST))

    assert "\n" not in str(refusal.value)
    assert there.items() <= read(www).items()


def test_a_file_where_the_folder_is_to_be_is_told(www, made):
    www.write_text("a file")

    with pytest.raises(CommandError, match="File exists"):
        put(folder_of(www), made("1", FIRST))

    assert www.read_text() == "a file"


def test_a_rollback_where_nothing_was_published_makes_no_folder(www):
    with pytest.raises(CommandError, match="No earlier publication"):
        folder_of(www).put_back()

    assert not www.exists()


def test_a_rollback_between_looking_and_publishing_is_not_overwritten(three, made):
    seen, back = take_back_unseen(three)

    with pytest.raises(CommandError, match="Somebody else published meanwhile"):
        three.put(made("4", THIRD, content="3" * 40), 5, seen)

    assert three.read() == back


def test_of_two_who_publish_at_once_one_is_told(three, www, made, bin_folder):
    first = next(each for each in (www / "releases").iterdir() if each.name.startswith("1."))
    switch = f"ln -sfn releases/{first.name}/site '{www}/current'"
    put_tool(bin_folder, "rsync", f'#!/bin/sh\n{which("rsync")} "$@" && {switch}\n')

    with pytest.raises(CommandError, match="Somebody else published meanwhile"):
        put(folder_of(www), made("4", SECOND))

    assert read(www / "current") == FIRST


def test_a_link_out_of_the_site_is_followed_by_nobody(www, made, tmp_path):
    (tmp_path / "secret").write_text("secret")
    site = made("1", FIRST)
    (site.folder / "index.html").unlink()
    (site.folder / "index.html").symlink_to(tmp_path / "secret")

    with pytest.raises(CommandError, match="Not all files have arrived"):
        put(folder_of(www), site)

    assert "secret" not in read(www).values()
    assert not (www / "current").exists()


@pytest.mark.parametrize(
    "moment",
    ["mktemp:1", "rsync:1", "mv:1", "chmod:1", "ln:1", "mv:2", "rm:1", "rm:2", "find:2"],
)
def test_whoever_is_killed_while_publishing_leaves_a_whole_site(
    www, made, tmp_path, bin_folder, moment
):
    put(folder_of(www), made("1", FIRST), 1)
    made("2", SECOND)
    tool, count = moment.split(":")
    put_tool(bin_folder, tool, KILLER.format(tool=tool, real=which(tool), count=count))
    script = (
        "from pathlib import Path; import sys\n"
        "from advocacy.publications.destination import open_destination\n"
        "from tests.publications.conftest import make, put\n"
        "from tests.publications.test_folder import SECOND\n"
        "site = make(Path(sys.argv[1]), SECOND)\n"
        "put(open_destination(sys.argv[2], Path(), 'origin'), site, 1)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "built/2"), str(www)]

    done = subprocess.run(command, check=False)

    is_switched = moment in {"rm:1", "rm:2", "find:2"}
    assert done.returncode == -9
    assert read(www / "current") == (SECOND if is_switched else FIRST)
    put(folder_of(www), made("3", THIRD), 1)
    assert read(www / "current") == THIRD
    assert not [each.name for each in www.iterdir() if each.name.startswith(".current")]


@pytest.mark.parametrize("host", ["web.example", "ana@web.example"])
def test_another_machine_is_published_to_by_ssh(made, bin_folder, rsync, host):
    there = bin_folder / "there"
    there.mkdir()
    put_tool(bin_folder, "ssh", SSH)
    folder = open_destination(f"{host}:our blog", Path(), "origin")

    for name, files in {"1": FIRST, "2": SECOND}.items():
        put(folder, made(name, files))
    served = read(there / "our blog" / "current")
    undone, back = folder.put_back()

    assert served == SECOND
    assert (undone.name, back.name) == ("2", "1")
    assert read(there / "our blog" / "current") == FIRST
    assert set((bin_folder / "ssh.hosts").read_text().split()) <= {host, "web.example"}


@pytest.mark.parametrize(
    ("dest", "told"),
    [
        ("web.example::blog", "A module of rsync cannot switch"),
        ("rsync://web.example/blog", "A module of rsync cannot switch"),
        ("https://forge.example/ana/blog", "A web address is no place .* Write `git:BRANCH`"),
        ("git://forge.example/blog", "A web address is no place"),
        ("s3://bucket/blog", "copy its `current` there"),
        ("git:", "names no branch"),
        ("git:--force", "names no branch"),
        ("git:a:b", "names no branch"),
        ("git:a..b", "names no branch"),
        ("git:@{-1}", "names no branch"),
    ],
)
def test_what_is_no_place_is_told(dest, told):
    with pytest.raises(CommandError, match=told):
        open_destination(dest, Path(), "origin")


@pytest.mark.parametrize("tool", ["rclone", "rsync"])
def test_what_the_docs_say_of_storage_without_a_shell_does_it(three, www, tmp_path, tool):
    """The storage is a folder here; a module of a server, the path that stands for it."""
    need(tool)
    storage = tmp_path / "storage"
    docs = (PROJECT / "docs/publishing.md").read_text(encoding="utf-8")
    blocks = re.findall(r"(?ms)^```sh\n(.*?)^```", docs)
    lines = next(each for each in blocks if f"\n{tool} " in each).split("\n", 1)[1]
    make(storage, {"old.html": "old", "theme/style.css": "old"})
    script = lines.replace("storage:blog", str(storage)).replace("host::blog", str(storage))
    script = script.replace("publications/current", str(www / "current"))

    for files in (THIRD, SECOND):
        subprocess.run(["sh", "-eu", "-c", script], check=True)
        assert read(storage) == files
        three.put_back()
