"""Files that were made before, kept by a hash of all that they were made from."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """A folder of files, which may be deleted at any time."""

    folder: Path

    def read(self, key: str) -> bytes | None:
        """Return a file by its key; None where it has to be made."""
        try:
            return (self.folder / key).read_bytes()
        except FileNotFoundError:
            return None

    def has(self, key: str) -> bool:
        """Say whether a file need not be made."""
        return (self.folder / key).is_file()

    def write(self, key: str, content: bytes) -> None:
        """Keep a file; it is there whole, or not at all, whoever else keeps it just now."""
        self.folder.mkdir(parents=True, exist_ok=True)
        # Two pictures of the same bytes have one key, and are drawn at the same time.
        part = self.folder / f"{key}.{os.getpid()}.{get_ident()}.part"
        part.write_bytes(content)
        part.replace(self.folder / key)

    def forget_all_but(self, keys: Iterable[str]) -> None:
        """Delete what nothing needs any more."""
        kept = {*keys}
        for file in self.folder.iterdir() if self.folder.is_dir() else ():
            if file.name not in kept:
                file.unlink()
