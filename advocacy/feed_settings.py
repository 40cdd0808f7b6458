"""What goes into feeds: `[feeds]` in advocacy.toml."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from advocacy import addresses, fields
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
            `/feed/` or `/feed.xml`, the one here that takes its place, such as `all.rss.xml`.
    """

    window: int = 30
    since: date | None = None
    hub: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)


def _moved(node: Node) -> object:
    table = fields.table_of(fields.text)(node)
    assert isinstance(table, dict)
    for old in table:
        try:
            fields.old_address(Node(old))
        except FieldError:
            cure = "Write its path, such as `/feed/` or `/feed.xml`."
            raise FieldError(f"`{old}` cannot be an old feed. {cure}") from None
    return table


def check_moved(moved: Iterable[str], languages: tuple[str, ...]) -> Iterator[str]:
    """Say which addresses of old feeds are something else on the site, or stand there twice."""
    seen: dict[str, str] = {}
    for old in moved:
        address = addresses.moved_feed(old)
        first = seen.setdefault(addresses.file_of(address).casefold(), old)
        if first is not old:
            yield f"`feeds`: `moved`: `{old}` is `{first}` once more. Take one of the two out."
        elif reserved := _reserved(address, languages):
            cure = "Nobody can have subscribed to a feed there; take it out."
            yield f"`feeds`: `moved`: `{old}` is {reserved}. {cure}"


def _reserved(address: str, languages: tuple[str, ...]) -> str:
    """Say what of the site's own an old feed would take the place of.

    Other programs kept their feeds below /feeds/, too. Which of those names is a feed here, only a
    build knows.
    """
    if address == addresses.OPML:
        return "the site's own list of feeds"
    below = address.removeprefix(addresses.FEEDS)
    return "" if below and below != address else addresses.reserved_part(address, languages)


FEED_FIELDS = (
    Field("window", fields.number(5, 200), default=FeedSettings().window),
    Field("since", fields.day),
    Field("hub", fields.web_address, default=""),
    Field("moved", _moved, default={}),
)
