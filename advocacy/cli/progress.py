"""A bar that tells how far a build is; on a terminal alone."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from advocacy.publishing.rendering import Progress as Report


@contextmanager
def show_progress() -> Iterator[Report]:
    """Return what a build tells its progress to; it prints nothing in a pipe or in CI."""
    if not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda step, done, total: bar.update(
            task, description=step, completed=done, total=total
        )
