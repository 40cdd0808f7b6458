"""What stands in the ledger is what a process wrote there that has died since."""

import os

import pytest

from advocacy.limits.ledger import NOTHING, SIZE, Ledger


@pytest.mark.parametrize("path", ["content/posts/a.md", "content/posts/\udcff.md", "ä" * 3000])
def test_what_another_process_noted_last_is_read(path):
    ledger = Ledger()
    ledger.write("content/posts/a-longer-name-before.md")

    if not (child := os.fork()):
        ledger.write(path)
        os._exit(0)
    os.waitpid(child, 0)

    assert ledger.read() == path
    ledger.write(NOTHING)
    assert ledger.read() == NOTHING


def test_what_is_longer_than_any_path_is_cut():
    ledger = Ledger()

    ledger.write("a" * 2 * SIZE)

    assert ledger.read() == "a" * (SIZE - 2)
