"""The files below a folder of styles: found within a bound, whatever folder was named."""

import os
from fnmatch import fnmatchcase
from pathlib import Path

from advocacy.errors import SettingsError
from advocacy.source import LARGEST_FILE_BYTES

# The largest known collection of packs has 1,100.
MOST_ENTRIES = 10_000


def find_files(folder: Path, *patterns: str) -> list[Path]:
    """Return the files below a folder whose names match a pattern, in a fixed order.

    Raises:
        SettingsError: More than MOST_ENTRIES files and folders lie there.
    """
    found: list[Path] = []
    seen = 0
    for place, folders, names in os.walk(folder):
        seen += len(folders) + len(names)
        if seen > MOST_ENTRIES:
            cure = "Name the folder of one style, which holds its rules and nothing else."
            raise SettingsError(f"{folder}: has more than {MOST_ENTRIES:,} files in it. {cure}")
        wanted = (name for name in names if any(fnmatchcase(name, each) for each in patterns))
        found += (file for name in wanted if (file := Path(place, name)).is_file())
    return sorted(found)


def read_for_key(file: Path) -> bytes:
    """Return by what a file is known in a key; what is too large for a rule, by its size."""
    try:
        size = file.stat().st_size
        return file.read_bytes() if size <= LARGEST_FILE_BYTES else str(size).encode()
    except OSError as error:
        return str(error).encode()
