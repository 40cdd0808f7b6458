"""Whose a file is, and who changed it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from advocacy.before import STAFF_FOLDER, Before
from advocacy.commits import Commit, Person
from advocacy.committers import find_people, shown_name
from advocacy.identities import Identities
from advocacy.library import Library
from advocacy.post import Post
from advocacy.staff import StaffMember
from advocacy.touched import Change, Touched

STAFF_FILE, TRANSLATION = "staff", "translation"


class Doer(NamedTuple):
    """Who made a commit: a colleague's id, or the name of somebody whom no file knows."""

    id: str
    name: str

    @property
    def shown(self) -> str:
        """What they are called where people read it."""
        return self.id or self.name


class ForeignChange(NamedTuple):
    """A file that only its owner or an editor may change, and somebody else did.

    Attributes:
        path: Below the site's folder.
        kind: STAFF_FILE or TRANSLATION.
        owners: Ids of those who may.
        by: Who did.
    """

    path: str
    kind: str
    owners: tuple[str, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """What a change does, and who does it.

    Attributes:
        change: All files that are touched.
        doers: By the path of each file below the repository's top, who committed it. What is not
            committed yet is nobody's; helpers whom a commit names are no proof of anything here.
        before: What was so before.
        now: What people wrote, with the change.
    """

    change: Change
    doers: Mapping[str, frozenset[Doer]]
    before: Before
    now: Library

    def doers_of(self, file: Touched) -> frozenset[Doer]:
        """Return who committed a file of the site."""
        paths = (f"{self.change.prefix}{path}" for path in file.paths)
        return frozenset().union(*(self.doers.get(path, frozenset()) for path in paths))

    def post(self, file: Touched) -> Post | None:
        """Return the post that a file of the site is now."""
        return next((post for post in self.now.posts if post.path == file.path), None)

    def old_post(self, file: Touched) -> Post | None:
        """Return the post that it was."""
        return self.before.posts.get(file.before or file.path)

    def is_known(self, colleague: str) -> bool:
        """Say whether a colleague's file tells which commits are theirs."""
        member = self._member(colleague)
        return member is not None and bool(member.commit_emails or member.forge)

    def name(self, colleague: str) -> str:
        """Return what a colleague's file calls them; empty where there is none."""
        member = self._member(colleague)
        return member.name if member else ""

    def _member(self, colleague: str) -> StaffMember | None:
        return self.before.staff.get(colleague) or self.now.staff.get(colleague)

    @property
    def everybody(self) -> frozenset[str]:
        """Ids of all colleagues who committed something of the change."""
        return frozenset(each.id for doers in self.doers.values() for each in doers if each.id)


def find_doers(commits: Iterable[Commit], identities: Identities) -> Mapping[str, frozenset[Doer]]:
    """Return who committed each file, under any name that it had meanwhile."""
    found = find_people(commit._replace(helpers=()) for commit in commits)
    return {
        path: frozenset(_doer(person, identities) for person in people)
        for path, people in found.items()
    }


def _doer(person: Person, identities: Identities) -> Doer:
    return Doer(identities.find(person.address), shown_name(person))


def find_foreign_changes(deed: Deed) -> tuple[ForeignChange, ...]:
    """Return changes of what is neither the committer's own nor an editor's to change."""
    return tuple(_foreign_changes(deed))


def _foreign_changes(deed: Deed) -> Iterator[ForeignChange]:
    for file in deed.change.within():
        for kind, owners, others in find_strangers(file, deed):
            yield ForeignChange(file.path, kind, owners, others)


def find_strangers(
    file: Touched, deed: Deed
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield what a file is, whose, and who else changed it; editors are nowhere strangers."""
    for kind, owners in _owners(file, deed):
        may = {*owners, *deed.before.review.editors}
        others = {each.shown for each in deed.doers_of(file) if each.id not in may}
        if others:
            yield kind, tuple(owners), tuple(sorted(others))


def _owners(file: Touched, deed: Deed) -> Iterator[tuple[str, Collection[str]]]:
    old = file.before or file.path
    if old.startswith(STAFF_FOLDER):
        owner = old.removeprefix(STAFF_FOLDER).removesuffix(".md")
        if file.status != "A" or deed.is_known(owner):
            yield STAFF_FILE, (owner,)
    for post in (deed.old_post(file), deed.post(file)):
        original = _original(post, deed) if post else None
        if original:
            yield TRANSLATION, original.authors
            return


def _original(post: Post, deed: Deed) -> Post | None:
    """Return what a post translates, as it was before; a new one as it is."""
    fresh = (each for each in deed.now.posts if each.id == post.translation_of)
    return deed.before.find_post(post.translation_of) or next(fresh, None)
