"""How long a process has computed on what it is at, told without asking each time."""

import time
from dataclasses import dataclass

# What this process had computed so short a time ago is what it has computed now.
FRESH_SECONDS = 0.01


@dataclass(slots=True)
class Stopwatch:
    """How long this process has computed on what it is at, and asks seldom.

    Asking takes longer than most rules do; what is told may be too much by FRESH_SECONDS.
    """

    _begun: tuple[float, float] = (0.0, 0.0)
    _read: tuple[float, float] = (-1.0, 0.0)

    def begin(self) -> None:
        """Begin anew."""
        now = time.perf_counter()
        if now - self._read[0] > FRESH_SECONDS:
            self._read = now, time.process_time()
        self._begun = now, self._read[1]

    def has_passed(self, seconds: float) -> bool:
        """Say whether more than so many seconds of computing have passed."""
        if time.perf_counter() - self._begun[0] <= seconds:
            return False
        return time.process_time() - self._begun[1] > seconds
