"""Commits as git tells them: who says to have made each, and which files it changed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from advocacy.git import ask_git

MARK = "\x01"
_BETWEEN = "\x1f"
# A merge tells only what was changed while merging.
_LOG = (
    *("-c", "log.showSignature=false", "-c", "log.showRoot=true", "--no-replace-objects"),
    *("log", "-c", "--topo-order"),
    *("--find-renames", "--no-relative", "--no-color", "--no-ext-diff", "--name-status", "-z"),
    "--format=%x01%H%x00%aN%x00%aE%x00"
    "%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)%x00",
)
_ADDRESS = re.compile(r"(.*?)\s*<([^<>]*)>")


class Person(NamedTuple):
    """Somebody as a commit names them; it is their own claim."""

    name: str
    address: str


class Touch(NamedTuple):
    """A file that a commit changed, below the repository's top; `before` is its name till then."""

    path: str
    before: str


class Commit(NamedTuple):
    """One commit.

    Attributes:
        author: Who says to have made it, as `.mailmap` has it.
        helpers: Whom its `Co-authored-by` lines name besides.
        touches: The files among those that were asked about.
    """

    hash: str
    author: Person
    helpers: tuple[Person, ...]
    touches: tuple[Touch, ...]


def read_commits(root: Path, *words: str, mailmap: str = "") -> tuple[Commit, ...] | None:
    """Return commits, newest first; None where git does not tell them.

    Args:
        root: A folder of the repository.
        words: What `git log` is asked for, such as `main..HEAD`, `--` and paths.
        mailmap: The commit whose `.mailmap` counts; by default it is the one that lies there.

    Raises:
        OSError: Git is not installed.
    """
    way = _with_mailmap(root, mailmap) if mailmap else ()
    log = ask_git(root, *way, *_LOG, *words)
    if log.returncode:
        return None
    commits = [*_parse(log.stdout)]
    known = _read_mailmap(root, way, {each for commit in commits for each in commit.helpers})
    return tuple(
        commit._replace(helpers=tuple(known.get(each, each) for each in commit.helpers))
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


def _read_mailmap(
    root: Path, way: tuple[str, ...], people: Iterable[Person]
) -> Mapping[Person, Person]:
    """Return people as `.mailmap` has them, which git does by itself for authors alone."""
    asked = [each for each in people if each.address and "\n" not in each.name]
    if not asked:
        return {}
    lines = [f"{each.name} <{each.address}>" for each in asked]
    told = ask_git(root, *way, "check-mailmap", "--", *lines).stdout.split("\n")
    return dict(zip(asked, map(_person, told), strict=False))
