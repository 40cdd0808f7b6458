"""A build tells how far it is on a terminal, and prints one line elsewhere."""

import os
import pty
import subprocess

from tests.site.conftest import COMMANDS


def test_a_terminal_gets_a_bar(small_site):
    ours, theirs = pty.openpty()
    environ = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen(
        COMMANDS["advocacy build"], cwd=small_site.root, env=environ, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    shown = read_all(ours)

    assert process.wait(60) == 0
    assert "Reading" in shown
    assert "1 post" in shown


def read_all(terminal: int) -> str:
    """Return what was shown, until nobody writes any more."""
    parts = []
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # on Linux, how a terminal says that it was closed
            break
        if not part:
            break
        parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode(errors="replace")


def test_a_pipe_gets_one_line(small_site):
    done = small_site.run()

    assert done.said.count("\n") == 1
    assert done.said.startswith("1 post, ")
