"""A command in a process of its own: a file that ends it is named, and the command begins anew."""

import fcntl
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from advocacy.limits.amounts import seconds_for
from advocacy.limits.ledger import NOTHING, Ledger
from advocacy.limits.pulse import PATIENCE
from advocacy.limits.telling import LimitError, tell_crash, tell_overtime
from advocacy.limits.within import work_for

# So many files may each end a worker, until it is not begun anew.
MOST_ENDED = 10
# How a process ends that computes or takes too much, or of which a library has crashed.
ENDINGS = {signal.SIGVTALRM, signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGKILL}
PASSED_ON = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run_in_worker(work: Callable[[], object], *, may_repeat: bool) -> int:
    """Do work in a process that may die of a file, and return its exit status.

    Args:
        work: What to do. It does not return here, but ends its own process.
        may_repeat: Whether it can be done anew, without the file; else the file is told, and all
            ends with 1.
    """
    ledger, refused = Ledger(), dict[str, str]()
    while True:
        ledger.write(NOTHING)
        ended = _wait_for(*_fork(work, ledger, refused))
        if os.WIFEXITED(ended):
            return os.WEXITSTATUS(ended)
        ending, path = os.WTERMSIG(ended), ledger.read()
        if path == NOTHING or ending not in ENDINGS:
            return _end_like(ending)
        refused[path] = _tell(ending)
        if not may_repeat or len(refused) >= MOST_ENDED:
            print(LimitError(path, refused[path]), file=sys.stderr)
            return LimitError.exit_status


def _tell(ending: int) -> str:
    if ending == signal.SIGVTALRM:
        return tell_overtime(PATIENCE * seconds_for(0))
    return tell_crash()


def _fork(work: Callable[[], object], ledger: Ledger, refused: dict[str, str]) -> tuple[int, int]:
    """Fork a worker, and return it with the end of a pipe: once that is closed, it ends.

    So it ends when this process does, however that ends.
    """
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    hears, says = os.pipe()
    if pid := os.fork():
        os.close(hears)
        return pid, says
    os.close(says)
    # Of a pipe that nobody holds any more, the system tells by a signal that ends a process.
    fcntl.fcntl(hears, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(hears, fcntl.F_SETFL, os.O_ASYNC)
    work_for(ledger, refused)
    try:
        work()
    finally:
        # At its end Python looks twice for what nobody holds, and all of it goes anyway.
        gc.freeze()
    sys.exit(0)


def _wait_for(pid: int, held: int) -> int:
    """Wait until a process ends; what is asked of this one meanwhile, it passes on."""
    with _passing_on(pid):
        ended = os.waitpid(pid, 0)[1]
    os.close(held)
    return ended


@contextmanager
def _passing_on(pid: int) -> Iterator[None]:
    def pass_on(asked: int, _frame: FrameType | None) -> None:
        # What is typed at a terminal, both are told of.
        if asked != signal.SIGINT or not _is_at_terminal():
            os.kill(pid, asked)

    before = {each: signal.signal(each, pass_on) for each in PASSED_ON}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _is_at_terminal() -> bool:
    with suppress(OSError):
        return os.tcgetpgrp(0) == os.getpgrp()
    return False


def _end_like(ending: int) -> int:
    """End as the worker did, so that whoever waits sees no difference."""
    if ending != signal.SIGKILL:
        signal.signal(ending, signal.SIG_DFL)
    os.kill(os.getpid(), ending)
    return 128 + ending
