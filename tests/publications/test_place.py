"""Where can be published: folders here and on other machines, and what the docs do beyond them."""

import re
import subprocess
from pathlib import Path

import pytest

from advocacy.errors import CommandError
from advocacy.publications.destination import open_destination
from tests.conftest import PROJECT, need
from tests.publications.conftest import (
    FIRST,
    SECOND,
    THIRD,
    folder_of,
    make,
    put,
    put_tool,
    read,
)

# Stands for a machine to which ssh leads: the same shell, in a folder of its own.
SSH = """\
#!/bin/sh
while [ "${1#-}" != "$1" ]; do shift 2; done
echo "$1" >> "$0.hosts"; shift
cd "$(dirname "$0")/there" && exec sh -c "$*"
"""


def test_a_file_where_the_folder_is_to_be_is_told(www, made):
    www.write_text("a file")

    with pytest.raises(CommandError, match="File exists"):
        put(folder_of(www), made("1", FIRST))

    assert www.read_text() == "a file"


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
