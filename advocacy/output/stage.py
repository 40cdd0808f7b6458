"""Where a build may write: checked before anything is touched, and one build at a time."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import permutations
from pathlib import Path

from filelock import FileLock, Timeout

from advocacy.errors import CommandError
from advocacy.output.commit import finish, settle
from advocacy.output.state import State, read_manifest, state_of
from advocacy.part import clear_parts

# What a site holds beside its output; an output folder may be none of them, nor lie in one.
SOURCES = ("content", "theme", "plugins", "advocacy", ".git")


@contextmanager
def open_stage(output: Path, root: Path, *, adopt: bool = False) -> Iterator[State]:
    """Open an empty stage for an output folder, as `open_stages` does for several."""
    with open_stages([output], root, adopt=adopt) as (state,):
        yield state


@contextmanager
def open_stages(
    outputs: Sequence[Path], root: Path, *, adopt: bool = False
) -> Iterator[tuple[State, ...]]:
    """Open an empty stage for each output folder; finish first what a killed commit began.

    Args:
        outputs: Where the site is to be, and then its parts that are built apart.
        root: The site's folder, which holds advocacy.toml.
        adopt: Take a folder that no build has made as the last build's.

    Raises:
        CommandError: A folder may not be written to, or another build is at work.
    """
    states = tuple(map(state_of, outputs))
    for state in states:
        _refuse_sources(state, root.resolve())
    _refuse_nested(states)
    with ExitStack() as opened:
        for state in states:
            opened.callback(_lock(state).release)
            opened.callback(_drop_stage, state)
        settle(states)
        for state in states:
            _clear_parts(state)
            finish(state)
            _refuse_unknown(state, adopt=adopt)
            shutil.rmtree(state.stage, ignore_errors=True)
            state.stage.mkdir()
        yield states


def _clear_parts(state: State) -> None:
    """Remove what a build that was killed had begun to write; in the output, only a commit does."""
    clear_parts(state.folder, deep=False)
    if state.journal.exists():
        clear_parts(state.output, deep=True)


def _drop_stage(state: State) -> None:
    """Remove a stage, but for one of which an unfinished commit has need."""
    if not (state.journal.exists() or state.prepared.exists()):
        shutil.rmtree(state.stage, ignore_errors=True)


def _refuse_nested(states: Sequence[State]) -> None:
    for one, other in permutations(states, 2):
        if other.output.is_relative_to(one.output) or other.output.is_relative_to(one.folder):
            cure = "Name two folders that lie beside one another."
            raise CommandError(f"{other.output}: is or lies in another output. {cure}")


def _lock(state: State) -> FileLock:
    lock = FileLock(state.lock, timeout=0)
    try:
        state.folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        cure = "Wait for it to end."
        raise CommandError(f"{state.output}: another build is at work. {cure}") from None
    except OSError as error:
        cure = "Name another folder with --output."
        raise CommandError(f"{state.folder}: {error.strerror}. {cure}") from None
    return lock


def _refuse_sources(state: State, root: Path) -> None:
    output = state.output
    cure = "Name a folder of its own with --output."
    if root.is_relative_to(output):
        raise CommandError(f"{output}: is or contains the site. {cure}")
    for name in SOURCES:
        folder = (root / name).resolve()
        if output.is_relative_to(folder) or folder.is_relative_to(output):
            raise CommandError(f"{output}: is or contains the site's {name}. {cure}")
    if output.exists() and not output.is_dir():
        raise CommandError(f"{output}: is a file. {cure}")


def _refuse_unknown(state: State, *, adopt: bool) -> None:
    known = read_manifest(state) is not None
    if not known and not adopt and state.output.is_dir() and any(state.output.iterdir()):
        cure = "Name an empty folder; --adopt builds into it and replaces files of the same name."
        raise CommandError(f"{state.output}: is not empty, and no build has made it. {cure}")
