"""Writing a file that may be there already: whole, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile

from advocacy.errors import CommandError
from advocacy.part import clear_orphans, part_beside


def replace_file(file: Path, content: bytes, name: str = "") -> None:
    """Write a file in one step, so that nobody ever finds half of it.

    Args:
        file: Where it is to be; its folder is made where it is missing.
        content: All of it.
        name: What to call it in a mistake; its path by default.

    Raises:
        CommandError: It cannot be written.
    """
    with telling(name or str(file)):
        if file.exists() and not (file.is_file() or file.is_dir()):
            file.write_bytes(content)  # `/dev/stdout`, a pipe: it takes the bytes and stays
            return
    with staged_file(file, content, name):
        pass


def refuse_unwritable(file: Path) -> None:
    """See that a file can be written, before anybody works on what is to be in it.

    Raises:
        CommandError: It cannot.
    """
    with telling(str(file)):
        if not file.exists() or file.is_file():
            folder = file.resolve().parent
            folder.mkdir(parents=True, exist_ok=True)
            with TemporaryFile(dir=folder):
                pass


@contextmanager
def staged_file(file: Path, content: bytes, name: str = "") -> Iterator[None]:
    """Write a file beside its place, and put it there once what is done meanwhile succeeded.

    What it takes: see `replace_file`.

    Raises:
        CommandError: It cannot be written; nothing was done meanwhile, unless its place is taken.
    """
    place = file.resolve()  # a link stays as well
    beside = part_beside(place)
    try:
        with telling(name or str(file)):
            place.parent.mkdir(parents=True, exist_ok=True)
            beside.touch()
            clear_orphans(beside)
            beside.write_bytes(content)
        yield
        with telling(name or str(file)):
            os.replace(beside, place)  # noqa: PTH105 - the one that replaces on every system
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def refuse_way_out(file: Path, root: Path) -> None:
    """Make sure that a file which is to be written below a folder lies there, whatever links say.

    Raises:
        CommandError: A link on the way leads out of the folder.
    """
    with telling(str(file)):
        place = file.resolve()
    if not place.is_relative_to(root.resolve()):
        raise CommandError(f"{file}: leads out of {root}, to {place}. Delete the link.")


@contextmanager
def telling(name: str) -> Iterator[None]:
    """Tell of a file that cannot be written in one line.

    Raises:
        CommandError: It cannot.
    """
    try:
        yield
    except OSError as error:
        cure = "Check the folder and its permissions."
        raise CommandError(f"{name}: cannot be written: {error.strerror}. {cure}") from None
