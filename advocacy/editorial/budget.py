"""How long a rule may compute: on one file, and on all of them."""

import time
from collections.abc import Collection
from dataclasses import dataclass

from advocacy.editorial.kinds.kind import Find, Hit
from advocacy.editorial.patterns import RunawayError

FILE_SECONDS = 1.0
# A rule that is slow, and no more than slow, may go on: so long in all, and so long for each file.
RUN_SECONDS = 4.0
RUN_SECONDS_A_FILE = 0.02


@dataclass(slots=True)
class Budget:
    """What one rule has spent, in seconds of computing by this process."""

    on_file: float = 0.0
    in_all: float = 0.0
    files: int = 0
    _since: tuple[float, float] = (0.0, 0.0)

    def begin_file(self) -> None:
        """Go on to the next file."""
        self.on_file = 0.0
        self.files += 1
        self._since = time.perf_counter(), time.process_time()

    def find(self, find: Find, text: str, possible: Collection[int] | None = None) -> list[Hit]:
        """Return the hits in a text.

        Raises:
            RunawayError: The rule has spent more than it may.
        """
        hits = []
        for hit in find(text, possible):
            hits.append(hit)
            self._look_at_clock()
        self._look_at_clock()
        return hits

    def _look_at_clock(self) -> None:
        # To ask how long this process has computed takes longer than most rules do.
        if time.perf_counter() - self._since[0] > FILE_SECONDS:
            self.end_file()

    def end_file(self) -> None:
        """Note what the rule has computed on the file.

        Raises:
            RunawayError: The rule has spent more than it may.
        """
        began = self._since[1]
        self._since = time.perf_counter(), time.process_time()
        self.spend(self._since[1] - began)

    def spend(self, seconds: float) -> None:
        """Note that a rule has computed.

        Raises:
            RunawayError: The rule has spent more than it may.
        """
        self.on_file += seconds
        self.in_all += seconds
        allowed = RUN_SECONDS + RUN_SECONDS_A_FILE * self.files
        if self.on_file > FILE_SECONDS or self.in_all > allowed:
            raise RunawayError
