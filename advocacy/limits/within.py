"""Work on one file, which ends when it takes more than a file may."""

import os
import threading
import time
from dataclasses import dataclass, field
from types import TracebackType

from advocacy.limits.amounts import seconds_for
from advocacy.limits.ledger import NOTHING, Ledger
from advocacy.limits.pulse import (
    IS_KNOWN_HERE,
    begin_pulse,
    bound_process,
    free_process,
    have_patience,
)
from advocacy.limits.telling import LimitError, tell_excess, tell_overtime


# No `except Exception` of a library may swallow it.
class _Overtime(BaseException):
    pass


class WithinLimits:
    """A context in which one file is worked on; within another, it has a time of its own.

    Threads beside the first one, and systems that know no such limits, work on without any.

    Raises:
        LimitError: It takes too much time or memory, or did when it was tried before.
    """

    __slots__ = ("_around", "_is_bounded", "begun", "path", "seconds")

    def __init__(self, path: str, size: int) -> None:
        """Note what is worked on.

        Args:
            path: The file, relative to the site's folder.
            size: How many characters or bytes it has.
        """
        self.path = path
        self.seconds = seconds_for(size)
        self.begun = 0.0
        self._around: WithinLimits | None = None
        self._is_bounded = IS_KNOWN_HERE and (threading.current_thread() is threading.main_thread())

    def __enter__(self) -> None:
        if told := _PROCESS.refused.get(self.path):
            raise LimitError(self.path, told)
        if self._is_bounded:
            self.begun = time.process_time()
            self._around = _PROCESS.current
            _PROCESS.work_on(self)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_bounded:
            if self._around:
                self._around.begun += time.process_time() - self.begun
            _PROCESS.work_on(self._around)
        if kind is _Overtime:
            raise LimitError(self.path, tell_overtime(self.seconds)) from None
        if kind is MemoryError:
            raise LimitError(self.path, tell_excess()) from None


@dataclass(slots=True)
class _Process:
    """What this process works on.

    Attributes:
        current: The file; None between two.
        ledger: Where it is noted for the process that waits for this one, if one does.
        refused: By path, what is said of files that are not to be tried again.
        has_pulse: Whether a beat is felt for each second of computing.
    """

    current: WithinLimits | None = None
    ledger: Ledger | None = None
    refused: dict[str, str] = field(default_factory=dict)
    has_pulse: bool = False

    def work_on(self, file: WithinLimits | None) -> None:
        """Go on to another file, or to none."""
        if not self.has_pulse:
            self.has_pulse = True
            begin_pulse(self.feel_beat)
        if self.ledger:
            self.ledger.write(file.path if file else NOTHING)
        if file and not self.current:
            bound_process()
        elif not file:
            free_process()
        self.current = file

    def feel_beat(self) -> None:
        """Stop what takes too long."""
        file = self.current
        if not file:
            return
        have_patience()
        if time.process_time() - file.begun > file.seconds:
            raise _Overtime

    def leave_to_parent(self) -> None:
        """Forget what the process was doing from which this one was forked."""
        self.current = self.ledger = None
        self.has_pulse = False


_PROCESS = _Process()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_PROCESS.leave_to_parent)


def work_for(ledger: Ledger, refused: dict[str, str]) -> None:
    """Note in a ledger what this process works on, and leave out what is refused."""
    _PROCESS.ledger, _PROCESS.refused = ledger, refused
