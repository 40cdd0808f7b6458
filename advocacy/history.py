"""When each file of a site last changed, as git tells it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from advocacy.git import ask_git, is_shallow

MARK = "\x01"
# A merge is when a branch's changes were taken in, so that only the first parents are followed.
_LOG = (
    *("log", "--first-parent", "-m", "--no-renames", "--relative", "--no-color"),
    *("--no-ext-diff", "--name-status", "-z"),
    f"--format={MARK}%cI",
)
_DIRTY = ("diff", "--relative", "--no-renames", "--no-ext-diff", "--name-only", "-z", "HEAD")


def read_history(root: Path, folder: str) -> Mapping[str, datetime]:
    """Return the moment of the last commit that changed a file, by its path below a site's root.

    A file that is not as it was committed is left out. Empty where git is not installed or does
    not answer, and where the history is cut off, as then its oldest commit seems to hold all.

    Args:
        root: The site's folder.
        folder: The files that are asked for, such as `content/posts`.
    """
    try:
        if is_shallow(root):
            return {}
        log = ask_git(root, *_LOG, "--", folder)
        dirty = ask_git(root, *_DIRTY, "--", folder)
    except OSError:
        return {}
    if log.returncode or dirty.returncode:
        return {}
    newest: dict[str, datetime | None] = dict.fromkeys(dirty.stdout.split("\x00"))
    for path, moment in _changes(log.stdout):
        newest.setdefault(path, moment)
    return {path: moment for path, moment in newest.items() if moment}


def _changes(log: str) -> Iterator[tuple[str, datetime | None]]:
    """Yield each change of a file, newest first: None where it was removed."""
    words = iter(log.split("\0"))
    moment = None
    for word in words:
        if word.startswith(MARK):
            moment = datetime.fromisoformat(word.removeprefix(MARK))
        elif status := word.strip():
            yield next(words), None if status == "D" else moment
