"""What goes into feeds: `[feeds]` in advocacy.toml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from advocacy import fields
from advocacy.schema import Field, FieldError, Node


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """How much feeds bring, and who is told of it.

    Attributes:
        window: How many entries a feed holds, the newest; older ones are in its archives.
        since: Posts dated before this day are in no feed, so that posts which were brought over
            from elsewhere are not new to anybody.
        hub: The address of a WebSub hub, which tells subscribers at once; or empty.
        moved: By the address at which subscribers of an older blog have a feed, such as
            `/feed.xml`, the one here that takes its place, such as `all.rss.xml`.
    """

    window: int = 30
    since: date | None = None
    hub: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)


def _moved(node: Node) -> object:
    table = fields.table_of(fields.text)(node)
    assert isinstance(table, dict)
    for old in table:
        # A feed of our own, and a page or a folder, would be written twice.
        if not OLD_ADDRESS.fullmatch(old) or old.startswith("/feeds/"):
            raise FieldError(f"`{old}` cannot be an old feed. Write its path, such as `/feed.xml`.")
    return table


OLD_ADDRESS = re.compile(r"(?:/\w[\w-]*)+\.(?:xml|rss|atom|json)")

FEED_FIELDS = (
    Field("window", fields.number(5, 200), default=FeedSettings().window),
    Field("since", fields.day),
    Field("hub", fields.web_address, default=""),
    Field("moved", _moved, default={}),
)
