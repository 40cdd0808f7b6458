"""Every file of the repository that a change touches, whatever it is."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from advocacy.git import read_prefix
from advocacy.repository import Repository
from advocacy.site import SETTINGS_FILE

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
        holds_the_same: Whether it is another in its name alone.
    """

    path: str
    before: str
    status: str
    old_mode: str = ORDINARY
    mode: str = ORDINARY
    holds_the_same: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        """Where it is, and where it was."""
        return tuple(filter(None, (self.path, self.before)))


class Change(NamedTuple):
    """All that a change touches.

    Attributes:
        prefix: Where the site lies in its repository, with a slash at its end; empty for its top.
        prefix_before: Where it lay; the same if there was none.
        is_new: Whether there was none.
        ruling: Where those lay whose settings and colleagues counted: the site itself, or, where it
            is new, another one of the repository; None where there was none at all.
    """

    files: tuple[Touched, ...]
    prefix: str = ""
    prefix_before: str = ""
    is_new: bool = False
    ruling: str | None = ""

    def within(self) -> Iterator[Touched]:
        """Yield files of the site, by their paths below its folder, then and now.

        What only lies in another folder because all of the site does is as it was.
        """
        for file in self.files:
            places = [*self._places(file)]
            if any(path and path.startswith(folder) for path, folder in places):
                path, before = (each.removeprefix(folder) for each, folder in places)
                if not (file.holds_the_same and path == before):
                    yield file._replace(path=path, before=before)

    def outside(self) -> Iterator[str]:
        """Yield the paths of files that are, or were, no content of the site."""
        for file in self.files:
            places = ((path, folder) for path, folder in self._places(file) if path)
            if not all(path.startswith(f"{folder}{CONTENT}") for path, folder in places):
                yield file.path

    def _places(self, file: Touched) -> Iterator[tuple[str, str]]:
        """Yield where a file is, and where it was, each with where the site was then."""
        yield file.path, self.prefix_before if file.status == "D" else self.prefix
        yield file.before, self.prefix_before


def read_change(repository: Repository, base: str) -> Change:
    """Return what differs between a commit and the files as they lie there.

    Raises:
        CommandError: Git cannot be asked.
    """
    files = [*_read_raw(repository.ask(*_DIFF, base, "--"))]
    top = Path(repository.ask("rev-parse", "--show-toplevel").removesuffix("\n"))
    fresh = repository.ask(*_UNTRACKED).split("\0")[:-1]
    files += [Touched(path, "", "A", "000000", _mode(top / path)) for path in fresh]
    prefix = read_prefix(repository.root)
    touched = {each.path for each in files if each.status in "AR"}
    is_born = f"{prefix}{SETTINGS_FILE}" in touched
    sites = _find_sites(repository, base) if is_born else (prefix,)
    return _make_change(tuple(sorted(files)), prefix, sites)


def _find_sites(repository: Repository, base: str) -> tuple[str, ...]:
    """Return the folders of all sites at a commit, those with most content first."""
    paths = repository.ask("ls-tree", "-r", "-z", "--full-tree", "--name-only", base).split("\0")
    named = [path for path in paths if PurePosixPath(path).name == SETTINGS_FILE]
    sites = [path.removesuffix(SETTINGS_FILE) for path in named]
    sizes = {site: sum(path.startswith(f"{site}{CONTENT}") for path in paths) for site in sites}
    return tuple(sorted(sites, key=lambda site: (-sizes[site], site)))


def _make_change(files: tuple[Touched, ...], prefix: str, sites: Sequence[str]) -> Change:
    """Return a change with where the site was before: where settings were that are gone.

    Args:
        files: What is touched.
        prefix: Where the site lies now.
        sites: Where sites lay before, the likeliest first.
    """
    if prefix in sites:
        return Change(files, prefix, prefix, ruling=prefix)
    gone = {each.path if each.status == "D" else each.before for each in files}
    moved = next((site for site in sites if f"{site}{SETTINGS_FILE}" in gone), None)
    if moved is not None:
        return Change(files, prefix, moved, ruling=moved)
    return Change(files, prefix, prefix, is_new=True, ruling=next(iter(sites), None))


def _read_raw(text: str) -> Iterator[Touched]:
    words = iter(text.split("\0")[:-1])
    for word in words:
        old_mode, mode, _, _, status = word.removeprefix(":").split(" ")
        path = next(words)
        before, path = (path, next(words)) if status[0] in "RC" else ("", path)
        yield Touched(path, before, status[0], old_mode, mode, status == "R100")


def _mode(file: Path) -> str:
    if file.is_symlink():
        return SYMLINK
    if file.is_dir():
        return SUBMODULE
    is_run = file.is_file() and file.stat().st_mode & stat.S_IXUSR
    return EXECUTABLE if is_run else ORDINARY
