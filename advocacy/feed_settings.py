"""What goes into feeds: `[feeds]` in advocacy.toml."""

from dataclasses import dataclass
from datetime import date

from advocacy import fields
from advocacy.schema import Field


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """How much feeds bring, and who is told of it.

    Attributes:
        window: How many entries a feed holds, the newest; older ones are in its archives.
        since: Posts dated before this day are in no feed, so that posts which were brought over
            from elsewhere are not new to anybody.
        hub: The address of a WebSub hub, which tells subscribers at once; or empty.
    """

    window: int = 30
    since: date | None = None
    hub: str = ""


FEED_FIELDS = (
    Field("window", fields.number(5, 200), default=FeedSettings().window),
    Field("since", fields.day),
    Field("hub", fields.web_address, default=""),
)
