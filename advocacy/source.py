"""A text file as it was read: its characters, and the line and column of each."""

import os
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from stat import S_ISREG
from typing import TYPE_CHECKING

from advocacy.errors import Problem

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE_BYTES = 1_000_000
# Neither through a link, nor until somebody writes into a pipe.
QUICKLY = sum(getattr(os, each, 0) for each in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))

# The code of what is never opened: it may lead out of the folder, or never end.
NOT_OURS = "File.Link"
UNREADABLE = "File.Unreadable"


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, with every line end a line feed and no byte order mark.

    Attributes:
        path: Relative to the site's folder, with forward slashes.
        text: What the file says.
    """

    path: str
    text: str
    _starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of an offset, both in code points."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """Return the offset of a 1-based line and column; past the end, the end."""
        starts = self._line_starts()
        if line > len(starts):
            return len(self.text)
        return min(starts[line - 1] + column - 1, len(self.text))

    def _line_starts(self) -> list[int]:
        """Return where each line begins, counted when it is first asked for."""
        if not self._starts:
            lengths = (len(line) + 1 for line in self.text.split("\n")[:-1])
            self._starts.extend(accumulate(lengths, initial=0))
        return self._starts


def is_there(file: "Path") -> bool:
    """Say whether there is a file or a folder; never, by a name that none can have."""
    try:
        return file.exists()
    except (OSError, ValueError):  # a name that is too long, or has a NUL in it
        return False


def read_source(file: "Path", path: str) -> Source | Problem:
    """Read a UTF-8 file; a byte order mark and Windows line ends are let pass.

    Args:
        file: The file on disk.
        path: What to call it, relative to the site's folder.

    Returns:
        The source, or the problem that keeps it from being read.
    """
    if file.is_symlink():
        message = "is a symbolic link. Put the file itself in its place."
        return Problem(path, 0, 0, message, NOT_OURS)
    try:
        # Whatever the name has come to mean since it was found, nothing is followed or waited for.
        descriptor = os.open(file, os.O_RDONLY | QUICKLY)
        with os.fdopen(descriptor, "rb") as opened:
            status = os.fstat(descriptor)
            if not S_ISREG(status.st_mode):
                return Problem(path, 0, 0, "is no ordinary file. Take it away.", NOT_OURS)
            if status.st_size > LARGEST_FILE_BYTES:
                return _too_large(path, status.st_size)
            raw = opened.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        return _unreadable(path, f"cannot be read: {error.strerror}. Check that it is there.")
    return make_source(raw, path)


def make_source(raw: bytes, path: str) -> Source | Problem:
    """Make a source of a file's bytes, as `read_source` does."""
    if len(raw) > LARGEST_FILE_BYTES:
        return _too_large(path, len(raw))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        seen = f"byte 0x{raw[error.start]:02x}"
        message = f"{seen} is not UTF-8. Save the file as UTF-8."
        return Problem(path, line, 0, message, "File.Encoding")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = "There is a NUL character here, which no text has. Delete it."
        return Problem(path, line, 0, message, "File.Encoding")
    return Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def _too_large(path: str, size: int) -> Problem:
    limit = f"A file here may have {LARGEST_FILE_BYTES / 1e6:.0f} MB"
    return _unreadable(path, f"has {size / 1e6:.1f} MB. {limit}; split it.")


def _unreadable(path: str, message: str) -> Problem:
    return Problem(path, 0, 0, message, UNREADABLE)
