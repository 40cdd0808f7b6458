"""Publications in a folder: `releases/N`, and `current`, a link to the one that is served.

Nothing in a release changes once it is whole, and the link is replaced in one step. So readers are
served one whole publication at any moment, wherever publishing is stopped.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import islice
from shlex import quote

from advocacy.errors import CommandError
from advocacy.publications.made import Made
from advocacy.publications.place import Place
from advocacy.publications.publication import Publication, Shelf, check_same

MARKER = ".advocacy-publications"
CURRENT = "current"
RELEASES = "releases"
SITE = "site"
RECORD = "record.json"
_NAME = re.compile(r"\d+\.\w+")
OURS, EMPTY, FOREIGN = "ours", "empty", "foreign"
_READ = f"""\
if [ -f {MARKER} ]; then echo {OURS}; elif [ -z "$(ls -A)" ]; then echo {EMPTY}; exit
else echo {FOREIGN}; exit; fi
readlink {CURRENT} || echo
for file in {RELEASES}/*/{RECORD}; do [ ! -f "$file" ] || cat "$file"; done"""
# Nobody uploads for a whole day, so that what is being uploaded now is not taken away.
_SWEEP = f"""\
rm -f .{CURRENT}.*
find {RELEASES} -mindepth 1 -maxdepth 1 -type d -mtime +0 ! -exec test -f {{}}/{RECORD} \\; \
  -exec rm -rf {{}} + || true"""


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

    @property
    def written(self) -> str:
        """The command that writes its record, which is there whole or not at all."""
        record = f"{RELEASES}/{self.folder}/{RECORD}"
        return f"printf '%s\\n' {quote(json.dumps(asdict(self)))} > {record}.new\n" + (
            f"mv -f {record}.new {record}"
        )


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
        start = f"touch {MARKER}\nmkdir -p {RELEASES}\nmktemp -d {RELEASES}/{number}.XXXXXX"
        folder = self.place.run(start, makes=True).strip().removeprefix(f"{RELEASES}/")
        publication = made.publication.named(str(number))
        follows = held.current.folder if held.current else ""
        release = Release(folder, number, follows, publication)
        self.place.copy(made.folder, made.files, release.link, held.link)
        whole = _count(release, len(made.files))
        steps = (whole, release.written, _switch(release, held), _prune(release, held, keep))
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
        self.place.run(f"{replace(undone, is_undone=True).written}\n{_switch(back, held)}")
        return undone.publication, back.publication

    def _held(self) -> Held:
        state, _, rest = self.place.run(_READ).partition("\n")
        if state == FOREIGN:
            cure = "Name an empty folder, or one that publications were put into."
            raise CommandError(f"{self}: holds what was not published by this command. {cure}")
        link, *records = rest.splitlines() or [""]
        return Held(link, {each.folder: each for each in map(self._release, records)})

    def _release(self, line: str) -> Release:
        try:
            told = json.loads(line)
            if not _NAME.fullmatch(told["folder"]):
                raise ValueError(f"`{told['folder']}` is no release")
            return Release(**{**told, "publication": Publication(**told["publication"])})
        except (ValueError, TypeError, KeyError) as error:
            cure = "Delete that release, and publish again."
            raise CommandError(f"{self}: A {RECORD} cannot be read: {error!r}. {cure}") from None


def _count(release: Release, count: int) -> str:
    """Return what goes on where all files have arrived alone: rsync passes over some in silence."""
    return f"""\
[ "$(find {RELEASES}/{release.folder}/{SITE} -type f | wc -l)" -eq {count} ] || {{
  echo 'Not all files have arrived' >&2; exit 1; }}"""


def _switch(release: Release, held: Held) -> str:
    """Return what serves a release in place of what is served, unless that is another by now."""
    new = f".{CURRENT}.{release.folder}"
    return f"""\
[ "$(readlink {CURRENT} || true)" = {quote(held.link)} ] || {{
  echo 'Somebody else published meanwhile' >&2; exit 1; }}
[ -h {CURRENT} ] || [ ! -e {CURRENT} ] || {{ echo '`{CURRENT}` is no link' >&2; exit 1; }}
chmod 755 {RELEASES}/{release.folder}
ln -sfn {release.link} {new}
mv -fT {new} {CURRENT} 2>/dev/null || mv -fh {new} {CURRENT}"""  # GNU's and BusyBox's, or BSD's


def _prune(release: Release, held: Held, keep: int) -> str:
    """Return what removes what is too old, what was taken back, and what was never whole."""
    before = held.chain(held.releases.get(release.follows))
    kept = {each.folder for each in islice(before, keep - 1)}
    gone = [quote(f"{RELEASES}/{folder}") for folder in held.releases if folder not in kept]
    return "\n".join(([f"rm -rf {' '.join(gone)} || true"] if gone else []) + [_SWEEP])
