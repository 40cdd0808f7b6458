"""How much one file may take: seconds of computing, and memory."""

import os
from functools import cache

from advocacy.errors import CommandError

SECONDS_VARIABLE = "ADVOCACY_FILE_SECONDS"
MEGABYTES_VARIABLE = "ADVOCACY_FILE_MEGABYTES"
# A post takes a tenth of a second, and a picture of 50 million pixels one.
SECONDS = 10.0
# A picture of 100 million pixels takes 400 MB, and again as much each time it is turned or scaled.
MEGABYTES = 2000.0
# A text of a megabyte may take so many times as long again as one of a line.
TIMES_A_MEGABYTE = 3
MEGABYTE = 1_000_000


def seconds_for(size: int) -> float:
    """Return how long a file of so many characters or bytes may be computed on.

    Raises:
        CommandError: The environment sets something else than a number.
    """
    return _read(SECONDS_VARIABLE, SECONDS) * (1 + TIMES_A_MEGABYTE * size / MEGABYTE)


def most_bytes() -> int:
    """Return how much memory a file may take, beside what the process has already.

    Raises:
        CommandError: The environment sets something else than a number.
    """
    return int(_read(MEGABYTES_VARIABLE, MEGABYTES) * MEGABYTE)


@cache
def _read(variable: str, default: float) -> float:
    value = os.environ.get(variable) or default
    try:
        number = float(value)
    except ValueError:
        number = 0.0
    if not 1 <= number <= MEGABYTE:
        cure = f"Set it to a number from 1 on, such as {default:g}, or unset it."
        raise CommandError(f"{variable}: `{value}` is no amount. {cure}")
    return number
