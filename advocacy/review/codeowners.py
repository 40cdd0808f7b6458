"""CODEOWNERS: whom a forge asks to look at which file, from settings and colleagues' files."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from advocacy.before import STAFF_FOLDER
from advocacy.library import GUIDE_PATH, Library
from advocacy.post import Post
from advocacy.site import Site

PLACES = {
    "github": ".github/CODEOWNERS",
    "gitlab": ".gitlab/CODEOWNERS",
    # Forgejo looks there too.
    "forgejo": ".gitea/CODEOWNERS",
    "gitea": ".gitea/CODEOWNERS",
}
CONTENT, EVERYTHING_ELSE = "content/", "all that is no content"
# Forges take an @ in a comment for somebody.
HEADER = "# Made by `advocacy codeowners`, and made anew by it: change [review] or staff files.\n"


class Owned(NamedTuple):
    """A place, and whose it is.

    Attributes:
        place: A path below the repository's top, with a slash at its end for a folder; empty for
            all that is no content.
        owners: Ids of colleagues.
    """

    place: str
    owners: tuple[str, ...]


class Codeowners(NamedTuple):
    """A file for one forge.

    Attributes:
        unknown: Ids of those who have no handle there, and so are not in it.
        unowned: Places of which nobody has one.
    """

    text: str
    unknown: tuple[str, ...] = ()
    unowned: tuple[str, ...] = ()


def make_codeowners(library: Library, forge: str, today: date, prefix: str = "") -> Codeowners:
    """Return whom a forge asks, the place that counts last.

    Args:
        library: What people wrote.
        forge: A key of PLACES.
        today: Who has left by then is left out.
        prefix: Where the site lies in its repository, with a slash at its end; empty for its top.
    """
    lines, unknown, unowned = [], set[str](), []
    for row in find_owned(library):
        staff = [library.staff[each] for each in row.owners if each in library.staff]
        here = [member for member in staff if not member.has_left(today)]
        handles = [f"@{member.forge[forge]}" for member in here if forge in member.forge]
        unknown |= {member.id for member in here if forge not in member.forge}
        # A line break in a file's name would begin a row of its own.
        if handles and row.place.isprintable():
            owners = " ".join(dict.fromkeys(handles))
            lines.append(f"{_WRITE[forge](row.place, prefix)} {owners}\n")
        elif row.owners:
            unowned.append(row.place or EVERYTHING_ELSE)
    return Codeowners("".join([HEADER, *lines]), tuple(sorted(unknown)), tuple(unowned))


def find_owned(library: Library) -> Iterator[Owned]:
    """Yield places below the site's folder, from those that count least to those that do most."""
    review = library.site.review
    approve, editors = review.approve, review.editors
    yield Owned("", approve.get("settings") or editors)
    yield Owned(CONTENT, editors)
    yield Owned(STAFF_FOLDER, approve.get("staff") or editors)
    yield from _staff(library, approve.get("staff") or editors)
    yield from _posts(library)
    yield from (Owned(path, review.paths[path]) for path in sorted(review.paths))
    yield Owned(GUIDE_PATH, approve.get("guide") or editors)


def _staff(library: Library, others: Collection[str]) -> Iterator[Owned]:
    members = sorted(library.staff.values(), key=lambda member: member.path)
    for member in members:
        yield Owned(member.path, (member.id, *others))


def _posts(library: Library) -> Iterator[Owned]:
    """Yield posts whose purpose somebody looks after, and translations of others' posts."""
    by_id = {post.id: post for post in library.posts}
    for post in sorted(library.posts, key=lambda post: post.path):
        yield Owned(post.path, _owners(post, by_id, library.site))


def _owners(post: Post, by_id: Mapping[str, Post], site: Site) -> tuple[str, ...]:
    if post.purpose in site.review.approve:
        return site.review.approve[post.purpose]
    original = by_id.get(post.translation_of)
    return (*original.authors, *site.review.editors) if original else ()


def _write_github(place: str, prefix: str) -> str:
    if not place:
        return "*"
    # There, nothing makes one of these signs stand for itself.
    signs = "".join("?" if sign in "*[]!\\#?" else sign for sign in f"/{prefix}{place}")
    return signs.replace(" ", "\\ ")


def _write_gitlab(place: str, prefix: str) -> str:
    return _escaped(f"/{prefix}{place}", "*[]!\\#? ", "\\") if place else "*"


def _write_forgejo(place: str, prefix: str) -> str:
    """Return a regular expression, in which a backslash needs another one; a `!` takes the rest."""
    pattern = _escaped(f"{prefix}{place or CONTENT}", ".*+?()|[]{}^$\\", "\\\\")
    pattern = _escaped(pattern, " #", "\\") + ".*" * (not place or place.endswith("/"))
    return pattern if place else f"!{pattern}"


def _escaped(text: str, special: Iterable[str], before: str) -> str:
    return "".join(before + sign if sign in special else sign for sign in text)


_WRITE: Mapping[str, Callable[[str, str], str]] = {
    "github": _write_github,
    "gitlab": _write_gitlab,
    "forgejo": _write_forgejo,
    "gitea": _write_forgejo,
}
