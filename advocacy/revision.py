"""Which commit a site's folder is at, and what of the site is not in it."""

from dataclasses import dataclass
from pathlib import Path

from advocacy.git import ask_git, read_prefix

# Where a file that git does not know yet is part of the site; elsewhere it may be anything.
WATCHED = ("content/", "designs/", "templates/")
_STATUS = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".")
_DIFFERS = ("diff", "--quiet", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none")


@dataclass(frozen=True, slots=True)
class Revision:
    """What a site's folder holds, as git tells it.

    Attributes:
        commit: The last one; empty without git, or before the first.
        changed: Paths below the repository's root that are not as they were committed.
    """

    commit: str = ""
    changed: tuple[str, ...] = ()


def read_revision(root: Path) -> Revision:
    """Ask git; where it is not installed or does not answer, nothing is known."""
    try:
        head = ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        prefix = read_prefix(root)
        status = ask_git(root, *_STATUS)
    except OSError:
        return Revision()
    if head.returncode or status.returncode:
        return Revision()
    entries = status.stdout.split("\0")[:-1]
    changed = (entry[3:] for entry in entries if _is_of_site(entry, prefix))
    return Revision(head.stdout.strip(), tuple(sorted(changed)))


def differs(root: Path, one: str, other: str) -> bool:
    """Say whether a site's folder is another in two commits, or one of them is not known here."""
    return ask_git(root, *_DIFFERS, one, other, "--", ".").returncode != 0


def _is_of_site(entry: str, prefix: str) -> bool:
    """Say whether a line of `git status --porcelain` is of a file that a build may read."""
    path = entry[3:].removeprefix(prefix)
    return not entry.startswith("??") or path.startswith(WATCHED)
