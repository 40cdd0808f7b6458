"""Who committed each post: colleagues by their ids, and others."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path

from advocacy.before import Before, read_before
from advocacy.cache import Cache
from advocacy.commits import Commit, Person, apply_mailmap
from advocacy.git import ask_git, is_shallow, read_prefix
from advocacy.identities import Identities
from advocacy.known_commits import read_known_commits
from advocacy.library import POSTS, Library
from advocacy.repository import SINCE, Repository
from advocacy.review_settings import ReviewSettings
from advocacy.touched import read_change

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
        review: Who edits, and how severe it is when nobody proves who wrote.
        known: Ids of colleagues of whom a file tells which commits are theirs.
    """

    by_path: Mapping[str, Committers] = field(default_factory=dict)
    silence: str = ""
    review: ReviewSettings = field(default_factory=ReviewSettings)
    known: frozenset[str] = frozenset()

    def without(self, paths: Collection[str]) -> "Committed":
        """Return the same without some posts."""
        kept = {path: found for path, found in self.by_path.items() if path not in paths}
        return replace(self, by_path=kept)


def read_committers(
    library: Library, kept: Cache | None = None, base: str = ""
) -> Committed | None:
    """Return who committed a site's posts; None where no settings ask.

    Args:
        library: What people wrote.
        kept: The commits that were read before.
        base: The commit before a change, by which it is settled who is who and who edits, and
            which may be stricter than the change; empty where it is as it is now.

    Raises:
        CommandError: Git does not tell what was at the base.
    """
    site = library.site
    try:
        before = _read_before(library, base)
        review = replace(before.review, who_wrote=_stricter(site.review, before.review))
        if review.who_wrote == "off":
            return None
        told = _read(site.root, before.identities(library), kept.folder if kept else None, base)
        return replace(told, review=review, known=before.find_known(library))
    except OSError:
        return Committed(silence="git is not installed", review=site.review)


def _read_before(library: Library, base: str) -> Before:
    if not base:
        return Before(library.site.review, library.staff)
    repository = Repository(library.site.root, SINCE)
    return read_before(repository, base, read_change(repository, base), library)


def _stricter(one: ReviewSettings, other: ReviewSettings) -> str:
    return max(one.who_wrote, other.who_wrote, key=("off", "warning", "error").index)


def _read(root: Path, identities: Identities, folder: Path | None, base: str) -> Committed:
    head = ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if head.returncode:
        return Committed(silence="this is in no repository of git with a commit")
    if is_shallow(root):
        return Committed(silence=SHALLOW)
    people = _people(root, head.stdout, b"" if base else _mailmap(root), folder, base)
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
    base: str,
) -> Mapping[str, frozenset[Person]] | None:
    commits = read_known_commits(root, Cache(folder))
    if commits is None:
        return None
    # A site may have lain in another folder of its repository, which counts as well.
    found = find_people(apply_mailmap(root, commits, base))
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
