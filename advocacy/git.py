"""Git, asked: what it answers has one form, whatever a person's own settings are."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

# A hook of git's runs with these, and each would lead away from the folder that is meant.
PLACES = frozenset(
    {"GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"}
    | {"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_WORK_TREE"}
)
# How it compares, tells and names things, whatever somebody has settled for themselves.
FORM = {
    "diff.algorithm": "myers",
    "diff.autoRefreshIndex": "true",
    "diff.ignoreSubmodules": "none",
    "diff.indentHeuristic": "true",
    "diff.orderFile": os.devnull,
    "diff.relative": "false",
    "diff.renameLimit": "1000",
    "i18n.logOutputEncoding": "UTF-8",
    "log.diffMerges": "separate",
    "log.showRoot": "true",
    "log.showSignature": "false",
    "mailmap.blob": "",
    "mailmap.file": "",
    "trailer.separators": ":",
}
# The same, where a variable says it, and is heard before an option.
_HABITS = frozenset(
    {"GIT_DIFF_OPTS", "GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"}
    | {"GIT_LITERAL_PATHSPECS", "GIT_NOGLOB_PATHSPECS"}
)
_SETTINGS = tuple(word for each in FORM for word in ("-c", f"{each}={FORM[each]}"))


def ask_git(
    root: Path, *words: str, given: str = "", environ: Mapping[str, str] = os.environ
) -> subprocess.CompletedProcess[str]:
    """Run git in a folder, and return how it ended and what it said.

    Args:
        root: The folder.
        words: What to do.
        given: What it reads from its standard input.
        environ: Its environment.

    Raises:
        OSError: Git is not installed.
    """
    # What it says is read by programs, so that it has to be in one language.
    kept = {name: environ[name] for name in environ if name not in _HABITS}
    own = {**kept, "LC_ALL": "C"}
    command = ["git", "-C", str(root), "--no-optional-locks", *_SETTINGS, *words]
    asked = given.encode("utf-8", "surrogateescape")
    done = subprocess.run(command, input=asked, capture_output=True, check=False, env=own)
    # Text mode would take a carriage return in a post for the end of a line of git's.
    out, err = (each.decode("utf-8", "surrogateescape") for each in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(command, done.returncode, out, err)


def is_shallow(root: Path) -> bool:
    """Say whether the history of a folder's repository is cut off."""
    return ask_git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == "true"


def read_prefix(root: Path) -> str:
    """Return where a folder lies in its repository, with a slash at its end; empty for its top."""
    return ask_git(root, "rev-parse", "--show-prefix").stdout.removesuffix("\n")


def environment_elsewhere() -> dict[str, str]:
    """Return the environment without what names a repository, to work in another one."""
    return {name: value for name, value in os.environ.items() if name not in PLACES}
