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

FOLDER_VARIABLE = "ADVOCACY_CACHE"
FILE = "results.sqlite"
# About 2 kB each; the oldest go when there are more.
MOST_ENTRIES = 100_000
# So many names fit into one question to SQLite, whatever its version.
BATCH = 500
WAIT_SECONDS = 2.0

_TABLE = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, value TEXT NOT NULL)"


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

    def __init__(self, folder: Path | None) -> None:
        """Keep results in a folder; None keeps nothing."""
        self.folder = folder

    def read(self, keys: Iterable[str]) -> dict[str, object]:
        """Return what is known, by key."""
        wanted = [*keys]
        known: dict[str, object] = {}
        if self.folder is None or not (self.folder / FILE).is_file():
            return known
        try:
            with closing(self._open(self.folder)) as file:
                for at in range(0, len(wanted), BATCH):
                    known |= _select(file, wanted[at : at + BATCH])
        except (sqlite3.Error, OSError) as error:
            self._discard(error)
            return {}
        return known

    def write(self, results: Mapping[str, object]) -> None:
        """Keep results, all of them or none."""
        if self.folder is None or not results:
            return
        rows = [
            (key, json.dumps(value, ensure_ascii=False, separators=(",", ":")))
            for key, value in results.items()
        ]
        try:
            self.folder.mkdir(0o700, parents=True, exist_ok=True)
            with closing(self._open(self.folder)) as file, file:
                file.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", rows)
                file.execute(
                    "DELETE FROM results WHERE rowid <= (SELECT max(rowid) FROM results) - ?",
                    (MOST_ENTRIES,),
                )
        except (sqlite3.Error, OSError, UnicodeError) as error:
            self._discard(error)

    def _open(self, folder: Path) -> sqlite3.Connection:
        file = sqlite3.connect(folder / FILE, timeout=WAIT_SECONDS)
        try:
            file.execute(_TABLE)
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _discard(self, error: Exception) -> None:
        """Take a broken file away; one that is merely in use stays."""
        if self.folder and isinstance(error, sqlite3.DatabaseError) and not _is_busy(error):
            with suppress(OSError):
                (self.folder / FILE).unlink(missing_ok=True)


def _is_busy(error: sqlite3.Error) -> bool:
    return isinstance(error, sqlite3.OperationalError)


def _select(file: sqlite3.Connection, keys: list[str]) -> dict[str, object]:
    marks = ",".join("?" * len(keys))
    rows = file.execute(f"SELECT key, value FROM results WHERE key IN ({marks})", keys)
    known: dict[str, object] = {}
    for key, value in rows:
        with suppress(ValueError, TypeError):
            known[key] = json.loads(value)
    return known
