"""Whether a colleague who is no author has read a post as it is."""

import re
from collections.abc import Iterable, Iterator

from advocacy.editorial.attestation import WORDING, Attestation
from advocacy.editorial.notice import Notice
from advocacy.errors import nearest
from advocacy.post import Post
from advocacy.reviewed_by import Reviewer

MISSING, OUTDATED, UNKNOWN = "Review.Missing", "Review.Stale", "Review.Unknown"
KINDS = {
    MISSING: ("error", "No colleague but the authors has read the post."),
    OUTDATED: ("warning", "Whoever has read the post read an earlier wording."),
    UNKNOWN: ("error", "A reviewer is no colleague here."),
}
_LIKE_A_VERSION = re.compile(r"v[0-9a-f]{5,9}", re.IGNORECASE)


def check_second_eyes(
    post: Post, asked: Iterable[Attestation], staff: Iterable[str], *, is_out: bool
) -> Iterator[Notice]:
    """Yield that a reviewer is nobody, or that nobody else has read a post as it is.

    Args:
        post: Whose `reviewed_by` it is.
        asked: What the post has to answer.
        staff: The ids of the colleagues.
        is_out: Whether the post is no draft.
    """
    staff = tuple(staff)
    others = {*staff} - {*post.authors}
    yield from _strangers(post, staff)
    wanting = [each for each in asked if each.reviewer]
    for each in wanting:
        if not others.intersection(_readers(post, each)):
            yield _missing(post, each, others)
    outdated = [each for each in post.outdated_reviewers if each.id in others]
    if outdated and is_out and not wanting and not others.intersection(post.reviewed_by):
        message = f"{_tell_outdated(outdated[0])}. {_tell_command(post, outdated[0])}"
        yield _notice(post, OUTDATED, outdated[0], message)


def _readers(post: Post, asked: Attestation) -> Iterator[str]:
    """Yield who counts as having read a post."""
    outdated = {*post.outdated_reviewers}
    for each in post.reviewers:
        if each not in outdated and (each.version or asked.reviewer != WORDING):
            yield each.id


def _missing(post: Post, asked: Attestation, others: set[str]) -> Notice:
    key = post.places.get("key:reviewed_by")
    seen, cure = _tell_missing(post, asked, others)
    message = f"{seen}, and `{asked.id}` asks for a second pair of eyes. {cure}"
    return Notice(
        *(MISSING, asked.level, key.start if key else 0, key.end if key else 0),
        *(message, asked.id, asked.principle),
        has_place=key is not None,
    )


def _tell_missing(post: Post, asked: Attestation, others: set[str]) -> tuple[str, str]:
    """Return what is seen of a post that nobody counts as having read, and what mends it."""
    for each in post.outdated_reviewers:
        if each.id in others:
            return _tell_outdated(each), _tell_command(post, each)
    for each in post.reviewers:
        if each.id in others:
            return f"`{each.id}` does not say which wording they read", _tell_command(post, each)
    cure = "Add `reviewed_by: [ID]` with a colleague who is no author."
    if asked.reviewer == WORDING:
        cure = f"When a colleague has, `advocacy approve {post.slug} --by ID` notes it."
    if not post.reviewers:
        return "Nobody has read this post", cure
    is_own = {each.id for each in post.reviewers} <= {*post.authors}
    return f"{'Only its authors have' if is_own else 'No colleague has'} read this post", cure


def _tell_outdated(reviewer: Reviewer) -> str:
    return f"`{reviewer.id}` read an earlier wording of this post"


def _tell_command(post: Post, reviewer: Reviewer) -> str:
    command = f"`advocacy approve {post.slug} --by {reviewer.id}`"
    return f"When they, or another colleague, have read this one, {command} notes it."


def _strangers(post: Post, staff: tuple[str, ...]) -> Iterator[Notice]:
    for each in post.reviewers:
        if each.id not in staff:
            message = f"`{each.id}` is no colleague here.{_cure_of_name(each.id, post, staff)}"
            yield _notice(post, UNKNOWN, each, message)


def _cure_of_name(name: str, post: Post, staff: tuple[str, ...]) -> str:
    """Return how to mend what names nobody; it may be a version that is written wrong."""
    first = name.split()[0]
    if _LIKE_A_VERSION.fullmatch(first) or first in staff:
        who = first if first in staff else "ID"
        command = f"`advocacy approve {post.slug} --by {who}`"
        return f" A wording stands behind an id, as `ben v3d74909`; {command} writes it."
    return nearest(name.lower(), staff) or " Add content/staff/NAME.md."


def _notice(post: Post, check: str, reviewer: Reviewer, message: str) -> Notice:
    key = f"reviewed_by.{post.reviewers.index(reviewer)}"
    place = post.places.get(key) or post.places["reviewed_by"]
    return Notice(check, KINDS[check][0], place.start, place.end, message, reviewer.id)
