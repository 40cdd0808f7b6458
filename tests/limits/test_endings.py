"""A command in a process of its own ends as if it had none."""

import fcntl
import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from advocacy.limits.worker import PASSED_ON, run_in_worker
from tests.conftest import PROJECT

# What is printed before a process is forked waits in a buffer, which both have then.
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": ""}
RUNNING = """\
import os, signal, sys, time

from advocacy.limits.telling import LimitError
from advocacy.limits.within import WithinLimits
from advocacy.limits.worker import run_in_worker

# A shell has what it runs in the background ignore this signal.
signal.signal(signal.SIGINT, signal.default_int_handler)

def die_of(path):
    with WithinLimits(path, 10):
        os.abort()

def work():
{work}

print("begun")
sys.exit(run_in_worker(work, may_repeat=True))
"""
HELD_BY_ITSELF = """\
class Held:
    def __del__(self, write=os.write):
        write(1, b"gone\\n")
held = Held()
held.itself = held
"""
DYING_OF_A_FILE_FIRST = """\
try:
    die_of("content/posts/a.md")
except LimitError:
    os.abort()
"""
DYING_OF_EACH_FILE = """\
for number in range(12):
    try:
        die_of(f"{number}.md")
    except LimitError:
        pass
"""
WAITING = """\
print(flush=True)
time.sleep(600)
"""
# It says that it has begun once the command listens; nothing is printed within a handler.
ANSWERING = """\
heard = []
def answer(asked, frame):
    heard.append(asked)
    if asked != signal.SIGINT or not os.isatty(0):
        os.write(1, f"{heard}\\n".encode())
        os._exit(5)
for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(each, answer)
def is_listening():
    with open(f"/proc/{os.getppid()}/status") as status:
        (caught,) = [line.split()[1] for line in status if line.startswith("SigCgt:")]
    return int(caught, 16) >> (signal.SIGHUP - 1) & 1
for _ in range(6000):
    if not is_listening():
        time.sleep(0.01)
os.write(1, b"\\n")
while True:
    time.sleep(600)
"""


def write(folder: Path, work: str) -> list[str]:
    """Write a script that does something in a worker, and return how to run it."""
    body = "".join(f"    {line}\n" for line in work.splitlines())
    (folder / "run.py").write_text(RUNNING.format(work=body), encoding="utf-8")
    return [sys.executable, str(folder / "run.py")]


@contextmanager
def running(
    folder: Path, work: str, stdin: int = subprocess.DEVNULL
) -> Iterator[subprocess.Popen[str]]:
    """Run it, and go on once the worker has begun."""
    with subprocess.Popen(
        write(folder, work),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        text=True,
        # The first to open a terminal in a session has it to control it.
        start_new_session=stdin != subprocess.DEVNULL,
        preexec_fn=lambda: os.isatty(0) and fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    ) as command:
        assert command.stdout
        command.stdout.readline()
        command.stdout.readline()
        yield command


@pytest.mark.parametrize(
    ("work", "status"),
    [
        ("pass", 0),
        (HELD_BY_ITSELF, 0),
        ("sys.exit(4)", 4),
        ("os.abort()", -signal.SIGABRT),
        ("os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL),
        (
            "with WithinLimits('content/posts/a.md', 10): os.kill(os.getpid(), signal.SIGTERM)",
            -signal.SIGTERM,
        ),
        (DYING_OF_A_FILE_FIRST, -signal.SIGABRT),
    ],
)
@pytest.mark.parametrize("streams", ["", " >&- 2>&-"])
def test_it_ends_as_its_worker_does(tmp_path, work, status, streams):
    command = ["sh", "-c", f'exec "$@"{streams}', "sh", *write(tmp_path, work)]

    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )

    assert done.returncode == status
    assert done.stdout == ("" if streams else "begun\n")


def test_after_ten_files_that_end_a_worker_it_is_not_begun_anew(tmp_path):
    done = subprocess.run(
        write(tmp_path, DYING_OF_EACH_FILE),
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("9.md: breaks what reads it, or takes more than ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_who_ends_the_command_ends_its_worker(tmp_path, asked):
    with running(tmp_path, WAITING) as command:
        command.send_signal(asked)

        command.wait()
        # The pipe ends once nobody holds it any more, the worker least of all.
        assert command.stdout.read() == ""
    assert command.returncode == -asked


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_what_is_asked_of_the_command_its_worker_answers(tmp_path, asked):
    with running(tmp_path, ANSWERING) as command:
        command.send_signal(asked)

        assert command.wait() == 5
        assert command.stdout.read() == f"[{asked:d}]\n"


def test_what_is_typed_at_a_terminal_is_told_to_the_worker_once(tmp_path):
    """The terminal has told it already, which here nobody types at."""
    ours, theirs = pty.openpty()

    with running(tmp_path, ANSWERING, stdin=theirs) as command:
        command.send_signal(signal.SIGINT)
        command.send_signal(signal.SIGTERM)

        assert command.wait() == 5
        assert command.stdout.read() == f"[{signal.SIGTERM:d}]\n"
    for each in (ours, theirs):
        os.close(each)


def test_nothing_is_left_of_a_worker():
    def held():
        return len([*Path("/dev/fd").iterdir()]), [signal.getsignal(each) for each in PASSED_ON]

    before = held()

    assert run_in_worker(lambda: os._exit(3), may_repeat=False) == 3
    assert held() == before
