"""A folder here or on another machine: commands are run in its shell, files copied by rsync."""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from advocacy.errors import CommandError

# As rsync and scp tell them apart: a colon before any slash.
_REMOTE = re.compile(r"(?P<host>(?:[\w][\w.-]*@)?(?:\w[\w.-]*|\[[0-9a-fA-F:]+\])):(?P<path>.*)")
_MODULE = re.compile(r"rsync://|[^/\[]*(\[[^/\]]*\])?::")
_ADDRESS = re.compile(r"[a-zA-Z][\w+.-]*://")
_NO_BRACKETS = str.maketrans("", "", "[]")
# Whoever copies has other rights here than web servers have; of times nothing is said, so that a
# file with the same bytes stays the one that was there before.
CURE = "What is served is as it was. Mend that, and try again."
COPY = (
    *("rsync", "--protect-args", "--checksum", "--perms", "--chmod=D755,F644"),
    *("--from0", "--files-from=-"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A folder.

    Attributes:
        host: The machine, as ssh knows it; empty for this one.
        path: The folder's path there.
    """

    host: str
    path: str

    def __str__(self) -> str:
        return f"{self.host}:{self.path}" if self.host else self.path

    def run(self, script: str, *, makes: bool = False) -> str:
        """Run commands of a POSIX shell in the folder, and return what they said.

        Args:
            script: The commands; what follows one that failed is not done.
            makes: Make the folder where it is missing; without, nothing is done and said there.

        Raises:
            CommandError: One of them failed.
        """
        path = quote(self.path)
        enter = f"mkdir -p {path}\ncd {path}" if makes else f"cd {path} 2>/dev/null || exit 0"
        # Around an address such as 2001:db8::1 rsync wants brackets, and ssh knows none.
        command = ["ssh", self.host.translate(_NO_BRACKETS), "sh"] if self.host else ["sh"]
        return self._call(command, f"set -eu\numask u+rwx,g+rx,o+rx\n{enter}\n{script}\n")

    def copy(self, folder: Path, files: Sequence[str], target: str, linked: str = "") -> None:
        """Copy files of a folder here into one below this place.

        Args:
            folder: Where they are.
            files: Their names, relative to it.
            target: Where they are to be, below this place.
            linked: A folder below this place, of which those with the same bytes are taken.

        Raises:
            CommandError: Not all of them are there.
        """
        depth = "../" * len(Path(target).parts)
        link = [f"--link-dest={depth}{linked}"] if linked else []
        self._call([*COPY, *link, "--", f"{folder}/", f"{self}/{target}/"], "\0".join(files))

    def _call(self, command: Sequence[str], given: str) -> str:
        try:
            done = subprocess.run(command, input=given.encode(), capture_output=True, check=False)
        except FileNotFoundError:
            tool = command[0]
            raise CommandError(f"{tool} is not installed. Install it to publish there.") from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            why = said[0] if said else f"{command[0]} ended with {done.returncode}"
            raise CommandError(f"{self}: {why.rstrip('.')}. {CURE}")
        return done.stdout.decode("utf-8", "surrogateescape")


def read_place(dest: str) -> Place:
    """Return the place that somebody named, such as `www/blog` or `me@host:blog`.

    Raises:
        CommandError: It has no shell in which to publish.
    """
    if _MODULE.match(dest):
        cure = "Publish into a folder here, and copy its `current` there by rsync."
        raise CommandError(f"{dest}: A module of rsync cannot switch between publications. {cure}")
    if _ADDRESS.match(dest):
        cure = (
            "Write `git:BRANCH` for a branch of a repository, `HOST:FOLDER` for ssh; "
            "for other storage publish into a folder here, and copy its `current` there."
        )
        raise CommandError(f"{dest}: A web address is no place to publish to. {cure}")
    if remote := _REMOTE.fullmatch(dest):
        return Place(remote["host"], remote["path"].removeprefix("~/").rstrip("/") or ".")
    return Place("", str(Path(dest).absolute()))
