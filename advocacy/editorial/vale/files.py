"""The files that a run by a `.vale.ini` reads: which there are, and what each says."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from advocacy.source import Source

NOT_WALKED = {".git", "node_modules"}


def make_source(name: str, raw: bytes) -> Source:
    """Return a text; what is no UTF-8 in it is shown by a sign that says so."""
    text = raw.decode("utf-8-sig", errors="replace")
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def walk_files(path: Path, tell: Callable[[OSError], None]) -> Iterator[Path]:
    """Yield a file, or all below a folder; `tell` hears of a folder that cannot be opened."""
    if not path.is_dir():
        yield path
        return
    seen = set()
    for folder, folders, names in os.walk(path, onerror=tell, followlinks=True):
        real = os.path.realpath(folder)
        # A link to a folder above leads round in a circle.
        folders[:] = [] if real in seen else [each for each in folders if each not in NOT_WALKED]
        if real not in seen:
            yield from (Path(folder, name) for name in names if Path(folder, name).is_file())
        seen.add(real)
