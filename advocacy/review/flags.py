"""Files of a change that no post needs, and that run, or decide something."""

import unicodedata
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from typing import NamedTuple

from advocacy.review.flag_table import ROWS, Row
from advocacy.site import Site
from advocacy.touched import CONTENT, EXECUTABLE, SUBMODULE, SYMLINK, Change, Touched

GUIDE = "/content/pages/values.md"
# Programs that write for a colleague heed these in each folder in which they work. Below this
# one, Claude may be the name of somebody.
HEEDED = ("/content/agents.md", "/content/claude.md", "/content/gemini.md")
PLAIN = (".md", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
MODES = {
    SUBMODULE: Row("submodule", (), "It brings another repository in."),
    SYMLINK: Row("link", (), "It leads to another file, which may lie anywhere."),
    EXECUTABLE: Row("program", (), "It can be run."),
}
# A file of which nobody has thought is looked at as well.
OTHER = Row("other", ("*",), "It is neither content nor known here.")
READ = (".md", "/license")
UNSEEN = Row("name", (), "Its name has signs in it that cannot be seen.")


class Flag(NamedTuple):
    """A file that somebody has to look at.

    Attributes:
        path: Below the repository's top.
        before: Where it was, if that is another place; or empty.
        name: What it is, as in the table of files.
        reason: What a change of it can do.
        beside_content: Whether the same change brings something to be read.
    """

    path: str
    before: str
    name: str
    reason: str
    beside_content: bool


def find_flags(change: Change, site: Site) -> tuple[Flag, ...]:
    """Return the files of a change that run, or decide something, by path.

    Args:
        change: All that is touched.
        site: Whose settings name files that decide as well.
    """
    is_beside = any(_is_content(path) for file in change.within() for path in file.paths)
    rows = (_own_row(change.prefix, site), *ROWS, OTHER)
    found = ((file, row) for file in change.files for row in _reasons(file, rows))
    return tuple(
        Flag(file.path, file.before, row.name, row.reason, is_beside) for file, row in found
    )


def fold(path: str) -> str:
    """Return a path as a computer may take it that knows no capitals, and no signs without ink."""
    plain = unicodedata.normalize("NFKC", path).replace("\\", "/")
    seen = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    # Windows leaves out dots and spaces at the end of a name.
    parts = [part.rstrip(". ") or part for part in seen.casefold().split("/")]
    return "/" + "/".join(parts)


def _own_row(prefix: str, site: Site) -> Row:
    """Return a row for the files that a site's settings name."""
    named = (*site.editorial.packs, *filter(None, [site.editorial.baseline]))
    places = [_literal(fold(f"{prefix}{each}").rstrip("/")) for each in named]
    reason = "It decides what is found, and what is let pass."
    return Row("rules", (*places, *(f"{place}/*" for place in places)), reason)


def _literal(path: str) -> str:
    return path.replace("[", "[[]").replace("*", "[*]").replace("?", "[?]")


def _reasons(file: Touched, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the row that fits a file, and what its type or its name adds to that."""
    folded = [path for path in map(fold, file.paths) if not _is_plain(path)]
    of_type = [*_of_type(file)]
    row = next((row for row in rows if _fits(row, folded)), None)
    if row and not (row is OTHER and of_type):
        yield row
    yield from of_type


def _of_type(file: Touched) -> Iterator[Row]:
    if file.mode in MODES or file.old_mode in MODES:
        yield MODES.get(file.mode) or MODES[file.old_mode]
    if any(unicodedata.category(sign) == "Cf" for path in file.paths for sign in path):
        yield UNSEEN


def _is_plain(folded: str) -> bool:
    """Say whether a file is something to be read, in whichever folder of content it lies.

    What lies in a folder that is hidden, or of programs, is theirs: any may have one of that name.
    """
    above, _, below = folded.partition("/content/")
    is_read = below.endswith(PLAIN) and "/." not in folded and not _is_of_programs(f"{above}/")
    return is_read and not folded.endswith((GUIDE, *HEEDED))


@cache
def _is_of_programs(folder: str) -> bool:
    return any(_fits(row, [folder]) for row in ROWS)


def _fits(row: Row, folded: Iterable[str]) -> bool:
    patterns = [each.casefold() for each in row.patterns]
    paths = [path for path in folded if row is not OTHER or not path.endswith(READ)]
    return any(fnmatchcase(path, each) for path in paths for each in patterns)


def _is_content(path: str) -> bool:
    return path.startswith(CONTENT) and fold(path) != GUIDE
