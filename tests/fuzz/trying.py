"""Inputs, tried one after the other; of each way to fail the shortest is kept as a file."""

import signal
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from time import process_time

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.conftest import PROJECT
from tests.fuzz.target import Target

# Of computing; most take a hundredth of one.
MOST_SECONDS = 60.0
# How many inputs a guided run begins with.
FIRST = 200
SETTINGS = settings(
    deadline=None,
    database=None,
    print_blob=False,
    suppress_health_check=[*HealthCheck],
    phases=[Phase.generate, Phase.shrink],
)


class SlowError(Exception):
    """An input took too long."""


@dataclass(slots=True)
class Trial:
    """What came of trying a target.

    Attributes:
        folder: Where inputs that failed are written.
        inputs: How many were tried.
        shortest: By the way in which it fails, the shortest input.
        known: Ways to fail that were told before.
    """

    target: Target
    folder: Path
    inputs: int = 0
    shortest: dict[str, bytes] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    def try_one(self, content: bytes) -> None:
        """Try one input.

        Raises:
            AssertionError: It fails, in a way that is not known yet.
        """
        self.inputs += 1
        now_file(self.folder, self.target).write_bytes(content)
        count_file(self.folder, self.target).write_text(str(self.inputs))
        try:
            with_clock(self.target.hold, content)
        except Exception as error:
            way = _way(error)
            if len(content) <= len(self.shortest.get(way, content)):
                self.shortest[way] = content
                write_found(self.folder, self.target, way, content)
            if way not in self.known:
                raise AssertionError(way) from error


def now_file(folder: Path, target: Target) -> Path:
    """Return the file that holds what is tried just now, lest it ends the whole program."""
    return folder / f"{target.name}.now"


def count_file(folder: Path, target: Target) -> Path:
    """Return the file that tells how many inputs were tried."""
    return folder / f"{target.name}.count"


def write_found(folder: Path, target: Target, way: str, content: bytes) -> Path:
    """Write an input that fails, and beside it how."""
    name = f"{target.name}-{sha256(way.encode()).hexdigest()[:8]}"
    (folder / f"{name}.txt").write_text(way + "\n", encoding="utf-8")
    file = folder / f"{name}.input"
    file.write_bytes(content)
    return file


def first_inputs(target: Target, number: int) -> set[bytes]:
    """Return some inputs as the target makes them."""
    made = set()

    @seed(number)
    @settings(SETTINGS, max_examples=FIRST)
    @given(target.inputs)
    def collect(content: bytes) -> None:
        made.add(content)

    collect()
    return made


def try_made(trial: Trial, number: int, most: int) -> None:
    """Try inputs as the target makes them, and for what fails look for something shorter.

    Args:
        trial: To be gone on with.
        number: The seed.
        most: How many inputs are made.
    """

    @seed(number)
    @settings(SETTINGS, max_examples=most)
    @given(trial.target.inputs)
    def run(content: bytes) -> None:
        trial.try_one(content)

    try:
        run()
    except Exception:
        if trial.shortest.keys() <= trial.known:  # it is Hypothesis itself that failed
            raise
        trial.known |= trial.shortest.keys()


def with_clock(hold: Callable[[bytes], None], content: bytes) -> None:
    """Try one input, for as long as one may take; what libraries warn of is an error, too."""
    if not hasattr(signal, "setitimer"):  # on Windows
        hold(content)
        return
    end = process_time() + MOST_SECONDS

    def stop(*_: object) -> None:
        left = end - process_time()
        if left <= 0:
            raise SlowError(f"An input took more than {MOST_SECONDS:.0f} seconds of computing.")
        signal.setitimer(signal.ITIMER_REAL, left)

    # Timers of computing belong to the product, which bounds files by them.
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            hold(content)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _way(error: Exception) -> str:
    """Return in which way something failed: the error, and the last line of ours that it passed."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [each for each in frames if _is_own(Path(each.filename))]
    # Where a clock happened to stop something says nothing.
    last = own[-1] if not isinstance(error, SlowError) else own[0]
    place = f"{Path(last.filename).relative_to(PROJECT).as_posix()}:{last.lineno}"
    return f"{type(error).__name__} at {place}"


def _is_own(file: Path) -> bool:
    return file.is_relative_to(PROJECT) and not file.is_relative_to(PROJECT / ".venv")
