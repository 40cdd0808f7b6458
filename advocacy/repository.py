"""The repository in which a site lies, asked for one option; what it cannot say is told."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from advocacy.errors import CommandError, nearest
from advocacy.git import ask_git, is_shallow

HEAD = "HEAD"
UNSHALLOW = "Fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow."


@dataclass(frozen=True, slots=True)
class Asker:
    """The option for which git is asked.

    Attributes:
        option: As it is typed, such as `--since`.
        way_out: What can be done without git.
        before_commits: What can be done before there is a commit.
    """

    option: str
    way_out: str
    before_commits: str


SINCE = Asker(
    "--since",
    "leave `--since` and `--changed` out, which ask it",
    "use `--changed`, to which everything is new",
)


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository in which a folder lies.

    Attributes:
        root: The folder, to which paths are relative.
        asker: Who is told of what git cannot say.
    """

    root: Path
    asker: Asker

    def head(self) -> str:
        """Return the last commit; before the first one, the empty tree."""
        self.ask("rev-parse", "--show-toplevel")
        known = self.run("rev-parse", "--verify", "--quiet", f"{HEAD}^{{commit}}")
        return known.stdout.strip() or self.ask("hash-object", "-t", "tree", "--stdin").strip()

    def find_base(self, since: str) -> str:
        """Return the commit at which a branch and ours parted.

        Raises:
            CommandError: There is none, or git cannot be asked.
        """
        self.ask("rev-parse", "--show-toplevel")
        wanted = f"{since}^{{commit}}"
        commit = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
        if commit.returncode:
            raise CommandError(f"{self.asker.option}: {self._unknown(since)}")
        base = self.run("merge-base", commit.stdout.strip(), HEAD)
        if base.returncode:
            lone = "They are two histories; name another commit."
            cure = UNSHALLOW if is_shallow(self.root) else lone
            seen = f"`{since}` and HEAD have no commit in common here."
            raise CommandError(f"{self.asker.option}: {seen} {cure}")
        return base.stdout.split()[0]

    def ask(self, *words: str, given: str = "") -> str:
        """Return what git prints.

        Args:
            words: What to do.
            given: What it reads from its standard input.

        Raises:
            CommandError: It fails; with its own words.
        """
        done = self.run(*words, given=given)
        if done.returncode:
            said = " ".join(done.stderr.split()) or f"it ended with {done.returncode}"
            if "not a git repository" in said:
                cure = f"Keep the site in one, `git init`, or {self.asker.way_out}."
                raise CommandError(f"{self.root}: is in no repository of git. {cure}")
            cure = f"Mend that, or {self.asker.way_out}."
            raise CommandError(f"{self.root}: git says: {said}. {cure}")
        return done.stdout

    def run(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Return how git ended.

        Raises:
            CommandError: It is not installed.
        """
        try:
            return ask_git(self.root, *words, given=given)
        except OSError:
            cure = f"Install it, or {self.asker.way_out}."
            raise CommandError(f"git is not installed. {cure}") from None

    def _unknown(self, since: str) -> str:
        """Say why a commit is none, and what to name."""
        if self.run("rev-parse", "--verify", "--quiet", HEAD).returncode:
            cure = f"Commit first, or {self.asker.before_commits}."
            return f"This repository has no commit yet, and so no `{since}`. {cure}"
        seen = f"git knows no commit `{since}`."
        names = self.run("for-each-ref", "--format=%(refname:short)").stdout.split()
        if distant := next((name for name in names if name.endswith(f"/{since}")), ""):
            return f"{seen} Did you mean `{distant}`?"
        if hint := nearest(since, names):
            return f"{seen}{hint}"
        if is_shallow(self.root):
            return f"{seen} {UNSHALLOW}"
        return f"{seen} Name a commit, a branch or a tag; `git branch --all` lists branches."
