"""A publication in its folder, and all that a folder of publications holds."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from advocacy.publications.publication import Publication, Shelf

RELEASES = "releases"
SITE = "site"
_NAME = re.compile(r"\d+\.\w+")


@dataclass(frozen=True, slots=True)
class Release:
    """A publication in its folder.

    Attributes:
        folder: Its name below `releases`.
        number: Counted from 1.
        follows: The folder of what was served before it; empty where nothing was.
        publication: What it is.
        is_undone: Whether it was taken back.
    """

    folder: str
    number: int
    follows: str
    publication: Publication
    is_undone: bool = False

    @property
    def link(self) -> str:
        """Where `current` leads while this is served."""
        return f"{RELEASES}/{self.folder}/{SITE}"


@dataclass(frozen=True, slots=True)
class Held:
    """What a folder holds.

    Attributes:
        link: Where `current` leads; empty where there is none.
        releases: By folder, those that are whole.
    """

    link: str
    releases: Mapping[str, Release]

    @property
    def current(self) -> Release | None:
        """What is served."""
        return next((each for each in self.releases.values() if each.link == self.link), None)

    @property
    def shelf(self) -> Shelf:
        """What is served, and what was taken back for it."""
        current = self.current
        undone = (each for each in self.releases.values() if each.is_undone and each != current)
        served = current.publication if current else None
        return Shelf(served, tuple(each.publication for each in undone))

    def chain(self, release: Release | None) -> Iterator[Release]:
        """Yield a release, what was served before it, and so on, as far as it is kept."""
        while release:
            yield release
            release = self.releases.get(release.follows)


def read_release(line: str) -> Release:
    """Return the release of which a record tells.

    Raises:
        ValueError, TypeError, KeyError: It is no such record.
    """
    told = json.loads(line)
    if not _NAME.fullmatch(told["folder"]):
        raise ValueError(f"`{told['folder']}` is no release")
    return Release(**{**told, "publication": Publication(**told["publication"])})


def make_record(release: Release) -> str:
    """Return what is kept of a release, in one line."""
    return json.dumps(asdict(release))
