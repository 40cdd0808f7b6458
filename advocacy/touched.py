"""Every file of the repository that a change touches, whatever it is."""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from advocacy.git import read_prefix
from advocacy.repository import Repository

CONTENT = "content/"
SYMLINK, SUBMODULE, EXECUTABLE, ORDINARY = "120000", "160000", "100755", "100644"
_DIFF = (
    *("diff", "--raw", "-z", "--find-renames", "--no-color"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules=dirty"),
)
_UNTRACKED = ("ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", ":(top)")


class Touched(NamedTuple):
    """A file that is not as it was.

    Attributes:
        path: Below the repository's top; where it was, if it is gone.
        before: Where it was, if that is another place; or empty.
        status: As git says it: A added, M changed, D gone, R renamed, T of another type.
        old_mode: As git writes it, such as SYMLINK.
        mode: The same, as it is now.
    """

    path: str
    before: str
    status: str
    old_mode: str = ORDINARY
    mode: str = ORDINARY

    @property
    def paths(self) -> tuple[str, ...]:
        """Where it is, and where it was."""
        return tuple(filter(None, (self.path, self.before)))


class Change(NamedTuple):
    """All that a change touches.

    Attributes:
        prefix: Where the site lies in its repository, with a slash at its end; empty for its top.
    """

    files: tuple[Touched, ...]
    prefix: str = ""

    def within(self) -> Iterator[Touched]:
        """Yield files of the site, by their paths below its folder."""
        for file in self.files:
            if any(path.startswith(self.prefix) for path in file.paths):
                path, before = (each.removeprefix(self.prefix) for each in file[:2])
                yield file._replace(path=path, before=before)

    def outside(self) -> Iterator[str]:
        """Yield the paths of files that are, or were, no content of the site."""
        content = f"{self.prefix}{CONTENT}"
        for file in self.files:
            if not all(path.startswith(content) for path in file.paths):
                yield file.path


def read_change(repository: Repository, base: str) -> Change:
    """Return what differs between a commit and the files as they lie there.

    Raises:
        CommandError: Git cannot be asked.
    """
    files = [*_read_raw(repository.ask(*_DIFF, base, "--"))]
    top = Path(repository.ask("rev-parse", "--show-toplevel").removesuffix("\n"))
    fresh = repository.ask(*_UNTRACKED).split("\0")[:-1]
    files += [Touched(path, "", "A", "000000", _mode(top / path)) for path in fresh]
    return Change(tuple(sorted(files)), read_prefix(repository.root))


def _read_raw(text: str) -> Iterator[Touched]:
    words = iter(text.split("\0")[:-1])
    for word in words:
        old_mode, mode, _, _, status = word.removeprefix(":").split(" ")
        path = next(words)
        before, path = (path, next(words)) if status[0] in "RC" else ("", path)
        yield Touched(path, before, status[0], old_mode, mode)


def _mode(file: Path) -> str:
    if file.is_symlink():
        return SYMLINK
    if file.is_dir():
        return SUBMODULE
    is_run = file.is_file() and file.stat().st_mode & stat.S_IXUSR
    return EXECUTABLE if is_run else ORDINARY
