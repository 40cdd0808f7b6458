"""Between two files a process is bounded by nothing that is meant for files."""

import os
import subprocess
import sys

from tests.conftest import PROJECT

READING = """\
import hashlib, resource, subprocess, sys, time
from concurrent.futures import ThreadPoolExecutor

from advocacy.limits.within import WithinLimits

before = resource.getrlimit(resource.RLIMIT_DATA)
with WithinLimits("content/posts/a.md", 10):
    assert resource.getrlimit(resource.RLIMIT_DATA) != before
"""
# No thread holds the interpreter meanwhile, and the first one waits for the others.
COMPUTING = """
def compute(_):
    while time.process_time() < 5:
        hashlib.sha256(bytes(5_000_000))
    return "done"

with ThreadPoolExecutor(2) as pool:
    print(*pool.map(compute, range(2)))
"""
BEGINNING = """
asked = "import resource; print(resource.getrlimit(resource.RLIMIT_DATA))"
told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True).stdout
print(told.strip() == str(before))
"""


def run(more: str) -> tuple[int, str]:
    limits = {"ADVOCACY_FILE_SECONDS": "1", "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", READING + more]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **limits}
    )
    return done.returncode, done.stdout


def test_a_process_may_wait_long_for_threads_that_compute() -> None:
    assert run(COMPUTING) == (0, "done done\n")


def test_what_a_process_begins_may_take_as_much_as_ever() -> None:
    assert run(BEGINNING) == (0, "True\n")
