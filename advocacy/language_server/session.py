"""A site while its files are open in an editor."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from advocacy.clock import day_of
from advocacy.editorial.finding import Finding
from advocacy.errors import AdvocacyError, Problem
from advocacy.library import POSTS, READ
from advocacy.publishing.desk import Desk, open_desk
from advocacy.share.networks import network_ids
from advocacy.site import SETTINGS_FILE, read_site

CHECKED = tuple(f"content/{folder}/" for folder in READ)


@dataclass(slots=True)
class Session:
    """What is known of one site.

    Attributes:
        root: The folder that holds advocacy.toml.
        texts: By path, what open files say.
        desk: The site as it was last read; None before that, and while it cannot be.
        findings: By path, what was last found in open files.
        problems: Why the site cannot be checked.
    """

    root: Path
    texts: dict[str, bytes] = field(default_factory=dict)
    desk: Desk | None = None
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def write(self, path: str, text: str) -> None:
        """Note what an open file says; where it is a post, nothing else is read again."""
        self.texts[path] = text.encode("utf-8", "replace")
        if self.desk and path.startswith(f"content/{POSTS}/"):
            self.desk = self.desk.with_texts({path: self.texts[path]})
        else:
            self.forget()

    def close(self, path: str) -> None:
        """Take a file as it lies on disk again."""
        self.texts.pop(path, None)
        self.findings.pop(path, None)
        self.forget()

    def forget(self) -> None:
        """Read the whole site anew before the next check."""
        self.desk = None

    def check(self, path: str) -> tuple[Finding, ...]:
        """Return what is found in an open file; nothing where the site cannot be read."""
        self.problems, self.findings[path] = (), ()
        try:
            self.desk = self.desk or self._open()
            self.findings[path] = self.desk.check([path])
        except AdvocacyError as error:
            self.desk = None
            whole = Problem(SETTINGS_FILE, 0, 0, str(error))
            self.problems = error.problems or (whole,)
        return self.findings[path]

    def _open(self) -> Desk:
        site = read_site(self.root, network_ids())
        return open_desk(site, day_of(site.time_zone), self.texts)


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sites in which files are open, by their folders."""

    by_root: dict[Path, Session] = field(default_factory=dict)

    def find(self, file: Path) -> tuple[Session, str] | None:
        """Return the site of a file, and the file's path in it; None where nothing checks it."""
        root = next((each for each in file.parents if (each / SETTINGS_FILE).is_file()), None)
        if root is None:
            return None
        path = file.relative_to(root).as_posix()
        if path != SETTINGS_FILE and not (path.startswith(CHECKED) and path.endswith(".md")):
            return None
        return self.by_root.setdefault(root, Session(root)), path

    def open_files(self) -> Mapping[Path, tuple[Session, str]]:
        """Return every file that is open, with its site and its path there."""
        return {
            session.root / path: (session, path)
            for session in self.by_root.values()
            for path in session.texts
        }
