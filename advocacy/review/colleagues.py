"""Whom one may ask: colleagues who might share a post, and those who know what it is about."""

from collections.abc import Iterator

from advocacy.post import Post
from advocacy.publishing.desk import Desk
from advocacy.review.post_review import Asked
from advocacy.share.circles import find_circle, match_labels, sharers
from advocacy.similarity import words_of
from advocacy.site import Site
from advocacy.staff import StaffMember

# Words such as `of` and `and` say nothing of what somebody knows.
LEAST_LETTERS = 4
MOST_NAMED = 5


def find_sharers(post: Post, desk: Desk) -> tuple[Asked, ...]:
    """Return who might share a post and did not write it, the closest to it first."""
    site, staff = desk.site, desk.library.staff
    circle = find_circle(post, sharers(staff.values(), desk.today), site)
    others = (each for each in circle if not each.wrote)
    asked = (Asked(each.member.id, each.member.name, match_labels(each, site)) for each in others)
    return tuple(asked)[:MOST_NAMED]


def find_readers(post: Post, desk: Desk) -> tuple[Asked, ...]:
    """Return who can be asked about what a post is about, and neither wrote nor read it."""
    known = {*post.authors, *post.reviewed_by}
    found = []
    for member in desk.library.staff.values():
        if member.id in known or member.has_left(desk.today):
            continue
        if reasons := tuple(dict.fromkeys(_knows(member, post, desk.site))):
            found.append(Asked(member.id, member.name, reasons))
    return tuple(sorted(found, key=lambda each: -len(each.reasons)))[:MOST_NAMED]


def _knows(member: StaffMember, post: Post, site: Site) -> Iterator[str]:
    """Yield what of a post somebody can be asked about, in their own words or as a topic."""
    topics = [site.topic_in(each, site.language)[0] for each in post.topics]
    about = _words(" ".join((*topics, *post.topics, post.title, post.series)))
    yield from (each for each in member.ask_me_about if _is_about(_words(each), about))
    shared = member.share.topics if member.share else ()
    yield from (site.topics[each] for each in post.topics if each in shared)


def _is_about(words: set[str], others: set[str]) -> bool:
    """Say whether a word of one begins like one of the other, as `door` and `doors` do."""
    return any(
        word.startswith(other) or other.startswith(word) for word in words for other in others
    )


def _words(text: str) -> set[str]:
    return {word for word in words_of(text) if len(word) >= LEAST_LETTERS}
