"""Publications in a folder: `releases/N`, and `current`, a link to the one that is served.

Nothing in a release changes once it is whole, and the link is replaced in one step. So readers are
served one whole publication at any moment, wherever publishing is stopped.
"""

from dataclasses import replace

from advocacy.errors import CommandError
from advocacy.publications.made import Made
from advocacy.publications.place import Place
from advocacy.publications.publication import Publication, Shelf, check_same
from advocacy.publications.release import RELEASES, Held, Release, read_release
from advocacy.publications.steps import (
    FOREIGN,
    READ,
    RECORD,
    make_check,
    make_count,
    make_note,
    make_pruning,
    make_start,
    make_switch,
)


class Folder:
    """A folder of publications."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def __str__(self) -> str:
        return str(self.place)

    def read(self) -> Shelf:
        """Read what is there.

        Raises:
            CommandError: The folder holds something else, or cannot be reached.
        """
        return self._held().shelf

    def put(self, made: Made, keep: int, seen: Shelf) -> Publication:
        """Publish: upload beside what is served, then switch, then remove what is too old.

        Args:
            made: What was built.
            keep: How many publications stay, this one among them.
            seen: What was there when it was decided to publish.

        Raises:
            CommandError: It is not published, and what was served still is.
        """
        held = self._held()
        check_same(seen, held.shelf, str(self))
        number = max((each.number for each in held.releases.values()), default=0) + 1
        made_folder = self.place.run(make_start(number), makes=True).strip()
        folder = made_folder.removeprefix(f"{RELEASES}/")
        publication = made.publication.named(str(number))
        follows = held.current.folder if held.current else ""
        release = Release(folder, number, follows, publication)
        self.place.copy(made.folder, made.files, release.link, held.link)
        steps = (
            *(make_count(release, len(made.files)), make_note(release)),
            *(make_switch(release, held), make_pruning(release, held, keep)),
        )
        self.place.run("\n".join(steps))
        return publication

    def put_back(self) -> tuple[Publication, Publication]:
        """Serve again what was served before; return what was taken back, and what is back.

        Raises:
            CommandError: Nothing earlier is kept.
        """
        held = self._held()
        undone, back = (*held.chain(held.current), None, None)[:2]
        if not undone or not back:
            cure = "Publish a good site instead."
            raise CommandError(f"{self}: No earlier publication is kept here. {cure}")
        # What a record says stays, so that whoever comes too late must not have written one.
        noted = make_note(replace(undone, is_undone=True))
        self.place.run("\n".join((make_check(held), noted, make_switch(back, held))))
        return undone.publication, back.publication

    def _held(self) -> Held:
        state, _, rest = self.place.run(READ).partition("\n")
        if state == FOREIGN:
            cure = "Name an empty folder, or one that publications were put into."
            raise CommandError(f"{self}: holds what was not published by this command. {cure}")
        link, *records = rest.splitlines() or [""]
        return Held(link, {each.folder: each for each in map(self._release, records)})

    def _release(self, line: str) -> Release:
        try:
            return read_release(line)
        except (ValueError, TypeError, KeyError) as error:
            cure = "Delete that release, and publish again."
            raise CommandError(f"{self}: A {RECORD} cannot be read: {error!r}. {cure}") from None
