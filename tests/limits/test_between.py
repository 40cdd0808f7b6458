"""Between two files a process is bounded by nothing that is meant for files; within one, by all."""

import os
import subprocess
import sys

import pytest

from tests.conftest import PROJECT

BEGINNING = """\
import ctypes, hashlib, os, resource, signal, subprocess, sys, threading, time
from concurrent.futures import ThreadPoolExecutor

from advocacy.limits.ledger import Ledger
from advocacy.limits.telling import LimitError
from advocacy.limits.within import WithinLimits, work_for

def memory():
    return resource.getrlimit(resource.RLIMIT_DATA)

def is_timed():
    return signal.getitimer(signal.ITIMER_VIRTUAL)[0] > 0

def compute(seconds, now=time.process_time):
    end = now() + seconds
    while now() < end: sum(range(10_000))

before = memory()
"""
READING = """\
with WithinLimits("content/posts/a.md", 10):
    assert memory() != before
"""
# No thread holds the interpreter meanwhile, and the first one waits for the others.
WAITING = f"""{READING}
def compute(_):
    while time.process_time() < 3:
        hashlib.sha256(bytes(5_000_000))

with ThreadPoolExecutor(2) as pool:
    list(pool.map(compute, range(2)))
"""
# A beat is felt between two calls of a library, and breaks off none.
CALLING = """
hears, says = os.pipe()

def beat():
    for _ in range(20):
        time.sleep(0.01)
        signal.pthread_kill(threading.main_thread().ident, signal.SIGPROF)
    os.write(says, b"x")

with WithinLimits("content/posts/a.md", 10):
    threading.Thread(target=beat).start()
    assert ctypes.CDLL(None).read(hears, ctypes.create_string_buffer(1), 1) == 1
"""
STARTING = f"""{READING}
asked = "import resource; print(resource.getrlimit(resource.RLIMIT_DATA))"
told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True).stdout
assert told.strip() == str(before)
"""
# What nobody has freed goes when Python has given signals back already.
ENDING = f"""{READING}
class Slow:
    def __del__(self, compute=compute):
        compute(1.5)

slow = Slow()
"""
FOLLOWING = """
compute(1.5)
with WithinLimits("content/posts/a.md", 400_000):
    compute(1.5)
"""
NESTED = """
with WithinLimits("content/posts/a.md", 400_000):
    around = memory()
    assert around != before
    held = b"x" * 50_000_000
    with WithinLimits("content/posts/b.md", 400_000):
        assert memory() == around
        compute(1.5)
    assert memory() == around and is_timed()
    compute(1.8)
assert memory() == before and not is_timed()
"""
LARGE = """
with WithinLimits("content/posts/a.md", 1_000_000):
    compute(2.5)
"""
HOLDING = """
held = b"x" * 300_000_000
with WithinLimits("content/posts/a.md", 10):
    bytes(100_000_000)
"""
PATIENT = """
os.environ["ADVOCACY_FILE_SECONDS"] = "60"
with WithinLimits("content/posts/a.md", 10):
    assert 110 < signal.getitimer(signal.ITIMER_VIRTUAL)[0] < 130
"""
BOUNDED_BEFORE = """
hard = 150_000_000
resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))
with WithinLimits("content/posts/a.md", 10):
    assert memory() == (hard, hard)
assert memory() == (hard, hard)
"""
THREADED = """
def read(_):
    with WithinLimits("content/posts/a.md", 10):
        assert memory() == before

with ThreadPoolExecutor(1) as pool:
    list(pool.map(read, range(2)))
"""
# A process that is forked while a file is worked on has one of its own.
FORKED = """
ledger = Ledger()
work_for(ledger, {})
with WithinLimits("content/posts/a.md", 10):
    if not (child := os.fork()):
        try:
            with WithinLimits("content/posts/b.md", 10):
                assert is_timed()
                while True: pass
        except LimitError as error:
            os._exit(5 if "b.md: takes more than 1 s" in str(error) else 6)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 5
    assert ledger.read() == "content/posts/a.md"
assert ledger.read() == ""
"""
# Half of Windows: it has no such limits, and cannot fork.
UNBOUNDED = """
for name in [each for each in sys.modules if each.startswith("advocacy")]:
    del sys.modules[name]
del os.fork, os.register_at_fork
sys.modules["resource"] = sys.modules["fcntl"] = None

from advocacy.cli.apart import run_command
from advocacy.limits.within import WithinLimits

with WithinLimits("content/posts/a.md", 10):
    assert memory() == before and not is_timed()
run_command(["check", "--help"])
"""


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(WAITING, id="waits for threads that compute"),
        pytest.param(CALLING, id="calls a library that waits"),
        pytest.param(STARTING, id="begins a process"),
        pytest.param(ENDING, id="ends"),
        pytest.param(FOLLOWING, id="has computed before"),
        pytest.param(NESTED, id="reads a file within another"),
        pytest.param(LARGE, id="reads a large file"),
        pytest.param(HOLDING, id="has much memory"),
        pytest.param(PATIENT, id="is allowed more time"),
        pytest.param(BOUNDED_BEFORE, id="is bounded by others"),
        pytest.param(THREADED, id="reads in a thread"),
        pytest.param(FORKED, id="is forked"),
        pytest.param(UNBOUNDED, id="knows no limits"),
    ],
)
def test_a_process_does_as_ever_what_no_file_is_to_blame_for(script: str) -> None:
    limits = {"ADVOCACY_FILE_SECONDS": "1", "ADVOCACY_FILE_MEGABYTES": "200"}
    environment = {**os.environ, **limits, "PYTHONPATH": str(PROJECT)}

    done = subprocess.run(
        [sys.executable, "-c", BEGINNING + script],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env=environment,
    )

    assert (done.returncode, done.stderr) == (0, "")
