"""The ground that an answer stands on: everything on disk that could make it another."""

import os
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

# What is larger is told apart by when it was changed.
LARGEST_FILE_BYTES = 20_000_000
# Some file systems keep the times of changes in whole seconds, or in even ones.
SECOND_NS = 1_000_000_000
# On Windows a file may take the place of another one, and its times as well.
HAS_CHANGE_TIME = os.name == "posix"


class Ground(NamedTuple):
    """What is looked at; whatever else lies on the disk makes no difference.

    Attributes:
        files: Each by what it says; one that is not there must not come.
        places: Each by what it is, such as a folder, and where it leads.
        names: Folders by the names that are in them.
        trees: Folders with all below: names, what files of these ends say, and of others when they
            were changed.
        ends: Such as `.md`; without any, what every file says.
        skips: Names of folders in trees that nobody looks into.
    """

    files: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    trees: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    skips: tuple[str, ...] = ()


class ChangedError(Exception):
    """Something was changed since the program began to read."""


def hash_ground(ground: Ground, before: float = 0) -> str:
    """Return a hash of all that lies there.

    Args:
        ground: What is looked at.
        before: When the program began to read, in seconds since 1970; 0 lets pass any change.

    Raises:
        ChangedError: Something is younger than that, so that it may not be what was read.
    """
    seen = _Seen(ground, before)
    looks: tuple[tuple[Iterable[str], Callable[[str], None]], ...] = (
        (ground.files, seen.file),
        (ground.places, seen.place),
        (ground.names, seen.names),
        (ground.trees, seen.tree),
    )
    for paths, look in looks:
        for path in paths:
            seen.note(path)
            look(path)
    return seen.digest.hexdigest()


class _Seen:
    """Looks at one thing after the other, and takes down what is seen."""

    def __init__(self, ground: Ground, before: float) -> None:
        self.before_ns = int(before * SECOND_NS)
        self.ends, self.skips = ground.ends, ground.skips
        self.digest = blake2b(digest_size=32)
        self.walked: set[str] = set()

    def note(self, said: str | bytes) -> None:
        """Take something down; where it ends makes a difference."""
        raw = os.fsencode(said) if isinstance(said, str) else said
        self.digest.update(len(raw).to_bytes(8, "big"))
        self.digest.update(raw)

    def file(self, path: str) -> None:
        # What is no file may never end.
        if os.path.isfile(path):
            self.content(path)
        else:
            self.note("folder" if os.path.isdir(path) else "none")
            self.is_settled_around(path)

    def content(self, path: str) -> None:
        try:
            self.note("link" if os.path.islink(path) else "file")
            with open(path, "rb", buffering=0) as file:
                status = os.fstat(file.fileno())
                self.is_settled(status)
                if HAS_CHANGE_TIME and status.st_size > LARGEST_FILE_BYTES:
                    self.stamp(status)
                else:
                    self.note(file.read())
        except OSError as error:
            self.note(f"{type(error).__name__} {error.errno}")

    def place(self, path: str) -> None:
        kinds = (os.path.islink, os.path.isdir, os.path.isfile, os.path.lexists)
        self.note("".join(str(int(is_kind(path))) for is_kind in kinds))
        self.note(os.path.realpath(path))
        above = os.path.abspath(path)
        while above != os.path.dirname(above):
            if os.path.islink(above):
                self.is_settled(os.lstat(above))
            above = os.path.dirname(above)

    def names(self, path: str) -> None:
        for entry in self.entries(path):
            self.note(entry.name)

    def tree(self, path: str) -> None:
        real = os.path.realpath(path)
        if real in self.walked:  # a link to a folder above leads round in a circle
            return
        self.walked.add(real)
        for entry in self.entries(path):
            self.entry(entry)

    def entry(self, entry: "os.DirEntry[str]") -> None:
        is_folder = entry.is_dir()
        if is_folder and entry.name in self.skips:
            return
        self.note(entry.name)
        if entry.is_symlink():
            self.note(os.path.realpath(entry.path))
        if is_folder:
            self.note("folder")
            self.tree(entry.path)
        elif entry.is_file():
            is_said = not self.ends or entry.name.endswith(self.ends) or not HAS_CHANGE_TIME
            if is_said:
                self.content(entry.path)
            else:
                self.stamp(entry.stat())

    def stamp(self, status: os.stat_result) -> None:
        """Note what is another whenever a file was changed."""
        self.is_settled(status)
        stamp = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        self.note(" ".join(map(str, stamp)))

    def entries(self, path: str) -> "Iterator[os.DirEntry[str]]":
        """Yield what is in a folder, by name; of one that cannot be read, why."""
        try:
            self.is_settled(os.stat(path))
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self.note(f"{type(error).__name__} {error.errno}")
            return
        yield from entries
        self.note("end")

    def is_settled(self, status: os.stat_result) -> None:
        """Make sure that something has not changed since the program began."""
        youngest = max(status.st_mtime_ns, status.st_ctime_ns)
        youngest += 0 if youngest % SECOND_NS else 2 * SECOND_NS
        if self.before_ns and youngest >= self.before_ns:
            raise ChangedError

    def is_settled_around(self, path: str) -> None:
        """Make sure of the folder around a path: what was there may be gone by now."""
        folder = os.path.dirname(os.path.abspath(path))
        if os.path.isdir(folder):
            self.is_settled(os.stat(folder))
