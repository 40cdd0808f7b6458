"""Whom a post says to have written or reviewed it, and who has not said so."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from advocacy.post import Post
from advocacy.review.ownership import Deed
from advocacy.touched import Touched

AUTHORS, REVIEWERS = "authors", "reviewed_by"


class Claim(NamedTuple):
    """A colleague whom a change names, and who has not said so by any commit or approval.

    Attributes:
        key: AUTHORS or REVIEWERS, which names them.
    """

    path: str
    line: int
    colleague: str
    key: str


def find_claims(deed: Deed, approved: Collection[str] = ()) -> tuple[Claim, ...]:
    """Return new authors and reviewers of posts who have neither committed them nor approved.

    Args:
        deed: What a change does.
        approved: Ids of colleagues who approved it, as a forge says.
    """
    return tuple(_claims(deed, approved))


def _claims(deed: Deed, approved: Collection[str]) -> Iterator[Claim]:
    for file in deed.change.within():
        post, old = deed.post(file), deed.old_post(file)
        if post is None:
            continue
        doers = {each.id for each in deed.doers_of(file)}
        before = old.authors if old else ()
        authors = (each for each in _claimed_authors(post, file, deed) if each not in before)
        for key, names in ((AUTHORS, authors), (REVIEWERS, _claimed_reviewers(post, old))):
            for name in names:
                if name not in {*approved, *doers}:
                    yield Claim(post.path, _line(post, key, name), name, key)


def _claimed_reviewers(post: Post, old: Post | None) -> tuple[str, ...]:
    """Return who is said to have read what the change makes of a post."""
    told = old.reviewers if old and _says_as_much(post, old) else ()
    return tuple(
        each.id for each in post.reviewers if each.id in post.reviewed_by and each not in told
    )


def _says_as_much(post: Post, old: Post) -> bool:
    """Say whether whoever has read a post as it was has read it as it is."""
    return bool(post.reviewers) and post.version == old.version


def _claimed_authors(post: Post, file: Touched, deed: Deed) -> tuple[str, ...]:
    """Return authors who may have to say so: editors and the uncommitted claim nobody.

    Whose commits no file tells is taken for whoever committed under their name.
    """
    doers = deed.doers_of(file)
    if not doers or {each.id for each in doers} & {*deed.before.review.editors}:
        return ()
    names = {each.name for each in doers if not each.id}
    return tuple(
        each for each in post.authors if deed.is_known(each) or deed.name(each) not in names
    )


def _line(post: Post, key: str, name: str) -> int:
    names = post.authors if key == AUTHORS else tuple(each.id for each in post.reviewers)
    index = names.index(name)
    return (post.places.get(f"{key}.{index}") or post.places[key]).line
