"""What one build has drawn, lent to another of the same site into another folder."""

import os
import shutil
from pathlib import Path

from advocacy.output.state import State


def lend_kept(lender: State, borrower: State) -> None:
    """Let a build find what another one has drawn; each file is found by a hash of its inputs.

    A link to a file is as good as the file, for it is never written to: only replaced or deleted.
    """
    folders = zip(_kept(lender), _kept(borrower), strict=True)
    for source, target in folders:
        if source.is_dir():
            shutil.copytree(source, target, copy_function=_link, dirs_exist_ok=True)


def _kept(state: State) -> tuple[Path, ...]:
    return state.cards, state.pictures, state.search


def _link(source: str, target: str) -> None:
    """Give a file a second name, or copy it where the file system has no such thing."""
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        return
    except OSError:
        shutil.copyfile(source, target, follow_symlinks=False)
