"""Files and folders, checked by a `.vale.ini` alone."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from advocacy.editorial.finding import Finding
from advocacy.editorial.patterns import TIME_LIMIT_SECONDS, RunawayError
from advocacy.editorial.vale.check import ValeChecker, make_vale_checker
from advocacy.editorial.vale.configuration import Configuration
from advocacy.editorial.vale.document import read_vale_document
from advocacy.editorial.vale.formats import LINES, UNREAD, extension_of, reading_of
from advocacy.editorial.vale.globs import Glob
from advocacy.editorial.vale.settings import settings_for
from advocacy.editorial.vale.styles import Styles, read_styles
from advocacy.errors import CommandError
from advocacy.source import Source

NOT_WALKED = {".git", "node_modules"}
LARGEST_FILE_BYTES = 20_000_000


@dataclass(slots=True)
class ValeRun:
    """One run of the checker.

    Attributes:
        notes: What was left out, for people to read.
        texts: By path, what was checked.
    """

    configuration: Configuration
    checker: ValeChecker
    glob: Glob | None = None
    ignores_syntax: bool = False
    notes: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def check_paths(self, paths: Iterable[Path], extension: str = "") -> list[Finding]:
        """Check files, and all below folders.

        Args:
            paths: From here.
            extension: How all of them are read, such as `.md`; by their own names by default.

        Raises:
            CommandError: There is nothing at a path.
            SettingsError: Front matter is broken.
        """
        found: list[Finding] = []
        unread: Counter[str] = Counter()
        for path in paths:
            if not path.exists():
                raise CommandError(f"{path}: There is no such file or folder. Name one from here.")
            for file in sorted(_files(path)):
                name = file.as_posix()
                if not self._is_chosen(name):
                    continue
                end = extension or extension_of(name)
                if self._reading(end) == UNREAD:
                    unread[end] += 1
                elif source := self._read(file, name):
                    found += self.check(source, end)
        for end, count in sorted(unread.items()):
            self.notes.append(f"skipped {_count(count, 'file')}: {end} is not read here")
        return found

    def check(self, source: Source, extension: str = "") -> list[Finding]:
        """Check one text, as if its name had another end where one is given."""
        self.texts[source.path] = source.text
        settings = settings_for(self.configuration, source.path)
        reading = self._reading(extension or extension_of(source.path))
        if reading == UNREAD:
            self.notes.append(f"skipped 1 file: {source.path} is of no kind that is read here")
            return []
        try:
            document = read_vale_document(source, self.configuration, settings, reading)
        except RunawayError:
            self.checker.stopped.add("TokenIgnores")
            return []
        return self.checker.check(source, document, settings)

    def read_lines(self, path: str) -> tuple[str, ...]:
        """Return the lines of a text that was checked."""
        return tuple(self.texts[path].split("\n")) if path in self.texts else ()

    @property
    def mistakes(self) -> list[str]:
        """Say which patterns ran too long."""
        limit = f"ran for more than {TIME_LIMIT_SECONDS:g} s. Write it without one repetition"
        return [
            f"{self.configuration.path}: The pattern of `{name}` {limit} inside another."
            for name in sorted(self.checker.stopped)
        ]

    def _reading(self, extension: str) -> str:
        return LINES if self.ignores_syntax else reading_of(extension, self.configuration.formats)

    def _is_chosen(self, name: str) -> bool:
        """Say whether a file is meant by `--glob` and, without rules for all, by a section."""
        renamed = _as_format(name, self.configuration)
        if self.glob and not (self.glob.matches(name) or self.glob.matches(renamed)):
            return False
        everywhere = [part for part in self.configuration.parts if part.glob is None]
        if any(part.styles or part.switches for part in everywhere):
            return True
        own = (part for part in self.configuration.parts if part.glob is not None)
        return any(part.means(name, renamed) for part in own)

    def _read(self, file: Path, name: str) -> Source | None:
        try:
            raw = file.read_bytes() if file.stat().st_size <= LARGEST_FILE_BYTES else None
        except OSError as error:
            self.notes.append(f"skipped 1 file: {name} cannot be read: {error.strerror}")
            return None
        if raw is None:
            self.notes.append(f"skipped 1 file: {name} is larger than 20 MB")
            return None
        return make_source(name, raw)


def start_run(
    configuration: Configuration, *, least: str = "", glob: Glob | None, ignores_syntax: bool
) -> ValeRun:
    """Read the rules of a configuration, and get ready to check.

    Args:
        configuration: The `.vale.ini`.
        least: The least severity that is shown; what the configuration says where it is empty.
        glob: Which files are meant; all where there is none.
        ignores_syntax: Whether every file is read as plain lines.

    Raises:
        SettingsError: Styles are missing or have mistakes.
    """
    styles = read_styles(configuration)
    checker = make_vale_checker(styles.rules.values(), least or configuration.least)
    run = ValeRun(configuration, checker, glob, ignores_syntax, [*configuration.notes])
    run.notes += say_skipped(styles)
    return run


def say_skipped(styles: Styles) -> Iterator[str]:
    """Say which rules were left out, by their kind."""
    for kind in sorted({*styles.skipped.values()}):
        names = [name for name, each in styles.skipped.items() if each == kind]
        yield f"skipped {_count(len(names), 'rule')}: kind {kind} ({', '.join(names)})"


def make_source(name: str, raw: bytes) -> Source:
    """Return a text; what is no UTF-8 in it is shown by a sign that says so."""
    text = raw.decode("utf-8-sig", errors="replace")
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    seen = set()
    for folder, folders, names in os.walk(path, followlinks=True):
        real = os.path.realpath(folder)
        # A link to a folder above leads round in a circle.
        folders[:] = [] if real in seen else [each for each in folders if each not in NOT_WALKED]
        if real not in seen:
            yield from (Path(folder, name) for name in names if Path(folder, name).is_file())
        seen.add(real)


def _as_format(name: str, configuration: Configuration) -> str:
    end = extension_of(name)
    if other := configuration.formats.get(end.strip(".")):
        return f"{name.removesuffix(end)}.{other}"
    return name


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
