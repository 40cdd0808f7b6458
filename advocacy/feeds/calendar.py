"""A calendar of days, as calendar programs subscribe to it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, vCategory, vDuration, vText

from advocacy.feeds.feed import make_legal

PRODUCT = "-//Advocacy//Share kits//EN"
REFRESHED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days in a calendar, on which nobody is taken to be busy.

    Attributes:
        id: Stays the same whatever else changes.
        first: The first day.
        last: The last day, which belongs to it.
        changed: With a time zone.
        url: Absolute address of a page about it.
    """

    id: str
    title: str
    description: str
    first: date
    last: date
    changed: datetime
    url: str
    topics: tuple[str, ...] = ()
    lang: str = ""


class _Text(vText):
    r"""A text whose `\N`, as in `C:\News`, stays; icalendar takes it for the end of a line."""

    def to_ical(self) -> bytes:
        return rb"\\".join(vText(part).to_ical() for part in self.split("\\"))


def make_calendar(name: str, spans: tuple[Span, ...], url: str) -> bytes:
    """Return a calendar (RFC 5545), earliest day first; the same spans give the same bytes.

    Args:
        name: What programs call it (RFC 7986).
        spans: What is in it, in any order.
        url: Absolute address of the calendar itself.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("method", "PUBLISH")
    calendar.add("name", _Text(name))
    # What Apple's, Google's and Microsoft's programs read in place of the standard's `NAME`.
    calendar.add("x-wr-calname", _Text(name))
    calendar.add("refresh-interval", vDuration(REFRESHED), {"value": "DURATION"})
    calendar.add("source", url, {"value": "URI"})
    for span in sorted(make_legal(spans), key=lambda span: (span.first, span.id)):
        calendar.add_component(_event(span, urlsplit(url).hostname or ""))
    written: bytes = calendar.to_ical()
    return written


def _event(span: Span, host: str) -> Event:
    event = Event()
    language = {"language": span.lang} if span.lang else {}
    event.add("uid", f"{span.id}@{host}")
    # Left to itself a program would take the clock.
    event.add("dtstamp", span.changed.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", span.first)
    event.add("dtend", span.last + timedelta(days=1))
    event.add("summary", _Text(span.title), language)
    event.add("description", _Text(span.description), language)
    event.add("url", span.url)
    event.add("transp", "TRANSPARENT")
    if span.topics:
        categories = vCategory([])
        categories.cats = [_Text(topic) for topic in span.topics]
        event.add("categories", categories)
    return event
