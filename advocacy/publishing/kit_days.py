"""The days of a kit as pages tell them."""

from datetime import date, datetime, time, timedelta

from advocacy.share.kit import Kit
from advocacy.site import Site
from advocacy.translations import format_day
from advocacy.views import DateView


def make_day(day: date | None, lang: str) -> DateView | None:
    """Return a day as a page in a language shows it; None where there is none."""
    return DateView(day.isoformat(), format_day(day, lang)) if day else None


def make_end(kit: Kit, site: Site) -> str:
    """Return the moment from which a kit is over, for a page that was not built anew by then."""
    if kit.until is None:
        return ""
    return datetime.combine(kit.until + timedelta(days=1), time(), site.time_zone).isoformat()
