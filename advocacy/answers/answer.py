"""What a command said: what it printed, and the status with which it ended."""

import os
import sys
from typing import NamedTuple, TextIO


class Answer(NamedTuple):
    """What was printed on the standard output and the standard error, and the exit status."""

    out: str
    err: str
    status: int


def tell(answer: Answer) -> int:
    """Print an answer as it was printed the first time, and return its status."""
    try:
        for stream, said in ((sys.stdout, answer.out), (sys.stderr, answer.err)):
            _print(stream, said)
    except BrokenPipeError:
        # Nobody reads on; Python would complain of it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return answer.status


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether somebody looks at a stream; one that is closed is none."""
    return stream is not None and stream.isatty()


def _print(stream: TextIO | None, said: str) -> None:
    if stream is None:
        return
    # Not every terminal has every sign.
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
    stream.write(said)
    stream.flush()
