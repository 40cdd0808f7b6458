"""What a pull request may bring that is no text: pipes, folders, pictures that are bombs."""

import os
import socket
import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

LARGE_BYTES = 100_000_000
# A picture just below the limit on pixels, of which each scan goes over all of them.
SIDE_PX, SCANS = 6300, 30_000
START_OF_SCAN, END = 0xDA, 0xD9


def make_pipe(file: Path) -> None:
    """Make a pipe into which nobody writes."""
    os.mkfifo(file)


def make_socket(file: Path) -> None:
    """Make a socket at which nobody listens."""
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(file.parent)  # the name of a socket is short
        made.bind(file.name)
        os.chdir(here)


def make_sparse(file: Path) -> None:
    """Make a file of zeros that is large, and takes no room."""
    with file.open("wb") as opened:
        opened.truncate(LARGE_BYTES)


def make_large(file: Path) -> None:
    """Make a post that is large."""
    line = b"It rained, and nobody came to the desk before noon.\n"
    file.write_bytes(b"---\ntitle: x\n---\n\n" + line * (LARGE_BYTES // len(line)))


def make_scans(file: Path) -> None:
    """Make a photo of a megabyte that goes over all of its pixels again and again."""
    with BytesIO() as opened:
        Image.new("L", (SIDE_PX, SIDE_PX)).save(opened, "JPEG", progressive=True, quality=50)
        content = opened.getvalue()
    start = content.rindex(bytes([0xFF, START_OF_SCAN]))
    file.write_bytes(content[:-2] + content[start:-2] * SCANS + bytes([0xFF, END]))


def make_picture(file: Path) -> None:
    """Make a picture in which nothing is wrong."""
    Image.new("RGB", (8, 8)).save(file, "PNG")


def make_pixels(file: Path) -> None:
    """Make a picture of a hundred bytes that says it has ten thousand million pixels."""
    with BytesIO() as opened:
        Image.new("1", (1, 1)).save(opened, "PNG")
        content = bytearray(opened.getvalue())
    content[16:24] = struct.pack(">II", 100_000, 100_000)
    file.write_bytes(content)


MAKERS: Mapping[str, Callable[[Path], None]] = {
    "folder": Path.mkdir,
    "large": make_large,
    "picture": make_picture,
    "pipe": make_pipe,
    "pixels": make_pixels,
    "scans": make_scans,
    "socket": make_socket,
    "sparse": make_sparse,
}
