"""Commits as git tells them: who says to have made each, and which files it changed."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from advocacy.git import ask_git

MARK = "\x01"
_BETWEEN = "\x1f"
# A merge tells only what was changed while merging.
_LOG = (
    *("--no-replace-objects", "log", "-c", "--topo-order", "--find-renames", "--no-color"),
    *("--no-ext-diff", "--name-status", "-z"),
    # Else .gitmodules says of which other repositories git tells nothing.
    "--ignore-submodules=none",
    "--format=%x01%H%x00%an%x00%ae%x00"
    "%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)%x00",
)
BATCH = 200
# What git takes for somebody; else it would tell of nobody in the same breath.
_ASKABLE = re.compile(r"[^<>\n]*<[^<>\s]+>")
_ADDRESS = re.compile(r"(.*?)\s*<([^<>]*)>")


class Person(NamedTuple):
    """Somebody as a commit names them; it is their own claim."""

    name: str
    address: str

    @property
    def written(self) -> str:
        """How a commit has it on one line."""
        return f"{self.name} <{self.address}>".strip()


class Touch(NamedTuple):
    """A file that a commit changed, below the repository's top; `before` is its name till then."""

    path: str
    before: str


class Commit(NamedTuple):
    """One commit.

    Attributes:
        author: Who says to have made it.
        helpers: Whom its `Co-authored-by` lines name besides.
        touches: The files among those that were asked about.
    """

    hash: str
    author: Person
    helpers: tuple[Person, ...]
    touches: tuple[Touch, ...]


def read_commits(root: Path, *words: str, mailmap: str = "") -> tuple[Commit, ...] | None:
    """Return commits, newest first, by people as `.mailmap` has them.

    Args:
        root: A folder of the repository.
        words: What `git log` is asked for, such as `main..HEAD`.
        mailmap: The commit whose `.mailmap` counts; by default it is the one that lies there.

    Returns:
        None where git does not tell them.

    Raises:
        OSError: Git is not installed.
    """
    commits = read_typed_commits(root, *words)
    return None if commits is None else apply_mailmap(root, commits, mailmap)


def read_typed_commits(root: Path, *words: str) -> tuple[Commit, ...] | None:
    """Return commits by people as these were typed; in the same way."""
    log = ask_git(root, *_LOG, *words)
    return None if log.returncode else tuple(_parse(log.stdout))


def apply_mailmap(root: Path, commits: Sequence[Commit], at: str = "") -> tuple[Commit, ...]:
    """Return commits by people as a `.mailmap` has them.

    Args:
        root: A folder of the repository.
        commits: As people were typed.
        at: The commit whose `.mailmap` counts; by default it is the one that lies there.
    """
    people = dict.fromkeys(each for commit in commits for each in (commit.author, *commit.helpers))
    asked = [each for each in people if _ASKABLE.fullmatch(each.written)]
    known: dict[Person, Person] = {}
    way = _with_mailmap(root, at) if at else ()
    for start in range(0, len(asked), BATCH):
        some = asked[start : start + BATCH]
        words = (each.written for each in some)
        told = ask_git(root, *way, "check-mailmap", "--", *words).stdout.split("\n")[:-1]
        known |= dict(zip(some, map(_person, told), strict=False))
    return tuple(
        commit._replace(
            author=known.get(commit.author, commit.author),
            helpers=tuple(known.get(each, each) for each in commit.helpers),
        )
        for commit in commits
    )


def _with_mailmap(root: Path, commit: str) -> tuple[str, ...]:
    """Return options by which git reads the `.mailmap` of a commit, and none that lies there.

    Git looks for one in the folder in which it stands: in its own, nobody's change can put one.
    """
    folder = ask_git(root, "rev-parse", "--absolute-git-dir").stdout.removesuffix("\n")
    return ("-C", folder, "-c", f"mailmap.blob={commit}:.mailmap")


def _parse(log: str) -> Iterator[Commit]:
    words = [*log.split("\0")]
    at = 0
    while at < len(words):
        if not words[at].startswith(MARK):
            at += 1
            continue
        made, name, address, helpers = words[at : at + 4]
        at += 4
        touches = []
        while at < len(words) and not words[at].startswith(MARK):
            status = words[at].strip()
            # In a merge a status has a letter for each parent, and one path.
            length = (3 if re.fullmatch(r"[RC]\d+", status) else 2) if status else 1
            if status:
                touches.append(Touch(words[at + length - 1], words[at + 1]))
            at += length
        people = tuple(_person(each) for each in helpers.split(_BETWEEN) if each.strip())
        yield Commit(made.removeprefix(MARK), Person(name, address), people, tuple(touches))


def _person(line: str) -> Person:
    found = _ADDRESS.fullmatch(line.strip())
    return Person(found[1], found[2]) if found else Person(line.strip(), "")
