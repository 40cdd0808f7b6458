"""What git says changed in a site's folder: which files, and which of their lines."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from advocacy.errors import CommandError, nearest
from advocacy.git import ask_git, is_shallow
from advocacy.site import SETTINGS_FILE

HEAD = "HEAD"
UNSHALLOW = "Fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow."
WATCHED = ("--", "content", SETTINGS_FILE)
WHOLE = (range(10**9),)
# Whatever a person's own settings of git are, its answer has one form.
_DIFF = (
    *("-c", "core.quotePath=false", "diff", "--relative", "--find-renames", "--no-color"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules", "--text"),
)
_PATCH = ("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(r"\\([0-7]{3}|.)")
_CONTROLS = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13}
_LONE_RETURN = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between a commit and the files as they lie there.

    Attributes:
        since: The commit, as somebody named it.
        lines: By path below the site's folder, the 1-based lines of each changed or new file that
            are new; none where it was only renamed.
        gone: Paths at which a file was and is no more.
    """

    since: str
    lines: Mapping[str, tuple[range, ...]]
    gone: frozenset[str] = frozenset()

    def has_changed(self, path: str) -> bool:
        """Say whether a file's text is another, or new."""
        return bool(self.lines.get(path))

    def touches(self, path: str, first: int, last: int) -> bool:
        """Say whether any of the lines from `first` to `last` is new."""
        return any(first < each.stop and last >= each.start for each in self.lines.get(path, ()))


def read_changes(root: Path, since: str | None = None) -> Changes:
    """Ask git what changed in a folder.

    Args:
        root: The folder.
        since: A commit: what its branch and ours have in common is compared with the files as they
            are. None compares with the last commit.

    Raises:
        CommandError: Git is not there, the folder is in no repository, or there is no such commit.
    """
    _git(root, "rev-parse", "--show-toplevel")
    base = _base(root, since) if since is not None else _head(root)
    lines: dict[str, tuple[range, ...]] = dict.fromkeys(
        _split(_git(root, *_UNTRACKED, *WATCHED)), WHOLE
    )
    gone = set()
    for old, new in _read_names(_git(root, *_DIFF, "--name-status", "-z", base, *WATCHED)):
        gone |= {old} - {new, ""}
        if new:
            lines[new] = ()
    for path, changed in _read_patch(_git(root, *_DIFF, *_PATCH, base, *WATCHED)):
        lines[path] = (*lines.get(path, ()), changed)
    for path, changed_lines in lines.items():
        # Here such a sign ends a line; git counts on.
        if changed_lines and _has_lone_return(root / path):
            lines[path] = WHOLE
    return Changes(since or HEAD, lines, frozenset(gone - {*lines}))


_UNTRACKED = ("ls-files", "--others", "--exclude-standard", "-z")


def _head(root: Path) -> str:
    """Return the last commit; before the first one, the empty tree."""
    known = _run(root, "rev-parse", "--verify", "--quiet", f"{HEAD}^{{commit}}")
    return known.stdout.strip() or _git(root, "hash-object", "-t", "tree", "--stdin").strip()


def _base(root: Path, since: str) -> str:
    wanted = f"{since}^{{commit}}"
    commit = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    if commit.returncode:
        raise CommandError(f"--since: {_unknown(root, since)}")
    base = _run(root, "merge-base", commit.stdout.strip(), HEAD)
    if base.returncode:
        cure = UNSHALLOW if is_shallow(root) else "They are two histories; name another commit."
        raise CommandError(f"--since: `{since}` and HEAD have no commit in common here. {cure}")
    return base.stdout.split()[0]


def _unknown(root: Path, since: str) -> str:
    """Say why a commit is none, and what to name."""
    if _run(root, "rev-parse", "--verify", "--quiet", HEAD).returncode:
        cure = "Commit first, or use `--changed`, to which everything is new."
        return f"This repository has no commit yet, and so no `{since}`. {cure}"
    seen = f"git knows no commit `{since}`."
    names = _run(root, "for-each-ref", "--format=%(refname:short)").stdout.split()
    if distant := next((name for name in names if name.endswith(f"/{since}")), ""):
        return f"{seen} Did you mean `{distant}`?"
    if hint := nearest(since, names):
        return f"{seen}{hint}"
    if is_shallow(root):
        return f"{seen} {UNSHALLOW}"
    return f"{seen} Name a commit, a branch or a tag; `git branch --all` lists branches."


def _git(root: Path, *words: str) -> str:
    """Return what git prints.

    Raises:
        CommandError: It fails; with its own words.
    """
    done = _run(root, *words)
    if done.returncode:
        said = " ".join(done.stderr.split()) or f"it ended with {done.returncode}"
        if "not a git repository" in said:
            cure = "Leave `--since` and `--changed` out, or keep the site in one: `git init`."
            raise CommandError(f"{root}: is in no repository of git. {cure}")
        cure = "`--since` and `--changed` ask git what changed; leave them out, or mend that."
        raise CommandError(f"{root}: git says: {said}. {cure}")
    return done.stdout


def _run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    try:
        return ask_git(root, *words)
    except OSError:
        cure = "Install it, or leave out `--since` and `--changed`, which ask it."
        raise CommandError(f"git is not installed. {cure}") from None


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
        return bool(_LONE_RETURN.search(file.read_bytes()))
    except OSError:
        return True
