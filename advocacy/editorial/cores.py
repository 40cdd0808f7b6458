"""One function over many things, on every core of the machine."""

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, TypeVar

# So many take longer than another process takes to start.
WORTH_A_PROCESS = 60
CHUNK = 4
# So many more things are made than thrown away, until a process looks for what nobody holds.
GARBAGE = 50_000
T = TypeVar("T")
R = TypeVar("R")


def map_on_cores(
    things: Sequence[T],
    here: Callable[[T], R],
    there: Callable[[T], R],
    start: Callable[..., None],
    recipe: Iterable[Any],
    worth: int | None = None,
) -> Iterator[R]:
    """Return what becomes of each thing, in their order.

    Args:
        things: What is worked on; they travel to other processes, as do the results.
        here: Does the work in this process, where there is too little for several.
        there: Does it in another one.
        start: Called once in each other process, before `there` is.
        recipe: What `start` is called with.
        worth: So many things take longer than another process takes to start; None says as many as
            texts that are read.
    """
    processes = min(os.cpu_count() or 1, len(things) // (worth or WORTH_A_PROCESS))
    if processes < 2:
        return map(here, things)
    # Other threads would be in an unknown state in a forked process.
    method = "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
    pool = ProcessPoolExecutor(processes, get_context(method), _begin, (start, *recipe))
    _look_seldom()
    results = pool.map(there, things, chunksize=CHUNK)
    pool.shutdown(wait=False)  # takes no more, and ends when all of these are done
    return _go_on_here(results, things, here)


def _go_on_here(results: Iterator[R], things: Sequence[T], here: Callable[[T], R]) -> Iterator[R]:
    """Return the results; where one of the things ended a process, this one does the rest."""
    done = 0
    try:
        for done, result in enumerate(results, 1):  # noqa: B007 - it is read once all has failed
            yield result
    except BrokenProcessPool:
        yield from map(here, things[done:])


def _begin(start: Callable[..., None], *recipe: Any) -> None:
    """Get a process ready, which makes much and keeps little: what it began with stays."""
    start(*recipe)
    _look_seldom()


def _look_seldom() -> None:
    gc.freeze()
    gc.set_threshold(GARBAGE, 10, 10)
