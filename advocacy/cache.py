"""Results kept from one run to the next, each under a hash of all that it was made from.

A result is found again only by its key, so nothing in here can be out of date. It is JSON and never
code, and lies in the user's own cache folder: a pull request can write to its checkout, not there.
"""

import hashlib
import json
import os
import sqlite3
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple
from zlib import compress, decompress
from zlib import error as ZlibError  # noqa: N812 - it is named like a function

FOLDER_VARIABLE = "ADVOCACY_CACHE"
FILE = "results.sqlite"
# So many names fit into one question to SQLite, whatever its version.
BATCH = 500
WAIT_SECONDS = 2.0


class Shelf(NamedTuple):
    """Results of one size; the oldest go when there are too many.

    Attributes:
        name: Of its table.
        most_entries: How many there may be.
        most_bytes: How large one may be, as it lies there.
        is_packed: Whether each is packed.
    """

    name: str
    most_entries: int
    most_bytes: int
    is_packed: bool


# About 2 kB each.
RESULTS = Shelf("results", most_entries=100_000, most_bytes=20_000_000, is_packed=False)
# What a whole run has to say: a tenth of it where it is packed.
ANSWERS = Shelf("answers", most_entries=16, most_bytes=16_000_000, is_packed=True)

_TABLE = "CREATE TABLE IF NOT EXISTS {} (key TEXT PRIMARY KEY, value NOT NULL)"


def make_key(*parts: str | bytes) -> str:
    """Return the hash of all that a result depends on; where a part ends makes a difference."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder in which the user's programs keep what can be made again."""
    named = environment.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "advocacy"
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "advocacy"


class Cache:
    """A file of results; a file that is broken, or locked, or cannot be written, holds nothing."""

    def __init__(self, folder: Path | None, shelf: Shelf = RESULTS) -> None:
        """Keep results in a folder; None keeps nothing."""
        self.folder = folder
        self.shelf = shelf

    def read(self, keys: Iterable[str]) -> dict[str, object]:
        """Return what is known, by key."""
        wanted = [*keys]
        known: dict[str, object] = {}
        if self.folder is None or not (self.folder / FILE).is_file():
            return known
        try:
            with closing(self._open(self.folder)) as file:
                for at in range(0, len(wanted), BATCH):
                    known |= self._select(file, wanted[at : at + BATCH])
        except (sqlite3.Error, OSError) as error:
            self._discard(error)
            return {}
        return known

    def write(self, results: Mapping[str, object]) -> None:
        """Keep results, all of them or none; but none that is too large."""
        if self.folder is not None:
            self.write_json({key: encode(value) for key, value in results.items()})

    def write_json(self, texts: Mapping[str, str]) -> None:
        """Keep results that are JSON already, as `encode` makes it."""
        if self.folder is None or not texts:
            return
        name, most_entries, most_bytes, is_packed = self.shelf
        rows = [(key, _pack(said) if is_packed else said) for key, said in texts.items()]
        try:
            self.folder.mkdir(0o700, parents=True, exist_ok=True)
            with closing(self._open(self.folder)) as file, file:
                file.executemany(
                    f"INSERT OR REPLACE INTO {name} VALUES (?, ?)",
                    (row for row in rows if len(row[1]) <= most_bytes),
                )
                file.execute(
                    f"DELETE FROM {name} WHERE rowid <= (SELECT max(rowid) FROM {name}) - ?",
                    (most_entries,),
                )
        except (sqlite3.Error, OSError, UnicodeError) as error:
            self._discard(error)

    def _open(self, folder: Path) -> sqlite3.Connection:
        file = sqlite3.connect(folder / FILE, timeout=WAIT_SECONDS)
        try:
            file.execute(_TABLE.format(self.shelf.name))
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _select(self, file: sqlite3.Connection, keys: list[str]) -> dict[str, object]:
        marks = ",".join("?" * len(keys))
        asked = f"SELECT key, value FROM {self.shelf.name} WHERE key IN ({marks})"
        known: dict[str, object] = {}
        for key, value in file.execute(asked, keys):
            with suppress(ValueError, TypeError, ZlibError):
                known[key] = json.loads(decompress(value) if self.shelf.is_packed else value)
        return known

    def _discard(self, error: Exception) -> None:
        """Take a broken file away; one that is merely in use stays."""
        if self.folder and isinstance(error, sqlite3.DatabaseError) and not _is_busy(error):
            with suppress(OSError):
                (self.folder / FILE).unlink(missing_ok=True)


def _is_busy(error: sqlite3.Error) -> bool:
    return isinstance(error, sqlite3.OperationalError)


def encode(value: object) -> str:
    """Return a result as JSON, without a space that it does not need."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _pack(said: str) -> bytes:
    return compress(said.encode("utf-8", "surrogatepass"), 1)
