"""What git says changed in a site's folder: which files, and which of their lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from advocacy.repository import HEAD, SINCE, Asker, Repository
from advocacy.site import SETTINGS_FILE

WATCHED = ("--", "content", SETTINGS_FILE)
WHOLE = (range(10**9),)
_DIFF = (
    *("diff", "--relative", "--find-renames", "--no-color", "--no-ext-diff"),
    *("--no-textconv", "--ignore-submodules", "--text"),
)
_PATCH = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(r"\\([0-7]{3}|.)")
_CONTROLS = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13}
LONE_RETURN = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between a commit and the files as they lie there.

    Attributes:
        since: The commit, as somebody named it.
        lines: By path below the site's folder, the 1-based lines of each changed or new file that
            are new; none where it was only renamed.
        gone: Paths at which a file was and is no more.
        base: The commit at which a branch parted from another; empty for what is not committed.
    """

    since: str
    lines: Mapping[str, tuple[range, ...]]
    gone: frozenset[str] = frozenset()
    base: str = ""

    def has_changed(self, path: str) -> bool:
        """Say whether a file's text is another, or new."""
        return bool(self.lines.get(path))

    def touches(self, path: str, first: int, last: int) -> bool:
        """Say whether any of the lines from `first` to `last` is new."""
        return any(first < each.stop and last >= each.start for each in self.lines.get(path, ()))


def read_changes(root: Path, since: str | None = None, asker: Asker = SINCE) -> Changes:
    """Ask git what changed in a folder.

    Args:
        root: The folder.
        since: A commit: what its branch and ours have in common is compared with the files as they
            are. None compares with the last commit.
        asker: Who is told of what git cannot say.

    Raises:
        CommandError: Git is not there, the folder is in no repository, or there is no such commit.
    """
    repository = Repository(root, asker)
    base = repository.find_base(since) if since is not None else repository.head()
    lines: dict[str, tuple[range, ...]] = dict.fromkeys(
        _split(repository.ask(*_UNTRACKED, *WATCHED)), WHOLE
    )
    gone = set()
    for old, new in _read_names(repository.ask(*_DIFF, "--name-status", "-z", base, *WATCHED)):
        gone |= {old} - {new, ""}
        if new:
            lines[new] = ()
    for path, changed in _read_patch(repository.ask(*_DIFF, *_PATCH, base, *WATCHED)):
        lines[path] = (*lines.get(path, ()), changed)
    for path, changed_lines in lines.items():
        # Here such a sign ends a line; git counts on.
        if changed_lines and _has_lone_return(root / path):
            lines[path] = WHOLE
    parted = base if since is not None else ""
    return Changes(since or HEAD, lines, frozenset(gone - {*lines}), parted)


_UNTRACKED = ("ls-files", "--others", "--exclude-standard", "-z")


def _split(text: str) -> list[str]:
    return text.split("\0")[:-1]


def _read_names(text: str) -> Iterator[tuple[str, str]]:
    """Yield the old and the new path of each file; empty where there is none."""
    parts = iter(_split(text))
    for status in parts:
        path = next(parts)
        if status[0] in "RC":
            yield path if status[0] == "R" else "", next(parts)
        else:
            yield ("" if status == "A" else path, "" if status == "D" else path)


def _read_patch(text: str) -> Iterator[tuple[str, range]]:
    """Yield each run of new lines with its path; where lines were taken out, their neighbours."""
    path, old, new = "", 0, 0
    for line in text.split("\n"):
        if old > 0 or new > 0:
            old -= line[:1] in {"-", " "}
            new -= line[:1] in {"+", " "}
        elif line.startswith("+++ "):
            path = _unquote(line[4:].removesuffix("\t")).removeprefix("b/")
        elif hunk := _HUNK.match(line):
            old, new = int(hunk[1] or 1), int(hunk[3] or 1)
            first = int(hunk[2])
            if path != "/dev/null":
                yield path, range(first, first + (new or 2))


def _unquote(word: str) -> str:
    """Return a path as it is: git writes one with strange signs as C writes texts."""
    if not (len(word) > 1 and word[0] == word[-1] == '"'):
        return word
    raw = _ESCAPE.sub(_unescape, word[1:-1]).encode("utf-8", "surrogateescape")
    return raw.decode("utf-8", "surrogateescape")


def _unescape(escape: re.Match[str]) -> str:
    told = escape[1]
    if told.isdigit():
        return bytes([int(told, 8)]).decode("utf-8", "surrogateescape")
    return chr(_CONTROLS[told]) if told in _CONTROLS else told


def _has_lone_return(file: Path) -> bool:
    if file.suffix != ".md" or file.is_symlink() or not file.is_file():
        return False
    try:
        return bool(LONE_RETURN.search(file.read_bytes()))
    except OSError:
        return True
