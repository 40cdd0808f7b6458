"""Taking an output folder back to what it was before any build."""

import shutil
from pathlib import Path

from advocacy.output.commit import commit
from advocacy.output.stage import open_stage
from advocacy.output.state import state_of


def clear_output(output: Path, root: Path) -> None:
    """Remove what builds put into an output folder, and what is remembered of it.

    Raises:
        CommandError: The folder may not be written to, or a build is at work.
    """
    state = state_of(output)
    if not state.folder.is_dir():
        return
    with open_stage(output, root, adopt=True) as state:
        commit(state, adopt=True)
    shutil.rmtree(state.folder)
    if state.output.is_dir() and not any(state.output.iterdir()):
        state.output.rmdir()
