"""What is remembered of an output folder between two builds, in a folder beside it."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from advocacy.errors import CommandError
from advocacy.part import part_of

MANIFEST = "manifest.json"
JOURNAL = "commit.json"
PREPARED = "prepared.json"
STAGE = "stage"
LOCK = "lock"
CARDS = "cards"
PICTURES = "pictures"
SEARCH = "search"
RECORD = "record.json"


@dataclass(frozen=True, slots=True)
class State:
    """The folder beside an output folder: `output` has `.output.advocacy`.

    Attributes:
        output: The output folder, with links resolved.
        folder: Holds the manifest, the stage and the journal. It lies on the output's file
            system, so that a staged file moves in one step; it is not in the output, since the
            manifest names hidden pages.
    """

    output: Path
    folder: Path

    @property
    def stage(self) -> Path:
        """Where a build writes before it is whole."""
        return self.folder / STAGE

    @property
    def manifest(self) -> Path:
        """Which files the last build put into the output, and what was in them."""
        return self.folder / MANIFEST

    @property
    def journal(self) -> Path:
        """What a commit is about to do; it exists from a commit's first step to its last."""
        return self.folder / JOURNAL

    @property
    def prepared(self) -> Path:
        """The journal of a commit that waits for that of another output."""
        return self.folder / PREPARED

    @property
    def cards(self) -> Path:
        """Cards that were drawn before."""
        return self.folder / CARDS

    @property
    def pictures(self) -> Path:
        """Pictures that were drawn before, in all their sizes."""
        return self.folder / PICTURES

    @property
    def search(self) -> Path:
        """The index of the search that was made last."""
        return self.folder / SEARCH

    @property
    def record(self) -> Path:
        """What the last build held against which guide, and what it found."""
        return self.folder / RECORD

    @property
    def lock(self) -> Path:
        """Held while a build runs."""
        return self.folder / LOCK


def state_of(output: Path) -> State:
    """Return the state of an output folder, which need not exist."""
    real = output.resolve()
    return State(real, real.parent / f".{real.name}.advocacy")


def read_manifest(state: State) -> frozenset[str] | None:
    """Return the files of the last build, relative to the output; None without a manifest."""
    names = _read_json(state.manifest)
    return frozenset(names["files"]) if names else None


def read_digests(state: State) -> Mapping[str, str]:
    """Return the SHA-256 of each file as the last build left it, where that build kept it."""
    told = _read_json(state.manifest) or {}
    return dict(zip(told.get("files", ()), told.get("sha256", ()), strict=False))


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_json(file: Path, value: object) -> None:
    """Write a JSON file so that it is there whole, or not at all, even after a power cut."""
    with part_of(file) as part, part.open("w", encoding="utf-8") as stream:
        json.dump(value, stream, indent=0, sort_keys=True)
        stream.flush()
        os.fsync(stream.fileno())


def read_journal(state: State) -> dict[str, list[str]] | None:
    """Return what an unfinished commit was about to do; None where there is none."""
    return _read_json(state.journal)


def _read_json(file: Path) -> dict[str, list[str]] | None:
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
        return {key: [_inner(name) for name in names] for key, names in value.items()}
    except FileNotFoundError:
        return None
    except (ValueError, AttributeError, TypeError) as error:
        cure = "Delete it; the next build then asks for --adopt."
        raise CommandError(f"{file}: cannot be read: {error}. {cure}") from None


def _inner(name: str) -> str:
    """Return a name that stays in the output folder.

    Raises:
        ValueError: It does not, so that no build wrote it.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError(f"`{name}` is not in the output")
    return name
