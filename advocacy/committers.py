"""Who committed each post: colleagues by their ids, and others."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from advocacy.cache import Cache
from advocacy.commits import Commit, Person, apply_mailmap
from advocacy.git import ask_git, is_shallow, read_prefix
from advocacy.identities import Identities, make_identities
from advocacy.known_commits import read_known_commits
from advocacy.library import POSTS, Library

FOLDER = f"content/{POSTS}"
SHALLOW = "the history is cut off; fetch all of it, by `fetch-depth: 0` in a workflow"
UNTOLD = "git does not tell the history"
_DIRTY = ("diff", "--relative", "--no-renames", "--no-ext-diff", "--name-only", "-z", "HEAD")


@dataclass(frozen=True, slots=True)
class Committers:
    """Who committed a file, under any name that it had.

    Attributes:
        ids: Colleagues.
        strangers: Names of those whom no colleague's file knows.
    """

    ids: frozenset[str] = frozenset()
    strangers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Committed:
    """Who committed which posts.

    Attributes:
        by_path: A post that is not as it was committed last is left out.
        silence: Why nothing can be told, or empty.
    """

    by_path: Mapping[str, Committers] = field(default_factory=dict)
    silence: str = ""

    def without(self, paths: Collection[str]) -> "Committed":
        """Return the same without some posts."""
        kept = {path: found for path, found in self.by_path.items() if path not in paths}
        return Committed(kept, self.silence)


def read_committers(library: Library, kept: Cache | None = None) -> Committed | None:
    """Return who committed a site's posts; None where the settings do not ask.

    Args:
        library: What people wrote.
        kept: The commits that were read before.
    """
    site = library.site
    if site.review.who_wrote == "off":
        return None
    identities = make_identities(library.staff.values(), site.review.domains)
    try:
        return _read(site.root, identities, kept.folder if kept else None)
    except OSError:
        return Committed(silence="git is not installed")


def _read(root: Path, identities: Identities, folder: Path | None) -> Committed:
    head = ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if head.returncode:
        return Committed(silence="this is in no repository of git with a commit")
    if is_shallow(root):
        return Committed(silence=SHALLOW)
    people = _people(root, head.stdout, _mailmap(root), folder)
    if people is None:
        return Committed(silence=UNTOLD)
    dirty = ask_git(root, *_DIRTY, "--", FOLDER).stdout.split("\0")
    find = cache(identities.find)
    found = {path: _make_committers(each, find) for path, each in people.items()}
    return Committed(found).without(dirty)


def _make_committers(people: Iterable[Person], find: Callable[[str], str]) -> Committers:
    """Return people as colleagues, as far as `find` knows the ids of their addresses."""
    found = {each: find(each.address) for each in people}
    strangers = {shown_name(each) for each, known in found.items() if not known}
    return Committers(frozenset(filter(None, found.values())), tuple(sorted(strangers)))


def shown_name(person: Person) -> str:
    """Return a name that a commit gives as one line that says nothing else."""
    plain = "".join(sign if sign.isprintable() and sign != "`" else " " for sign in person.name)
    return " ".join(plain.split())[:60] or "nobody"


def find_people(commits: Iterable[Commit]) -> Mapping[str, frozenset[Person]]:
    """Return everybody who committed a file, by each path that it had."""
    commits = tuple(commits)
    people: dict[str, set[Person]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for commit in commits:
        for touch in commit.touches:
            people[touch.path] |= {commit.author, *commit.helpers}
            names[touch.path] |= {touch.before} - {touch.path}
    return {path: frozenset(_gather(path, people, names)) for path in [*people]}


def _gather(
    path: str, people: Mapping[str, set[Person]], names: Mapping[str, set[str]]
) -> set[Person]:
    seen, ahead = {path}, [path]
    while ahead:
        fresh = names.get(ahead.pop(), set()) - seen
        seen |= fresh
        ahead += fresh
    return {person for name in seen for person in people.get(name, ())}


# A text editor asks again at each key.
@lru_cache(maxsize=4)
def _people(
    root: Path,
    head: str,  # noqa: ARG001 - what the answer hangs on, as is the next
    mailmap: bytes,  # noqa: ARG001
    folder: Path | None,
) -> Mapping[str, frozenset[Person]] | None:
    commits = read_known_commits(root, Cache(folder))
    if commits is None:
        return None
    # A site may have lain in another folder of its repository, which counts as well.
    found = find_people(apply_mailmap(root, commits))
    prefix = read_prefix(root)
    below = {path.removeprefix(prefix): found[path] for path in found if path.startswith(prefix)}
    return {path: each for path, each in below.items() if path.startswith(f"{FOLDER}/")}


def _mailmap(root: Path) -> bytes:
    """Return what says who is who, which may change without a commit."""
    top = ask_git(root, "rev-parse", "--show-toplevel").stdout.rstrip("\n")
    try:
        return Path(top, ".mailmap").read_bytes()
    except OSError:
        return b""
