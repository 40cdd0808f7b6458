"""Whom a post says to have written or reviewed it, and who has not said so."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from advocacy.post import Post
from advocacy.review.ownership import Deed
from advocacy.reviewed_by import read_wording
from advocacy.touched import Touched

AUTHORS, REVIEWERS = "authors", "reviewed_by"


class Claim(NamedTuple):
    """A colleague whom a change names, and who has not said so by any commit or approval.

    Attributes:
        key: AUTHORS or REVIEWERS, which names them.
        is_older: Whether they were named as much before the change, which says something else.
    """

    path: str
    line: int
    colleague: str
    key: str
    is_older: bool = False


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
        authors = [each for each in _claimed_authors(post, file, deed) if each not in before]
        claims = (
            *(Claim(post.path, _line(post, AUTHORS, each), each, AUTHORS) for each in authors),
            *_claimed_reviewers(post, old),
        )
        yield from (each for each in claims if each.colleague not in {*approved, *doers})


def _claimed_reviewers(post: Post, old: Post | None) -> Iterator[Claim]:
    """Yield who is said to have read what the change makes of a post."""
    if not post.reviewed_by:
        return
    told, outdated = {*old.reviewers} if old else set(), {*post.outdated_reviewers}
    # Two wordings can be made that share a version, so these themselves are compared.
    is_same = old is not None and _wording(old) == _wording(post)
    for each in dict.fromkeys(post.reviewers):
        if each not in outdated and not (each in told and is_same):
            line = _line(post, REVIEWERS, each.id)
            yield Claim(post.path, line, each.id, REVIEWERS, is_older=each in told)


def _wording(post: Post) -> str:
    return read_wording(post.read_document())


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
