"""Dates as sources write them, and as front matter has them here."""

import re
from datetime import date, datetime

_FORM = re.compile(
    r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})"
    r"(?:[T ]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)?"
)


def make_date(written: str) -> str:
    """Return a date, or a moment with the offset it was written with, in ISO form.

    Returns:
        Such as `2015-06-03` or `2015-06-03T09:00:00-04:00`; nothing where it is no date of the
        years 1990 to 2100.
    """
    match = _FORM.fullmatch(written.strip())
    if not match:
        return ""
    day = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    text = day + (_clock(match) if match["hour"] else "")
    try:
        year = datetime.fromisoformat(text).year
    except ValueError:
        return ""
    return text if 1990 <= year <= 2100 else ""


def day_of(iso: str) -> date:
    """Return the day of what make_date returned."""
    return date.fromisoformat(iso[:10])


def _clock(match: re.Match[str]) -> str:
    clock = f"T{int(match['hour']):02}:{match['minute']}:{match['second'] or '00'}"
    return clock + _offset(match["zone"])


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in {"Z", "UTC", "GMT"}:
        return "+00:00"
    digits = zone[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    return f"{zone[0]}{int(hours):02}:{int(minutes):02}"
