"""Publications on a branch of git: one commit each, which names the commit of its content.

A push is taken whole or not at all, and nothing is ever pushed by force: to put a publication back
is another commit with the files of the earlier one.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from advocacy.errors import CommandError
from advocacy.git import ask_git, environment_elsewhere
from advocacy.publications.made import Made
from advocacy.publications.publication import SHORT, Publication, Shelf

PREFIX = "Publication-"
PUTS_BACK = f"{PREFIX}Puts-Back"
# Without it GitHub Pages takes away what begins with `_` or a dot, such as `.well-known`.
NO_JEKYLL = ".nojekyll"
# GitHub keeps the site's own domain in it, and writes it into the branch by itself.
STAYS = "CNAME"
# What git says of a push that somebody was faster than.
MEANWHILE = ("(fetch first)", "(non-fast-forward)", "but expected")
_LOG = (
    "log",
    "--first-parent",
    "-z",
    "--format=%H%n%(trailers:only,unfold)",
    "--no-show-signature",
)
NOTHING: Mapping[str, str] = MappingProxyType({})
_KEYS = {each.name: f"{PREFIX}{each.name.title()}" for each in fields(Publication)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A commit of the branch that is a publication.

    Attributes:
        commit: Its hash.
        puts_back: The hash of the earlier one that it puts back; empty where it is new.
        publication: What it is; what it puts back, if it does.
    """

    commit: str
    puts_back: str
    publication: Publication


class Branch:
    """A branch of a remote repository.

    Attributes:
        root: A folder in the repository from which is pushed.
        remote: What that repository calls the other, such as `origin`.
        branch: The branch's name there.
    """

    def __init__(self, root: Path, remote: str, branch: str) -> None:
        self.root, self.remote, self.branch = root, remote, branch

    def __str__(self) -> str:
        return f"{self.remote}/{self.branch}"

    def read(self) -> Shelf:
        """Read what is there.

        Raises:
            CommandError: The branch holds something else, or cannot be reached.
        """
        entries = self._entries(self._fetch())
        if not entries:
            return Shelf()
        served = _served(entries)
        between = entries[1 : entries.index(served)]
        return Shelf(entries[0].publication, tuple(each.publication for each in between))

    def put(self, made: Made, keep: int) -> Publication:  # noqa: ARG002 - a branch keeps all
        """Publish in one commit.

        Raises:
            CommandError: It is not published, and what was served still is.
        """
        tip = self._fetch()
        tree = self._tree(made, tip)
        publication = made.publication
        from_ = f" from {publication.short}" if publication.content else ""
        commit = self._push(tree, tip, f"Publish {publication.day}{from_}", publication)
        return publication.named(commit[:SHORT])

    def put_back(self) -> tuple[Publication, Publication]:
        """Serve again what was served before; return what was taken back, and what is back.

        Raises:
            CommandError: There is nothing earlier on the branch.
        """
        tip = self._fetch()
        entries = self._entries(tip)
        undone = _served(entries) if entries else None
        earlier = entries[entries.index(undone) + 1 :] if undone else []
        if not undone or not earlier:
            cure = "Publish a good site instead."
            raise CommandError(f"{self}: There is no earlier publication on it. {cure}")
        back = _served(earlier)
        tree = self._git("rev-parse", f"{back.commit}^{{tree}}")
        subject = f"Put back {back.publication.day} in place of {undone.commit[:SHORT]}"
        self._push(tree, tip, subject, back.publication, back.commit)
        return undone.publication, back.publication

    def _entries(self, tip: str) -> list[Entry]:
        """Return the publications on the branch, newest first."""
        if not tip:
            return []
        commits = self._git(*_LOG, tip).split("\0")
        entries = [entry for commit in commits if (entry := _read_entry(commit))]
        if not entries:
            cure = "Name a branch of its own; it is made where there is none."
            raise CommandError(f"{self}: holds what was not published by this command. {cure}")
        return entries

    def _fetch(self) -> str:
        """Return the branch's last commit, fetched; empty where there is no such branch."""
        self._git("rev-parse", "--git-dir")  # without, `ls-remote` would blame the remote
        ref = f"refs/heads/{self.branch}"
        if not self._git("ls-remote", self.remote, ref):
            return ""
        own = f"refs/advocacy/{self.remote}/{self.branch}"
        self._git("fetch", "--quiet", "--no-tags", self.remote, f"+{ref}:{own}")
        return self._git("rev-parse", own)

    def _tree(self, made: Made, tip: str) -> str:
        """Write all files into the repository, as they are, and return their tree."""
        paths = "".join(f"{made.folder / name}\n" for name in made.files)
        stored = self._git(
            "hash-object", "-w", "--no-filters", "--stdin-paths", given=paths
        ).split()
        nothing = self._git("hash-object", "-w", "--stdin")
        index = {
            NO_JEKYLL: nothing,
            **self._staying(tip),
            **dict(zip(made.files, stored, strict=True)),
        }
        lines = "".join(f"100644 {blob}\t{name}\0" for name, blob in index.items())
        with tempfile.TemporaryDirectory() as folder:
            own = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._git("update-index", "-z", "--index-info", given=lines, environ=own)
            return self._git("write-tree", environ=own)

    def _staying(self, tip: str) -> dict[str, str]:
        found = self._git("ls-tree", tip, "--", STAYS) if tip else ""
        return {STAYS: found.split()[2]} if found else {}

    def _push(
        self, tree: str, tip: str, subject: str, publication: Publication, puts_back: str = ""
    ) -> str:
        told = {key: getattr(publication, name) for name, key in _KEYS.items()}
        trailers = {**told, _KEYS["name"]: "", PUTS_BACK: puts_back}
        lines = (f"{key}: {value}" for key, value in trailers.items() if value)
        message = f"{subject}\n\n" + "\n".join(lines) + "\n"
        parent = ["-p", tip] if tip else []
        commit = self._git(
            "commit-tree", tree, *parent, given=message, environ=_author(publication)
        )
        self._git("push", "--quiet", self.remote, f"{commit}:refs/heads/{self.branch}")
        return commit

    def _git(self, *words: str, given: str = "", environ: Mapping[str, str] = NOTHING) -> str:
        whole = {**environment_elsewhere(), **environ}
        try:
            done = ask_git(self.root, *words, given=given, environ=whole)
        except OSError:
            cure = "Install it to publish to a branch."
            raise CommandError(f"git is not installed. {cure}") from None
        if done.returncode:
            raise CommandError(f"{self}: {_why(done.stderr)}")
        return done.stdout.strip()


def _served(entries: Sequence[Entry]) -> Entry:
    """Return the publication whose files the first of some commits holds."""
    top = entries[0]
    return next((each for each in entries if each.commit == top.puts_back), top)


def _read_entry(text: str) -> Entry | None:
    commit, _, lines = text.partition("\n")
    told = dict(_trailers(lines))
    if _KEYS["url"] not in told:
        return None
    known = {name: told.get(key, "") for name, key in _KEYS.items()}
    publication = Publication(**{**known, "name": commit[:SHORT]})
    return Entry(commit, told.get(PUTS_BACK, ""), publication)


def _trailers(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        key, _, value = line.partition(": ")
        yield key, value


def _author(publication: Publication) -> dict[str, str]:
    """Return who commits: the site itself, as no person wrote what was built."""
    host = urlsplit(publication.url).hostname or "localhost"
    own = {"NAME": host, "EMAIL": f"noreply@{host}"}
    return {f"GIT_{who}_{key}": own[key] for who in ("AUTHOR", "COMMITTER") for key in own}


def _why(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["git ended early"]
    if any(sign in line for line in lines for sign in MEANWHILE):
        return "Somebody else published meanwhile. Look at what is served, and try again."
    if any("does not appear to be a git repository" in line for line in lines):
        return "Git knows no such remote. Name one of `git remote` with --remote."
    if any("not a git repository" in line for line in lines):
        return "The site is in no repository of git. Keep it in one, or publish into a folder."
    return (
        f"git says: {lines[0].rstrip('.')}. What is served is as it was; mend that, and try again."
    )
