"""Where publications go: a folder, here or on another machine, or a branch of git."""

from pathlib import Path
from typing import Protocol

from advocacy.errors import CommandError
from advocacy.publications.branch import Branch
from advocacy.publications.folder import Folder
from advocacy.publications.made import Made
from advocacy.publications.place import read_place
from advocacy.publications.publication import Publication, Shelf
from advocacy.publications.remote_branch import RemoteBranch

GIT = "git:"


class Destination(Protocol):
    """A place that holds publications, one of which readers are served."""

    def read(self) -> Shelf:
        """Read what is there."""

    def put(self, made: Made, keep: int, seen: Shelf) -> Publication:
        """Publish, where the place still holds what was seen."""

    def put_back(self) -> tuple[Publication, Publication]:
        """Serve again what was served before; return what was taken back, and what is back."""


def open_destination(dest: str, root: Path, remote: str) -> Destination:
    """Return the place that somebody named.

    Args:
        dest: `git:BRANCH`, `HOST:FOLDER` or a folder.
        root: A folder in the repository from which a branch is pushed.
        remote: The repository that the branch is of.

    Raises:
        CommandError: It is no place to publish to.
    """
    if not dest.startswith(GIT) or dest.startswith(f"{GIT}//"):
        return Folder(read_place(dest))
    branch = RemoteBranch(root, remote, dest.removeprefix(GIT))
    if not branch.is_possible():
        raise CommandError(f"{dest}: names no branch. Write it as `{GIT}gh-pages`.")
    return Branch(branch)
