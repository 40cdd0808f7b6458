"""Pelican logs what goes wrong and builds on; here each such mistake is kept."""

import logging
import sys
import traceback
from pathlib import Path


class FailureRecorder(logging.Handler):
    """Keeps what Pelican logs at level error while a build runs; the rest goes its usual way.

    Pelican leaves out the exception from most of its messages, but logs them where the
    exception is being handled, so that it can still be asked for here. To the rest it adds a
    traceback, which people who mend a plugin's name have no use for.
    """

    def __init__(self) -> None:
        super().__init__()
        self.failures: list[str] = []
        self.level_before = logging.NOTSET

    def emit(self, record: logging.LogRecord) -> None:
        """Keep an error with the exception that it is about; pass on everything else."""
        if record.levelno < logging.ERROR:
            logging.getLogger().callHandlers(record)
            return
        message = " ".join(record.getMessage().split())
        error = sys.exc_info()[1]
        self.failures.append(f"{message}: {describe(error)}" if error else message)

    def __enter__(self) -> "FailureRecorder":
        log = logging.getLogger("pelican")
        self.level_before = log.level
        if log.getEffectiveLevel() > logging.ERROR:  # as under `pelican -q`
            log.setLevel(logging.ERROR)
        log.addHandler(self)
        log.propagate = False
        return self

    def __exit__(self, *_: object) -> None:
        log = logging.getLogger("pelican")
        log.removeHandler(self)
        log.propagate = True
        log.setLevel(self.level_before)


def describe(error: BaseException) -> str:
    """Return an exception's kind, text, and the line of code that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}{place}" if text else f"{type(error).__name__}{place}"
