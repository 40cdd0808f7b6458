"""A branch of publications in a bare repository, as tests look at it."""

from collections.abc import Callable
from pathlib import Path

from advocacy.publications.destination import Destination, open_destination
from advocacy.publications.made import Made
from tests.publications.conftest import put

Git = Callable[..., str]
FIRST = {"index.html": "home", "2026/a/index.html": "a", "_headers": "/*\n  X: y\n"}
SECOND = {"index.html": "home, and b\r\n", "2026/b/index.html": "b", "übung.txt": "ü"}
THIRD = {"index.html": "home, and c"}


def branch_of(root: Path) -> Destination:
    """Return the branch as a destination."""
    return open_destination("git:gh-pages", root, "origin")


def publish_three(root: Path, made: Callable[..., Made]) -> Destination:
    """Return a branch with three publications, of which the last is served."""
    branch = branch_of(root)
    for name, files in {"1": FIRST, "2": SECOND, "3": THIRD}.items():
        put(branch, made(name, files, content=name * 40))
    return branch


def files_of(git: Git, remote: Path) -> dict[str, str]:
    """Return what the branch holds, but for what is there for GitHub."""
    listed = git(remote, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "gh-pages")
    names = [name for name in listed.splitlines() if name != ".nojekyll"]
    return {name: git(remote, "cat-file", "blob", f"gh-pages:{name}") for name in names}


def stripped(files: dict[str, str]) -> dict[str, str]:
    """Return files as `files_of` does: git's own output has no blanks at its ends."""
    return {name: text.strip() for name, text in files.items()}
