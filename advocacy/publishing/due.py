"""What falls due: kits that end within the week, and the day on which to build next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from advocacy.post import Post
from advocacy.publishing.edition import Edition
from advocacy.share.life import window_of
from advocacy.staff import StaffMember

WEEK = timedelta(days=7)
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Due:
    """A day from which on the site is another, and what it says then."""

    day: date
    what: str


def make_due_notes(edition: Edition) -> tuple[str, ...]:
    """Return a line on what ends within the week, and one on what comes next; or none."""
    return tuple(filter(None, (_ending(edition), _next(edition))))


def _ending(edition: Edition) -> str:
    kits = ((window_of(post, edition.site).last, slug) for slug, post in edition.shared.items())
    ends = sorted((last, slug) for last, slug in kits if last and last - edition.today < WEEK)
    named = _named([f"`{slug}` on {last}" for last, slug in ends])
    return f"Kits that end within the week: {named}." if ends else ""


def _next(edition: Edition) -> str:
    coming = find_next(edition)
    named = _named([each.what for each in coming])
    return f"Build again on {coming[0].day}: {named}." if coming else ""


def find_next(edition: Edition) -> list[Due]:
    """Return all that changes by itself on the next day on which anything does."""
    coming = [each for each in find_due(edition) if each.day > edition.today]
    day = min((each.day for each in coming), default=None)
    return [each for each in coming if each.day == day]


def find_due(edition: Edition) -> Iterator[Due]:
    """Return each day on which something changes by itself, past ones too."""
    for post in edition.library.posts:
        if post.status != "draft" and post.visibility == "public":
            yield from _of_post(post, edition)
    yield from _of_staff(edition.library.staff.values())


def _of_post(post: Post, edition: Edition) -> Iterator[Due]:
    name = f"`{post.slug}`"
    public = max(filter(None, (post.date.date(), post.embargo)))
    yield Due(public, f"{name} is published")
    if post.expires:
        keeps = edition.site.posts.expired == "notice"
        yield Due(post.expires, f"{name} {'has expired' if keeps else 'is taken down'}")
    window = window_of(post, edition.site)
    is_never = window.last is not None and window.last < window.first
    if is_never or post.status != "published" or not edition.has_author(post):
        return
    if window.first > public:
        yield Due(window.first, f"the kit of {name} is offered")
    if window.last is None:
        return
    soon = window.last - timedelta(days=edition.site.sharing.ending_days - 1)
    if window.first < soon <= window.last:
        yield Due(soon, f"the kit of {name} ends soon")
    if window.last + timedelta(days=1) != post.expires:
        yield Due(window.last + timedelta(days=1), f"the kit of {name} is over")


def _of_staff(members: Iterable[StaffMember]) -> Iterator[Due]:
    return (Due(each.left, f"{each.name} has left") for each in members if each.left)


def _named(things: list[str]) -> str:
    """Return some of them in words, and how many more there are."""
    more = len(things) - MOST_NAMED
    return ", ".join(things[:MOST_NAMED]) + (f", and {more} more" if more > 0 else "")
