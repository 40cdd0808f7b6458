"""A file that is written beside its place first, under a name that nobody else writes to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

# Short and of its own, so that each file has room for it, however long its name is.
NAME = ".advocacy-{}-{}.part"
_numbers = count(1)


def part_beside(file: Path) -> Path:
    """Return where to write what is to take a file's place; each time another path."""
    return file.with_name(NAME.format(os.getpid(), next(_numbers)))


@contextmanager
def part_of(file: Path) -> Iterator[Path]:
    """Yield where to write a file, which then takes its place in one step, or leaves nothing."""
    part = part_beside(file)
    try:
        yield part
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def clear_parts(folder: Path, *, deep: bool) -> None:
    """Remove what was being written in a folder when a build was killed."""
    pattern = NAME.format("*", "*")
    for part in folder.rglob(pattern) if deep else folder.glob(pattern):
        if part.is_file():
            part.unlink(missing_ok=True)


def clear_orphans(folder: Path) -> None:
    """Remove what programs of this machine were writing in a folder when they were killed."""
    for part in folder.glob(NAME.format("*", "*")):
        process = part.name.split("-")[1]
        if process.isdecimal() and not _runs(int(process)):
            with suppress(OSError):
                part.unlink()


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True  # somebody else's
    return True
