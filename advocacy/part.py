"""A file that is written beside its place first, under a name that nobody else writes to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

# Short and of its own, so that each file has room for it, however long its name is.
NAME = ".advocacy-{}-{}.part"
# On Windows, any signal but two ends the process that it is sent to.
CAN_ASK = os.name == "posix"
# There, what is as old as this was left.
LONGEST_SECONDS = 24 * 60 * 60
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


def clear_orphans(beside: Path) -> None:
    """Remove what programs of this machine were writing in a folder when they were killed.

    Args:
        beside: A part in that folder that was begun just now, by whose time others are old.
    """
    for part in beside.parent.glob(NAME.format("*", "*")):
        with suppress(OSError):
            if _is_left(part, beside):
                part.unlink()


def _is_left(part: Path, beside: Path) -> bool:
    if not CAN_ASK:
        return beside.stat().st_mtime - part.stat().st_mtime > LONGEST_SECONDS
    process = part.name.split("-")[1]
    return process.isdecimal() and not _runs(int(process))


def _runs(process: int) -> bool:
    """Say whether a process runs; to be asked where `CAN_ASK` alone."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True  # somebody else's
    return True
