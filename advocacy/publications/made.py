"""What a build made, if it may be published: nothing unchecked, nothing old, nothing too early."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from advocacy.addresses import is_of_kits
from advocacy.errors import CommandError
from advocacy.output.state import State, digest_of, read_digests, read_manifest, state_of
from advocacy.publications.build_record import REBUILD, BuildRecord, read_build_record
from advocacy.publications.publication import DIRTY, SHORT, Publication
from advocacy.revision import Revision, differs
from advocacy.site import Site

MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Made:
    """A built site that may be published.

    Attributes:
        folder: Where it is.
        files: Those that the build made, relative to the folder and sorted; others stay behind.
        publication: What it will be.
        notes: What there is to say of it, a line each.
    """

    folder: Path
    files: tuple[str, ...]
    publication: Publication
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Now:
    """What a built site is held to.

    Attributes:
        site: Its settings.
        guide: The version of its guide.
        revision: What its folder holds.
        today: The day.
    """

    site: Site
    guide: str
    revision: Revision
    today: date


def read_made(output: Path, now: Now) -> Made:
    """Read what a build made.

    Args:
        output: The folder that it was built into.
        now: What it is held to.

    Raises:
        CommandError: It may not be published: nothing was built, not all of it is there, it shows
            drafts, a file was changed since, or the guide, the content or the day is another.
    """
    state = state_of(output)
    if not output.is_dir():
        raise CommandError(f"{output}: There is no such folder. {REBUILD}")
    if state.journal.exists():
        raise CommandError(f"{output}: A build was stopped before its end. {REBUILD}")
    record = read_build_record(state.record)
    for why in (*_stale(record, now), *_unfit(record, now)):
        raise CommandError(f"{output}: {why} {REBUILD}")
    files = _files(state)
    digests = {name: digest_of(state.output / name) for name in files}
    _refuse_other(state, digests)
    _refuse_kits(files, record, now.site, output)
    publication = Publication(
        url=record.url,
        day=record.day.isoformat(),
        content=_content(record.revision),
        guide=record.guide,
        digest=_digest(digests),
    )
    return Made(state.output, files, publication, tuple(_notes(record.revision, now.revision)))


def _stale(record: BuildRecord, now: Now) -> Iterator[str]:
    """Yield what has changed since it was built."""
    if record.guide != now.guide:
        yield f"It was held to guide {record.guide}, and the guide is {now.guide}."
    built, here = record.revision.commit, now.revision.commit
    if built and here and built != here and differs(now.site.root, built, here):
        yield f"It was built from {built[:SHORT]}, and the content is at {here[:SHORT]}."
    if record.due and record.due <= now.today:
        yield f"It was built as on {record.day}, and on {record.due} something fell due."


def _unfit(record: BuildRecord, now: Now) -> Iterator[str]:
    """Yield what keeps it from readers' eyes."""
    if record.with_drafts:
        yield "It shows drafts."
    if record.day > now.today:
        yield f"It was built as on {record.day}, which is still to come."
    urls = (now.site.url, now.site.sharing.url)
    if record.url not in urls:
        yield f'It is for {record.url}, and advocacy.toml has `url = "{now.site.url}"`.'


def _files(state: State) -> tuple[str, ...]:
    names = sorted(read_manifest(state) or ())
    lost = [name for name in names if not (state.output / name).is_file()]
    if not names or lost:
        seen = f"{lost[0]} is missing." if lost else "It is empty."
        raise CommandError(f"{state.output}: {seen} {REBUILD}")
    led = [name for name in names if (state.output / name).resolve() != state.output / name]
    if led:
        seen = f"{led[0]} is a link, or lies behind one."
        raise CommandError(f"{state.output}: {seen} {REBUILD}")
    return tuple(names)


def _refuse_other(state: State, digests: Mapping[str, str]) -> None:
    """Keep back what nobody has checked: bytes that no build wrote."""
    built = read_digests(state)
    other = next((name for name, digest in digests.items() if built.get(name) != digest), "")
    if other:
        raise CommandError(f"{state.output}: {other} is not as it was built. {REBUILD}")


def _refuse_kits(files: Iterable[str], record: BuildRecord, site: Site, output: Path) -> None:
    """Keep share kits off the blog where the settings have them apart."""
    if site.sharing.folder and record.url == site.url:
        kit = next((name for name in files if is_of_kits(name)), "")
        if kit:
            raise CommandError(f"{output}: {kit} is to be apart, by `[share] folder`. {REBUILD}")


def _content(built: Revision) -> str:
    return built.commit + (DIRTY if built.commit and built.changed else "")


def _notes(built: Revision, here: Revision) -> Iterator[str]:
    if built.changed:
        yield f"Built from what was not committed: {_named(built.changed)}."
    elif here.changed and built.commit:
        yield f"Changed since, and not in what was built: {_named(here.changed)}."


def _named(paths: tuple[str, ...]) -> str:
    more = len(paths) - MOST_NAMED
    return ", ".join(paths[:MOST_NAMED]) + (f", and {more} more" if more > 0 else "")


def _digest(digests: Mapping[str, str]) -> str:
    lines = (f"{name}\0{digest}\n" for name, digest in digests.items())
    return hashlib.sha256("".join(lines).encode()).hexdigest()
