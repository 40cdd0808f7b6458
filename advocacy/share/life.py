"""The life of a kit: from when until when it is offered, and what it is on a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from advocacy.post import Post
from advocacy.site import Site


class State(StrEnum):
    """What a kit is on a day."""

    NOT_YET = "not yet"
    NOW = "now"
    ENDING = "ending"
    OVER = "over"

    @property
    def is_offered(self) -> bool:
        """Whether colleagues are offered it: only then does it have Copy and Share."""
        return self in {State.NOW, State.ENDING}


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which a kit is offered.

    Attributes:
        first: The first of them.
        last: The last of them; None is for ever.
    """

    first: date
    last: date | None


def window_of(post: Post, site: Site) -> Window:
    """Return the days on which a post is offered.

    None of them is before the post is public, or after. The author's own `until` comes before
    the site's window, which runs from the first day.
    """
    first = max(filter(None, (post.date.date(), post.embargo, post.share.start)))
    last = post.share.until
    if last is None and site.sharing.window_days:
        last = first + timedelta(days=site.sharing.window_days)
    gone = post.expires - timedelta(days=1) if post.expires else None
    return Window(first, min(filter(None, (last, gone)), default=None))


def state_of(post: Post, site: Site, today: date) -> State:
    """Return what a post's kit is on a day.

    A post that no list may name is never offered: its kit is over where the post has expired,
    and else not yet.
    """
    window = window_of(post, site)
    if window.last and window.last < today:
        return State.OVER
    if today < window.first or not post.is_listed(today):
        return State.NOT_YET
    is_ending = window.last and window.last - today < timedelta(days=site.sharing.ending_days)
    return State.ENDING if is_ending else State.NOW
