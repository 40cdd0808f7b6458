"""Where one person works: a folder, the name that git records, and what is typed there."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COMMAND = [sys.executable, "-m", "advocacy.cli.main"]
# What a person's own settings of git say must not change what is shown.
ENVIRON = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_DATE": "2026-11-23T09:00:00+00:00",
    "GIT_COMMITTER_DATE": "2026-11-23T09:00:00+00:00",
    "SOURCE_DATE_EPOCH": "1795424400",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What one person typed, and what was printed."""

    who: str
    line: str
    printed: str

    def __str__(self) -> str:
        return f"{self.who}$ {self.line}\n{self.printed}"


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody at a computer of their own; what is typed at it goes into a record."""

    who: str
    name: str
    folder: Path
    record: list[Typed]

    @property
    def address(self) -> str:
        """The address that git records."""
        return f"{self.who}@lindenmark.example"

    def types(self, line: str, *, status: int = 0) -> str:
        """Run a line as this person, and return what it printed.

        Raises:
            AssertionError: It ended with another status.
        """
        done = subprocess.run(
            _command(line),
            cwd=self.folder,
            env={**os.environ, **ENVIRON, **self._identity()},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.record.append(Typed(self.who, line, done.stdout))
        assert done.returncode == status, f"{line}: {done.stdout}"
        return done.stdout

    def writes(self, path: str, content: str | bytes) -> None:
        """Write a file, as in an editor."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def replaces(self, path: str, changes: Mapping[str, str]) -> None:
        """Change a file at some places, as in an editor."""
        text = (self.folder / path).read_text("utf-8")
        for old, new in changes.items():
            assert text.count(old) == 1, (path, old)
            text = text.replace(old, new)
        self.writes(path, text)

    def _identity(self) -> dict[str, str]:
        parts = {"NAME": self.name, "EMAIL": self.address}
        roles = ("AUTHOR", "COMMITTER")
        return {f"GIT_{role}_{key}": value for role in roles for key, value in parts.items()}


def _command(line: str) -> list[str]:
    words = shlex.split(line)
    return COMMAND + words[1:] if words[0] == "advocacy" else words
