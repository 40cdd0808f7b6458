"""Where the `advocacy` command begins: what is asked again is answered before all else is read."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from advocacy.answers.answer import is_terminal, tell
from advocacy.answers.question import Question, ask

# The commands that keep what they said.
ANSWERED = ("check",)


def start() -> None:
    """Answer from what is kept, or run the command."""
    _refuse_no_folder()
    question = _ask(sys.argv[1:])
    answer = question.recall() if question else None
    try:
        if answer:
            sys.exit(tell(answer))
        # All that it imports takes longer than the answer.
        from advocacy.cli.apart import run_command

        sys.exit(run_command(sys.argv[1:], question))
    except OSError as error:
        sys.exit(_give_up(error))


def _give_up(error: OSError) -> int:
    """Say in one line what the system refused, such as a full disk behind the output."""
    told = f"{error.filename}: {error.strerror}" if error.filename else _unwritten(error)
    with suppress(OSError):
        print(told, file=sys.stderr, flush=True)
    # What could not be written waits in the streams; Python would try it once more at its end.
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, (sys.stdout, sys.stderr)):
        os.dup2(silence, stream.fileno())
    return 2


def _unwritten(error: OSError) -> str:
    cure = "Make room there, or write somewhere else."
    return f"What there is to say cannot be written: {error.strerror}. {cure}"


def _refuse_no_folder() -> None:
    """End where the folder in which the command was typed is gone: no path leads anywhere."""
    try:
        Path.cwd()
    except OSError as error:
        told = f"This folder cannot be used: {error.strerror}. Go to another one, such as `cd ~`."
        print(told, file=sys.stderr)
        sys.exit(2)


def _ask(arguments: list[str]) -> Question | None:
    # What colours are to a terminal of Windows, the other way alone knows.
    is_plain = os.name == "posix" or not is_terminal(sys.stdout)
    is_answered = arguments[:1] != [] and arguments[0] in ANSWERED
    return ask(arguments, time.time(), os.environ) if is_answered and is_plain else None
