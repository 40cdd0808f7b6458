"""How an author wants a post to be shared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Share:
    """How an author wants a post to be shared.

    Attributes:
        start: Offered from this day on; None is from the post's date.
        until: Offered up to and including this day; None leaves it to the site's window.
        captions: What the author wrote, by network id or `default`.
    """

    start: date | None = None
    until: date | None = None
    hashtags: tuple[str, ...] = ()
    captions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
