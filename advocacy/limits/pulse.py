"""A beat for each second that this process computes, and its end where a file lets none be felt.

Where a library decodes or parses, no Python runs that could feel a beat. So a second timer runs
while a file is worked on, which each beat sets anew, and of which the signal ends the process; then
`worker` begins anew without the file. Between two files nothing is bounded: a process may wait for
threads that compute, and what it begins, such as a browser, takes over its bounds.
"""

import atexit
import signal
from collections.abc import Callable
from types import FrameType

try:
    import resource
except ImportError:  # Windows knows no such limits
    resource = None  # type: ignore[assignment]

from advocacy.limits.amounts import most_bytes, seconds_for

SECOND = 1.0
# So many times as long as a small file may take may pass between two beats.
PATIENCE = 2
KILOBYTE = 1024
IS_KNOWN_HERE = resource is not None


def begin_pulse(feel: Callable[[], None]) -> None:
    """Let a process feel its beats; those that are forked from it have to begin their own.

    Args:
        feel: Called at each beat; what it raises comes out wherever the process is.
    """

    def beat(_signal: int, _frame: FrameType | None) -> None:
        feel()

    signal.signal(signal.SIGPROF, beat)
    signal.siginterrupt(signal.SIGPROF, False)
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, SECOND, SECOND)
    atexit.register(_end_pulse)


def _end_pulse() -> None:
    """Feel no more: Python gives signals back to the system at its end, which ends the process."""
    signal.setitimer(signal.ITIMER_PROF, 0)


def bound_process() -> None:
    """End the process where it feels no beat, and let one file take no more memory than it may."""
    have_patience()
    hard = _most_for_all()
    soft = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE + most_bytes()
    is_open = hard == resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_DATA, (soft if is_open else min(soft, hard), hard))


def free_process() -> None:
    """Take both bounds away."""
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    hard = _most_for_all()
    resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))


def have_patience() -> None:
    """Wait anew for a beat."""
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE * seconds_for(0))


def _most_for_all() -> int:
    return resource.getrlimit(resource.RLIMIT_DATA)[1]
