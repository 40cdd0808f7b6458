"""Whoever is stopped, or is not alone, leaves a whole site in a folder of publications."""

import os
import subprocess
import sys
import time
from pathlib import Path
from shlex import quote
from shutil import which

import pytest

from advocacy.errors import CommandError
from tests.publications.conftest import (
    FIRST,
    KILLER,
    SECOND,
    THIRD,
    folder_of,
    put,
    put_tool,
    read,
    take_back_unseen,
)

DAY = 24 * 60 * 60

# The true ones, which a test calls from one that it puts in their place.
MV, READLINK = map(which, ("mv", "readlink"))
# One that knows no option of GNU's, and GNU's where no link can be replaced.
BSD = f"""\
case "$1" in
  -fT) echo mv: illegal option -- T >&2; exit 64 ;;
  -fh) shift; exec {MV} -fT "$@" ;;
esac
exec {MV} "$@\""""
FULL = f"""\
case "$1" in
  -fT) echo No space left on device >&2; exit 1 ;;
  -fh) echo mv: invalid option -- h >&2; exit 1 ;;
esac
exec {MV} "$@\""""


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


@pytest.mark.parametrize(
    "moment",
    [
        *("mktemp:1", "rsync:1", "mktemp:2", "chmod:1", "mv:1", "chmod:2", "mktemp:3", "ln:1"),
        *("mv:2", "rm:1", "find:2", "find:3", "find:4"),
    ],
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
        "from tests.publications.conftest import SECOND, make, put\n"
        "site = make(Path(sys.argv[1]), SECOND)\n"
        "put(open_destination(sys.argv[2], Path(), 'origin'), site, 1)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "built/2"), str(www)]

    done = subprocess.run(command, check=False)

    is_switched = moment in {"rm:1", "find:2", "find:3", "find:4"}
    assert done.returncode == -9
    assert read(www / "current") == (SECOND if is_switched else FIRST)
    for each in www.glob(".current.*"):
        os.utime(each, (time.time() - 2 * DAY,) * 2, follow_symlinks=False)
    put(folder_of(www), made("3", THIRD), 1)
    assert read(www / "current") == THIRD
    assert not [*www.glob(".current.*")]


@pytest.mark.parametrize(
    ("moment", "current", "undone"),
    [
        ("mktemp:1", "3", []),
        ("mv:1", "3", []),
        ("mktemp:2", "3", []),
        ("mv:2", "3", []),
        ("mv:3", "2", ["3"]),
    ],
)
def test_whoever_is_killed_while_taking_back_has_done_so_or_not(
    three, www, bin_folder, moment, current, undone
):
    tool, count = moment.split(":")
    put_tool(bin_folder, tool, KILLER.format(tool=tool, real=which(tool), count=count))
    script = (
        "from pathlib import Path; import sys\n"
        "from tests.publications.conftest import folder_of\n"
        "folder_of(Path(sys.argv[1])).put_back()\n"
    )

    subprocess.run([sys.executable, "-c", script, str(www)], check=False)

    held = three.read()
    assert (held.current.name, [each.name for each in held.undone]) == (current, undone)


@pytest.mark.parametrize("tool", ["rm", "find"])
def test_what_cannot_be_taken_away_keeps_nothing_from_being_served(
    three, www, made, bin_folder, tool
):
    real = which(tool)
    refuse = f'case "$*" in *"-type f"*) exec {real} "$@" ;; esac\nexit 1\n'
    put_tool(bin_folder, tool, f"#!/bin/sh\n{refuse}")

    assert put(three, made("4", FIRST), 1).name == "4"
    assert read(www / "current") == FIRST


def test_where_mv_knows_the_option_of_bsd_alone_it_is_taken(three, www, made, bin_folder):
    put_tool(bin_folder, "mv", f"#!/bin/sh\n{BSD}\n")

    put(three, made("4", FIRST))

    assert read(www / "current") == FIRST


def test_why_nothing_could_be_switched_is_told(three, www, made, bin_folder):
    put_tool(bin_folder, "mv", f"#!/bin/sh\n{FULL}\n")

    with pytest.raises(CommandError, match="No space left on device"):
        put(three, made("4", FIRST))

    assert read(www / "current") == THIRD
    assert not [*www.glob(".current.*")]


def test_a_link_that_another_is_putting_in_its_place_is_swept_after_a_day_and_not_before(
    three, www, made
):
    old, young = (www / f".current.{name}" for name in ("abcdef", "ghijkl"))
    for each in (old, young):
        each.symlink_to("releases")
    os.utime(old, (time.time() - 2 * DAY,) * 2, follow_symlinks=False)

    put(three, made("4", FIRST))

    assert not old.is_symlink()
    assert young.is_symlink()


def test_what_was_never_whole_is_swept_after_a_day_and_not_before(three, www, made):
    old, young = www / "releases" / "9.abcdef", www / "releases" / "9.ghijkl"
    for each in (old, young):
        (each / "site").mkdir(parents=True)
    whole = [each for each in www.rglob("*") if young not in (each, *each.parents)]
    for each in whole:
        os.utime(each, (time.time() - 2 * DAY,) * 2, follow_symlinks=False)

    put(three, made("4", FIRST))

    assert not old.exists()
    assert young.is_dir()
    assert all(each.exists() for each in whole if old not in (each, *each.parents))


def test_of_two_who_take_back_at_once_one_is_told(three, www, bin_folder):
    """The second comes while the first has written a record, and not yet put it in its place."""
    script = (
        "from pathlib import Path; import sys\n"
        "from advocacy.publications.destination import open_destination\n"
        "open_destination(sys.argv[1], Path(), 'origin').put_back()\n"
    )
    other = f"{sys.executable} -c {quote(script)} {quote(str(www))}"
    turn = f'[ -e "$0.done" ] || {{ touch "$0.done"; {other}; }}\nexec {MV} "$@"'
    put_tool(bin_folder, "mv", f"#!/bin/sh\n{turn}\n")

    with pytest.raises(CommandError, match="Somebody else published meanwhile"):
        three.put_back()

    assert read(www / "current") == SECOND
    assert [each.name for each in three.read().undone] == ["3"]
    assert not [*www.glob("releases/*/.record.json.*")]


def test_who_publishes_while_another_takes_back_leaves_nothing_taken_back(three, www, bin_folder):
    """It is published when the other has looked, and before that one writes a record."""
    script = (
        "from pathlib import Path; import sys\n"
        "from tests.publications.conftest import FIRST, folder_of, make, put\n"
        "put(folder_of(Path(sys.argv[1])), make(Path(sys.argv[2]), FIRST))\n"
    )
    words = (sys.executable, "-c", script, str(www), str(www.parent / "built/4"))
    other = f"cd {quote(str(Path.cwd()))}; {' '.join(map(quote, words))} < /dev/null > /dev/null"
    turn = f'[ ! -e "$0.done" ] || exec {READLINK} "$@"\ntouch "$0.done"; {READLINK} "$@"; {other}'
    put_tool(bin_folder, "readlink", f"#!/bin/sh\n{turn}\n")

    with pytest.raises(CommandError, match="Somebody else published meanwhile"):
        three.put_back()

    held = three.read()
    assert (held.current.name, held.undone) == ("4", ())
    assert read(www / "current") == FIRST


def test_a_record_that_cannot_be_put_in_its_place_leaves_nothing_behind(three, www, bin_folder):
    refuse = "echo No space left on device >&2; exit 1"
    script = f'case "$*" in *record.json) {refuse} ;; esac\nexec {MV} "$@"'
    put_tool(bin_folder, "mv", f"#!/bin/sh\n{script}\n")

    with pytest.raises(CommandError, match="No space left on device"):
        three.put_back()

    assert read(www / "current") == THIRD
    assert not [*www.glob("releases/*/.record.json.*")]


def test_a_record_that_somebody_was_writing_is_swept_after_a_day_and_not_before(three, www, made):
    release = (www / "current").resolve().parent
    old, young = (release / f".record.json.{name}" for name in ("abcdef", "ghijkl"))
    for each in (old, young):
        each.write_text("{")
    os.utime(old, (time.time() - 2 * DAY,) * 2)

    put(three, made("4", FIRST))

    assert not old.exists()
    assert young.exists()
