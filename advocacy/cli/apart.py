"""The command in a process of its own, so that what people wrote cannot end it unexplained."""

import os
from collections.abc import Sequence
from functools import partial

# These read nothing that others wrote, or what was checked; `serve` has `build` read it.
BY_THEMSELVES = ("forge", "init", "new", "publish", "rollback", "serve")
# These do the same when they are begun anew.
REPEATED = ("build", "check", "review")
STDIN = "--stdin"


def run_command(arguments: Sequence[str], question: object = None) -> int:
    """Run the `advocacy` command, and return its exit status.

    What is asked of the command alone, such as its version, ends this process.

    Args:
        arguments: What was typed behind the program's name.
        question: Where it keeps its answer.
    """
    work = partial(_run, arguments, question)
    command = arguments[0] if arguments else ""
    if not hasattr(os, "fork") or not command.isalpha() or command in BY_THEMSELVES:
        work()
        return 0
    from advocacy.limits.worker import run_in_worker

    return run_in_worker(work, may_repeat=may_repeat(arguments))


def may_repeat(arguments: Sequence[str]) -> bool:
    """Say whether a command does the same when it is begun anew."""
    # A text that was read from the standard input is not there a second time.
    return arguments[0] in REPEATED and STDIN not in arguments


def _run(arguments: Sequence[str], question: object) -> None:
    # All that it imports is to be in the worker alone.
    from advocacy.cli.main import main

    main([*arguments], prog_name="advocacy", obj=question)
