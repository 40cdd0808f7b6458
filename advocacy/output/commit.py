"""From the stage into the output: what is new, then what has changed, then removals.

A reader who arrives in the middle finds no page that names what is not there yet: nothing that was
there before names what is new, until it is changed itself. A commit that was killed is finished by
the next start, because its journal says all that it was about to do.
Several outputs are committed together: none is touched unless all may be, and the journal of the
first decides for all.
"""

import filecmp
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from errno import EXDEV
from pathlib import Path, PurePosixPath

from advocacy.errors import CommandError
from advocacy.output.state import State, digest_of, read_journal, read_manifest, write_json
from advocacy.part import part_of

Journal = dict[str, list[str]]
# Files of these kinds name others, for readers or for programs; one without an ending is a table.
NAMING = frozenset({".html", ".ics", ".json", ".txt", ".xml", ""})


@dataclass(frozen=True, slots=True)
class Changes:
    """What a commit did, as paths relative to the output that they are in."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0

    def __add__(self, other: "Changes") -> "Changes":
        """Return what two commits did."""
        return Changes(
            self.added + other.added,
            self.changed + other.changed,
            self.removed + other.removed,
            self.unchanged + other.unchanged,
        )

    @property
    def nothing(self) -> bool:
        """Whether the output is byte for byte as it was."""
        return not (self.added or self.changed or self.removed)


def commit(state: State, *, adopt: bool = False) -> Changes:
    """Move a whole stage into the output; files whose bytes are the same are left alone.

    Raises:
        CommandError: A link, or a file that no build made, is in the way, and nothing was
            touched; or the disk refused, and the next start goes on from there.
    """
    return commit_all((state,), adopt=adopt)


def commit_all(states: Sequence[State], *, adopt: bool = False) -> Changes:
    """Move whole stages into their outputs, each as `commit` does, once all of them may be.

    Raises:
        CommandError: As `commit` does; where nothing was touched, that is so of all outputs.
    """
    plans = [_plan(state, adopt=adopt) for state in states]
    _write_journals({state: journal for state, (journal, _) in zip(states, plans, strict=True)})
    for state in states:
        finish(state)
    return sum((changes for _, changes in plans), Changes())


def _plan(state: State, *, adopt: bool) -> tuple[Journal, Changes]:
    files = sorted(_files(state.stage), key=lambda name: _rank(name, state.output))
    last = read_manifest(state) or frozenset()
    _refuse_obstacles(state, files, last)
    same = frozenset(name for name in files if _same(state.stage / name, state.output / name))
    if not adopt:
        _refuse_foreign(state, files, last, same)
    changes = _compare(state, files, last, same)
    digests = [digest_of(state.stage / name) for name in files]
    for name in same:
        (state.stage / name).unlink()  # what is in the output already stays as it is
    return {"files": files, "sha256": digests, "remove": list(changes.removed)}, changes


def _write_journals(journals: Mapping[State, Journal]) -> None:
    """Write what each commit is about to do, or nothing where one cannot be written.

    From here on no record of the last build is true.
    """
    first, *others = journals
    try:
        for state in journals:
            state.record.unlink(missing_ok=True)
        for state in others:
            write_json(state.prepared, journals[state])
        write_json(first.journal, journals[first])
    except OSError as error:
        for state in others:
            state.prepared.unlink(missing_ok=True)
        raise CommandError(f"{error.filename}: {error.strerror}. Mend that.") from error
    settle((first, *others))


def settle(states: Sequence[State]) -> None:
    """Begin what commits have prepared where the first has its journal, and drop it elsewhere.

    Raises:
        CommandError: The disk refused; the next start goes on from there.
    """
    first, *others = states
    try:
        for state in others:
            if first.journal.exists() and state.prepared.exists():
                state.prepared.replace(state.journal)
            state.prepared.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(error) from error


def finish(state: State) -> bool:
    """Finish the commit that the journal tells of; say whether there was one.

    Raises:
        CommandError: The disk refused; the next start goes on from there.
    """
    journal = read_journal(state)
    if journal is None:
        return False
    try:
        _apply(state, journal)
    except OSError as error:
        raise _refused(error) from error
    return True


def _refused(error: OSError) -> CommandError:
    cure = "Mend that; the next build goes on from there."
    return CommandError(f"{error.filename}: {error.strerror}. {cure}")


def _apply(state: State, journal: Journal) -> None:
    new = set(journal["files"])
    for name in journal["remove"]:
        if any(parent.as_posix() in new for parent in PurePosixPath(name).parents):
            _remove(state.output, name)  # a file takes the place of the folder it is in
    for name in journal["files"]:
        _move(state, name)
    for name in journal["remove"]:
        _remove(state.output, name)
    write_json(state.manifest, {key: journal[key] for key in ("files", "sha256") if key in journal})
    state.journal.unlink()
    shutil.rmtree(state.stage, ignore_errors=True)


def _files(folder: Path) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()]


def _rank(name: str, output: Path) -> tuple[bool, bool, int, str]:
    """Return a file's place in a commit: what pages load before them, what is deeper before lists.

    A list lies above what it names, as `2026/` above `2026/slug/`, and the home page above all.
    """
    is_there = (output / name).is_file()
    path = PurePosixPath(name)
    return is_there, path.suffix in NAMING, -len(path.parts), name


def _refuse_obstacles(state: State, files: list[str], last: frozenset[str]) -> None:
    """Refuse what no commit may replace: links that lead out, and folders with files in them."""
    parents = {parent for name in files for parent in PurePosixPath(name).parents}
    for parent in sorted(parents):
        folder = state.output / parent
        if folder.is_symlink():
            raise CommandError(f"{folder}: leads out of the output. Delete the link.")
    for name in files:
        if _holds_foreign_files(state, name, last):
            cure = "Move it away: a page takes its place."
            raise CommandError(f"{state.output / name}: is a folder with files in it. {cure}")


def _holds_foreign_files(state: State, name: str, last: frozenset[str]) -> bool:
    """Say whether a folder with files that no build made stands where a file is to be."""
    folder = state.output / name
    inner = _files(folder) if folder.is_dir() else []
    return any(f"{name}/{each}" not in last for each in inner)


def _refuse_foreign(
    state: State, files: list[str], last: frozenset[str], same: frozenset[str]
) -> None:
    for name in files:
        if name in same:
            continue
        foreign = next((each for each in _in_the_way(state, name) if each not in last), None)
        if foreign:
            cure = "Move it away, or build with --adopt to replace it."
            path = state.output / foreign
            raise CommandError(f"{path}: is in the way, and no build put it there. {cure}")


def _in_the_way(state: State, name: str) -> list[str]:
    """List the files that must go, or change, for a staged file to take its place."""
    target = state.output / name
    if target.is_dir():
        return [f"{name}/{inner}" for inner in _files(target)]
    if target.is_file():
        return [name]
    parents = (parent.as_posix() for parent in PurePosixPath(name).parents)
    return [parent for parent in parents if (state.output / parent).is_file()]


def _compare(state: State, files: list[str], last: frozenset[str], same: frozenset[str]) -> Changes:
    differing = [name for name in files if name not in same]
    changed = tuple(name for name in differing if (state.output / name).is_file())
    added = tuple(name for name in differing if not (state.output / name).is_file())
    removed = sorted(name for name in last - set(files) if (state.output / name).is_file())
    return Changes(added, changed, tuple(removed), len(same))


def _same(staged: Path, target: Path) -> bool:
    # A link is replaced even where it leads to the same bytes: these may be others tomorrow.
    is_file = target.is_file() and not target.is_symlink()
    return is_file and filecmp.cmp(staged, target, shallow=False)


def _move(state: State, name: str) -> None:
    staged, target = state.stage / name, state.output / name
    if not staged.exists():
        return  # it is there already, or an earlier start of this commit has moved it
    for parent in reversed(target.relative_to(state.output).parents):
        if (state.output / parent).is_file():
            (state.output / parent).unlink()  # a folder takes its place
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        _remove_empty(target)
    try:
        staged.replace(target)
    except OSError as error:
        if error.errno != EXDEV:
            raise
        _move_across(staged, target)


def _move_across(staged: Path, target: Path) -> None:
    """Move a file to another file system, where it is there whole or not at all too."""
    with part_of(target) as part:
        shutil.copyfile(staged, part)
    staged.unlink()


def _remove_empty(folder: Path) -> None:
    for child in folder.iterdir():
        _remove_empty(child)
    folder.rmdir()


def _remove(output: Path, name: str) -> None:
    if not (output / name).is_file():
        return
    (output / name).unlink()
    for parent in PurePosixPath(name).parents:
        folder = output / parent
        if folder == output or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()
