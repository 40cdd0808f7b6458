"""Whatever a file does to the process that reads it, it is named, and the others are read."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.conftest import PROJECT

SECONDS, MEGABYTES = 1, 200
# Three files are read; the second one does something.
READING = """\
import ctypes, os, re, signal, sys, time

from advocacy.limits.telling import LimitError
from advocacy.limits.within import WithinLimits
from advocacy.limits.worker import run_in_worker

def misbehave():
{misbehaviour}

# Whoever began this process may have ignored it.
signal.signal(signal.SIGVTALRM, signal.SIG_IGN)

def work():
    for name in ("a", "b", "c"):
        try:
            with WithinLimits("content/posts/" + name + ".md", 10):
                misbehave() if name == "b" else None
            print("read", name, flush=True)
        except LimitError as error:
            print(error, flush=True)
    sys.exit(3)

sys.exit(run_in_worker(work, may_repeat={may_repeat}))
"""
TOO_LONG = "takes more than 1 s of computing"
TOO_LONG_AT_ONCE = "takes more than 2 s of computing"
TOO_MUCH = "takes more than 200 MB of memory"
BROKEN = "breaks what reads it"
MISBEHAVIOURS = {
    "computes": ("while True: pass", TOO_LONG),
    # Before a loop that begins a block, what is raised in it would be out of the block.
    "swallows": (
        "while True:\n  try:\n    x = 1\n    while True: pass\n  except Exception: pass",
        TOO_LONG,
    ),
    "searches": ("re.match('(a+)+$', 'a' * 60 + 'b')", TOO_LONG),
    "computes in C": ("sum(range(10 ** 12))", TOO_LONG_AT_ONCE),
    "takes much at once": ("b'x' * 10 ** 10", TOO_MUCH),
    "takes more and more": ("kept = []\nwhile True: kept.append(b'x' * 10_000)", TOO_MUCH),
    "aborts": ("os.abort()", BROKEN),
    "reads what is no memory": ("ctypes.string_at(0)", BROKEN),
    "maps what is gone": ("os.kill(os.getpid(), signal.SIGBUS)", BROKEN),
    "is killed": ("os.kill(os.getpid(), signal.SIGKILL)", BROKEN),
}


def read(folder: Path, misbehaviour: str, *, may_repeat: bool = True) -> tuple[int, list[str]]:
    """Read three files; return the status, and the lines without those of the first try."""
    code = textwrap.indent(misbehaviour, "    ")
    script = folder / "read.py"
    script.write_text(READING.format(misbehaviour=code, may_repeat=may_repeat), encoding="utf-8")
    limits = {"ADVOCACY_FILE_SECONDS": str(SECONDS), "ADVOCACY_FILE_MEGABYTES": str(MEGABYTES)}
    environment = {**os.environ, **limits, "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, env=environment, check=False
    )
    return done.returncode, [*dict.fromkeys((done.stdout + done.stderr).splitlines())]


@pytest.mark.parametrize(("misbehaviour", "told"), MISBEHAVIOURS.values(), ids=MISBEHAVIOURS.keys())
def test_the_file_is_named_and_the_others_are_read(tmp_path, misbehaviour, told):
    status, lines = read(tmp_path, misbehaviour)

    assert status == 3
    assert lines[0] == "read a"
    assert lines[1].startswith(f"content/posts/b.md: {told}")
    assert lines[1].endswith("Write it more simply, or split it.")
    assert lines[2] == "read c"


def test_what_cannot_be_done_twice_ends_with_the_files_name(tmp_path):
    status, lines = read(tmp_path, "os.abort()", may_repeat=False)

    assert status == 1
    assert lines[0] == "read a"
    assert lines[1].startswith(f"content/posts/b.md: {BROKEN}")
    assert lines[2:] == []
