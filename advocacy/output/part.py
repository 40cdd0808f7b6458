"""A file that is written beside its place first, under a name that nobody else writes to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident

# Short and of its own, so that each file has room for it, however long its name is.
NAME = ".advocacy-{}.part"


@contextmanager
def part_of(file: Path) -> Iterator[Path]:
    """Yield where to write a file, which then takes its place in one step, or leaves nothing."""
    part = file.with_name(NAME.format(f"{os.getpid()}-{get_ident()}"))
    try:
        yield part
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def clear_parts(folder: Path, *, deep: bool) -> None:
    """Remove what was being written in a folder when a build was killed."""
    pattern = NAME.format("*")
    for part in folder.rglob(pattern) if deep else folder.glob(pattern):
        if part.is_file():
            part.unlink(missing_ok=True)
