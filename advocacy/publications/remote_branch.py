"""A branch of a remote repository: fetched, and pushed to without a worktree and without force."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from subprocess import CompletedProcess
from types import MappingProxyType

from advocacy.errors import CommandError
from advocacy.git import ask_git, environment_elsewhere
from advocacy.publications.publication import MEANWHILE

# What git says of a push that somebody was faster than.
FASTER = ("(fetch first)", "(non-fast-forward)", "but expected")
NO_REMOTE = (
    "Git knows no such remote. Name one of `git remote` with --remote; "
    "`git remote add NAME ADDRESS` adds one."
)
NOTHING: Mapping[str, str] = MappingProxyType({})
_STORE = ("hash-object", "-w", "--no-filters")


@dataclass(frozen=True, slots=True)
class RemoteBranch:
    """A branch.

    Attributes:
        root: A folder in the repository from which is pushed.
        remote: What that repository calls the other, such as `origin`.
        name: What the branch is called there.
    """

    root: Path
    remote: str
    name: str

    def __str__(self) -> str:
        return f"{self.remote}/{self.name}"

    @property
    def ref(self) -> str:
        """What git calls it there."""
        return f"refs/heads/{self.name}"

    def is_possible(self) -> bool:
        """Say whether a branch can have that name, and a command can name it."""
        is_option = self.name.startswith(("-", "+"))
        return not is_option and self._ask("check-ref-format", self.ref).returncode == 0

    def is_known(self) -> bool:
        """Say whether there is such a branch, as far as is known here; none without git."""
        if not which("git"):
            return False
        refs = (self.ref, f"refs/remotes/{self}")
        asked = (self._ask("show-ref", "--verify", "--quiet", ref) for ref in refs)
        return any(told.returncode == 0 for told in asked)

    def remotes(self) -> list[str]:
        """Return what the repository calls the others that it knows."""
        return self.git("remote").splitlines()

    def fetch(self) -> str:
        """Return its last commit, which is here then; empty where there is no such branch."""
        if self.remote not in self.remotes():
            raise CommandError(f"{self}: {NO_REMOTE}")
        if not self.git("ls-remote", self.remote, self.ref):
            return ""
        own = f"refs/advocacy/{self.remote}/{self.name}"
        self.git("fetch", "--quiet", "--no-tags", self.remote, f"+{self.ref}:{own}")
        return self.git("rev-parse", own)

    def find(self, commit: str, *names: str) -> str:
        """Return files of a commit as `write_tree` takes them: all, or those with some names."""
        return self.git("ls-tree", "-r", "-z", "--full-tree", commit, "--", *names)

    def differing(self, one: str, other: str) -> list[str]:
        """Return which files two commits have not in common."""
        told = self.git("diff-tree", "-r", "-z", "--name-only", one, other)
        return told.split("\0")[:-1]

    def store(self, folder: Path, names: tuple[str, ...]) -> str:
        """Write files into the repository, as they are, and return them as `write_tree` takes."""
        paths = "".join(f"{folder / name}\n" for name in names)
        blobs = self.git(*_STORE, "--stdin-paths", given=paths).split()
        return "".join(map(_entry, blobs, names))

    def store_empty(self, name: str) -> str:
        """Write a file without content, in the same way."""
        return _entry(self.git(*_STORE, "--stdin"), name)

    def write_tree(self, entries: str) -> str:
        """Write a tree and return its hash; of two entries with one name the later counts."""
        with tempfile.TemporaryDirectory() as folder:
            own = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self.git("update-index", "-z", "--index-info", given=entries, environ=own)
            return self.git("write-tree", environ=own)

    def push(self, tree: str, tip: str, message: str, author: Mapping[str, str]) -> str:
        """Push a tree as one commit on top of another, and return its hash.

        Raises:
            CommandError: It was not taken, and the branch is as it was.
        """
        parent = ["-p", tip] if tip else []
        commit = self.git("commit-tree", tree, *parent, given=message, environ=author)
        self.git("push", "--quiet", self.remote, f"{commit}:{self.ref}")
        return commit

    def git(self, *words: str, given: str = "", environ: Mapping[str, str] = NOTHING) -> str:
        """Return what git says.

        Raises:
            CommandError: It failed.
        """
        done = self._ask(*words, given=given, environ=environ)
        if done.returncode:
            raise CommandError(f"{self}: {_why(done.stderr)}")
        return done.stdout.strip()

    def _ask(
        self, *words: str, given: str = "", environ: Mapping[str, str] = NOTHING
    ) -> CompletedProcess[str]:
        whole = {**environment_elsewhere(), **environ}
        try:
            return ask_git(self.root, *words, given=given, environ=whole)
        except OSError:
            cure = "Install it to publish to a branch."
            raise CommandError(f"git is not installed. {cure}") from None


def _entry(blob: str, name: str) -> str:
    return f"100644 {blob}\t{name}\0"


def _why(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["git ended early"]
    if any(sign in line for line in lines for sign in FASTER):
        return MEANWHILE
    if any("not a git repository" in line for line in lines):
        return "The site is in no repository of git. Keep it in one, or publish into a folder."
    cure = "What is served is as it was; mend that, and try again."
    return f"git says: {lines[0].rstrip('.')}. {cure}"
