"""The day it is: asked for at the edges of the product, and handed on as a value."""

import os
import time
from datetime import date, datetime, timedelta, tzinfo
from datetime import time as time_of_day

from advocacy.errors import SettingsError

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"


def day_of(zone: tzinfo, given: date | None = None) -> date:
    """Return the day as on which to check and build.

    Args:
        zone: In which a day begins and ends.
        given: What someone asked for; comes before SOURCE_DATE_EPOCH, and that before the clock.

    Raises:
        SettingsError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    if given:
        return given
    epoch = os.environ.get(EPOCH_VARIABLE)
    try:
        return datetime.fromtimestamp(float(epoch) if epoch else time.time(), zone).date()
    except (ValueError, OverflowError, OSError):
        cure = "Write it as seconds since 1970, or leave it out."
        raise SettingsError(f"SOURCE_DATE_EPOCH: `{epoch}` is no time. {cure}") from None


def bounds_of(zone: tzinfo, day: date) -> tuple[float, float]:
    """Return when a day begins and ends, in seconds since 1970."""
    days = (day, day + timedelta(days=1))
    begin, end = (datetime.combine(each, time_of_day(), zone).timestamp() for each in days)
    return begin, end
