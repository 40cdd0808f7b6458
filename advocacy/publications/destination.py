"""Where publications go: a folder, here or on another machine, or a branch of git."""

import re
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
REFS, HEADS = "refs/", "refs/heads/"
# What branches of publications are mostly called.
USUAL = frozenset({"gh-pages", "pages"})
# A name alone, and neither a path nor a machine with one.
_PLAIN = re.compile(r"[^/:.][^/:]*")


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
        _refuse_slip(dest, root, remote)
        return Folder(read_place(dest))
    branch = RemoteBranch(root, remote, dest.removeprefix(GIT))
    if not branch.is_possible():
        raise CommandError(f"`{dest}` names no branch. Write it as `{GIT}gh-pages`.")
    if branch.name.startswith(REFS):
        cure = f"Did you mean `{GIT}{branch.name.removeprefix(HEADS)}`?"
        raise CommandError(f"{dest}: is what git calls a branch itself. {cure}")
    first, _, rest = branch.name.partition("/")
    if rest and first in branch.remotes():
        cure = f"Did you mean `{GIT}{rest}`, with `--remote {first}`?"
        raise CommandError(f"{dest}: `{first}` is a remote, and no part of a branch. {cure}")
    return Branch(branch)


def _refuse_slip(dest: str, root: Path, remote: str) -> None:
    """See that nobody who left out `git:`, or mistyped a folder, gets a new folder in the site."""
    if not dest:
        cure = "Name a folder, `HOST:FOLDER`, or `git:BRANCH`; `.` is where you are."
        raise CommandError(f"DEST is empty. {cure}")
    if not _PLAIN.fullmatch(dest):
        return
    if dest in USUAL or RemoteBranch(root, remote, dest).is_known():
        cure = f"Did you mean `{GIT}{dest}`? Write a folder as `./{dest}`."
        raise CommandError(f"{dest}: is what a branch is called. {cure}")
    folder = Path(dest).resolve()
    if not folder.exists() and folder.is_relative_to(root.resolve()):
        cure = f"Write `./{dest}` to have one made, or `{GIT}{dest}` for a branch."
        raise CommandError(f"{dest}: There is no such folder in the site. {cure}")
