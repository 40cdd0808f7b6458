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
        authors = _claimed_authors(post, file, deed)
        for key, names in ((AUTHORS, authors), (REVIEWERS, post.reviewed_by)):
            before = getattr(old, key) if old else ()
            for name in names:
                if name not in {*before, *approved, *doers}:
                    yield Claim(post.path, _line(post, key, name), name, key)


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
    index = getattr(post, key).index(name)
    return (post.places.get(f"{key}.{index}") or post.places[key]).line
