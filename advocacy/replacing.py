"""Writing a file that may be there already: whole, or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from advocacy.errors import CommandError


def replace_file(file: Path, content: bytes, name: str = "") -> None:
    """Write a file in one step, so that nobody ever finds half of it.

    Args:
        file: Where it is to be; its folder is made where it is missing.
        content: All of it.
        name: What to call it in a mistake; its path by default.

    Raises:
        CommandError: It cannot be written.
    """
    try:
        if file.exists() and not (file.is_file() or file.is_dir()):
            file.write_bytes(content)  # `/dev/stdout`, a pipe: it takes the bytes and stays
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file.resolve(), content)  # a link stays as well
    except OSError as error:
        cure = "Check the folder and its permissions."
        told = f"{name or file}: cannot be written: {error.strerror}. {cure}"
        raise CommandError(told) from None


def _replace(file: Path, content: bytes) -> None:
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_bytes(content)
        os.replace(beside, file)  # noqa: PTH105 - the one that replaces on every system
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
