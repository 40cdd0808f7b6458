"""Many files read at once: from the cache where they were read before, else on every core."""

from collections.abc import Iterator, Mapping, Sequence

from advocacy.cache import Cache, make_key
from advocacy.editorial.checker import Checker, make_checker, make_checker_key
from advocacy.editorial.cores import map_on_cores
from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.manuscript import Written, make_manuscript
from advocacy.editorial.patterns import trusting
from advocacy.editorial.reading import Reading, decode_reading, encode_reading
from advocacy.editorial.secret_shapes import SECRET, has_secret
from advocacy.library import Library
from advocacy.limits.telling import LimitError
from advocacy.limits.within import WithinLimits
from advocacy.markup.blocks import SourceMap
from advocacy.page import Page
from advocacy.site import Site
from advocacy.staff import StaffMember


def read_all(
    pieces: Sequence[Written], library: Library, guide: Guide, kept: Cache
) -> list[Reading]:
    """Read files by themselves, in their order.

    Args:
        pieces: The files.
        library: The settings and the colleagues.
        guide: The rules.
        kept: What was read before; what is read now is kept there.
    """
    key = make_checker_key(library.site, guide, library.staff)
    keys = [_key(key, piece) for piece in pieces]
    known = _decode(kept.read(keys))
    unread = {name: piece for name, piece in zip(keys, pieces, strict=True) if name not in known}
    encoded = _read([*unread.values()], library.site, guide, library.staff)
    fresh = dict(zip(unread, encoded, strict=True))
    known |= _decode(fresh)
    lasting = (name for name in fresh if _may_last(known[name], guide, unread[name]))
    kept.write({name: fresh[name] for name in lasting})
    return [known[name] for name in keys]


def _may_last(reading: Reading, guide: Guide, piece: Written) -> bool:
    """Say whether a reading may be kept.

    What was stopped has not said all, and may well the next time; and what is kept tells no secret,
    for it outlives the file.
    """
    if SECRET in guide.checks:
        tells = any(notice.check == SECRET for notice in reading.notices)
    else:
        tells = has_secret(piece.source.text)
    return not (reading.runaways or reading.overrun or tells)


def _decode(values: Mapping[str, object]) -> dict[str, Reading]:
    readings = {name: decode_reading(value) for name, value in values.items()}
    return {name: reading for name, reading in readings.items() if reading}


def _key(key: str, piece: Written) -> str:
    return make_key(key, type(piece).__name__, piece.source.path, piece.source.text)


def _read(
    pieces: list[Written], site: Site, guide: Guide, staff: Mapping[str, StaffMember]
) -> Iterator[object]:
    checker = make_checker(site, guide, staff)
    # A forked process has it at once.
    _checkers[:] = [checker]

    def read_here(piece: Written) -> object:
        return encode_reading(read_within_limits(checker, piece))

    return map_on_cores(pieces, read_here, _read_one, _start, (site, guide.page, dict(staff)))


_checkers: list[Checker] = []


def _start(site: Site, page: Page, staff: Mapping[str, StaffMember]) -> None:
    """Make a process's own checker, unless it has one: patterns do not travel."""
    if _checkers:
        return
    with trusting():
        _checkers[:] = [make_checker(site, read_guide(page), staff)]


def _read_one(piece: Written) -> object:
    return encode_reading(read_within_limits(_checkers[0], piece))


def read_within_limits(checker: Checker, piece: Written) -> Reading:
    """Return what is found in a file, or why it takes too much to be read."""
    try:
        with WithinLimits(piece.source.path, len(piece.source.text)):
            return checker.read(make_manuscript(piece))
    except LimitError as error:
        return Reading((), SourceMap(), overrun=error.problems[0].message)
