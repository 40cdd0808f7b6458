"""Files and folders, checked by a `.vale.ini` alone."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from advocacy.cache import Cache, encode, make_key
from advocacy.counting import count_of
from advocacy.editorial.cores import map_on_cores
from advocacy.editorial.finding import Finding
from advocacy.editorial.patterns import TIME_LIMIT_SECONDS, RunawayError
from advocacy.editorial.rule import Rule
from advocacy.editorial.secret_shapes import has_secret
from advocacy.editorial.vale.check import ValeChecker, make_vale_checker
from advocacy.editorial.vale.configuration import Configuration
from advocacy.editorial.vale.document import read_vale_document
from advocacy.editorial.vale.files import make_source, walk_files
from advocacy.editorial.vale.formats import HTML, LINES, MARKDOWN, UNREAD, extension_of, reading_of
from advocacy.editorial.vale.globs import Glob
from advocacy.editorial.vale.known_styles import KnownStyles, forget_rules, read_known_styles
from advocacy.editorial.vale.outcome import Outcome, decode_outcome
from advocacy.editorial.vale.settings import settings_for
from advocacy.errors import CommandError
from advocacy.limits.telling import LimitError
from advocacy.limits.within import WithinLimits
from advocacy.markup.unclosed import find_unclosed
from advocacy.source import Source, is_there

# A text, and the end of the name by which it is read.
Text = tuple[Source, str]
NO_RULE = (
    "No rule is turned on, so nothing could be found. "
    "Write `BasedOnStyles = Vale`, or your own style, below `[*]`."
)
NO_FILE = "No file was checked: there is none that a section and --glob mean."
LARGEST_FILE_BYTES = 20_000_000


@dataclass(slots=True)
class ValeRun:
    """One run of the checker.

    Attributes:
        styles: The rules.
        least: The least severity that is shown.
        glob: Which files are meant; all where there is none.
        ignores_syntax: Whether every file is read as plain lines.
        kept: What was found before.
        notes: What was left out, for people to read.
        unread: What was to be checked and could not be read.
        texts: By path, what was checked.
        secretive: Those of the texts that may hold a secret.
        refused: What cannot be checked in a time that has a bound.
        stopped: Names of rules that took too long on a file, and are not tried on others.
    """

    styles: KnownStyles
    least: str
    glob: Glob | None = None
    ignores_syntax: bool = False
    kept: Cache = field(default_factory=lambda: Cache(None))
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    secretive: dict[str, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    stopped: set[str] = field(default_factory=set)
    _made: list[ValeChecker] = field(default_factory=list)

    @property
    def configuration(self) -> Configuration:
        """The `.vale.ini`."""
        return self.styles.configuration

    @property
    def checker(self) -> ValeChecker:
        """The rules, made ready to be held against files when the first one is to be read."""
        if not self._made:
            rules = self.styles.read().rules.values()
            self._made.append(make_vale_checker(rules, self.least, self.stopped))
        return self._made[0]

    @property
    def rules(self) -> dict[str, Rule]:
        """The rules by their names."""
        return {each.rule.id: each.rule for each in self.checker.rules}

    def check_paths(self, paths: Iterable[Path], extension: str = "") -> list[Finding]:
        """Check files, and all below folders.

        Args:
            paths: From here.
            extension: How all of them are read, such as `.md`; by their own names by default.

        Raises:
            CommandError: There is nothing at a path.
            SettingsError: Front matter is broken.
        """
        sources: list[Text] = []
        alien: Counter[str] = Counter()
        for path in paths:
            if not is_there(path):
                raise CommandError(f"{path}: There is no such file or folder. Name one from here.")
            if not path.is_dir() and not path.is_file():
                raise CommandError(f"{path}: This is no ordinary file. Name a text or a folder.")
            for file in sorted(walk_files(path, self._tell_closed)):
                name = file.as_posix()
                if not self._is_chosen(name):
                    continue
                end = extension or extension_of(name)
                if self._reading(end) == UNREAD:
                    alien[end] += 1
                elif source := self._read(file, name):
                    sources.append((source, end))
        is_asked = self.configuration.turns_rules_on
        if is_asked and not (sources or alien or self.unread):
            self.notes.append(f"{self.configuration.path}: {NO_FILE}")
        for end, count in sorted(alien.items()):
            self.notes.append(f"skipped {count_of(count, 'file')}: {end} is not read here")
        return self._check_all(sources)

    def check(self, source: Source, extension: str = "") -> list[Finding]:
        """Check one text, as if its name had another end where one is given."""
        end = extension or extension_of(source.path)
        if self._reading(end) == UNREAD:
            self.notes.append(f"skipped 1 file: {source.path} is of no kind that is read here")
            return []
        return self._check_all([(source, end)])

    def check_one(self, source: Source, extension: str) -> tuple[list[Finding], list[str]]:
        """Return what is found in a text, and the names of rules that took too long until then."""
        settings = settings_for(self.configuration, source.path)
        try:
            document = read_vale_document(
                source,
                self.configuration,
                settings,
                self._reading(extension),
                self.checker.wanted,
            )
            found = self.checker.check(source, document, settings)
        except RunawayError:
            self.stopped.add("TokenIgnores")
            found = []
        return found, sorted(self.stopped)

    def _check_all(self, sources: list[Text]) -> list[Finding]:
        """Check texts: from the cache where they were checked before, else on every core."""
        sources = [each for each in sources if self._is_bounded(*each)]
        self.texts |= {source.path: source.text for source, _ in sources}
        key = self._key()
        keys = [make_key(key, source.path, end, source.text) for source, end in sources]
        known = {name: decode_outcome(value) for name, value in self.kept.read(keys).items()}
        unread = {
            name: each for name, each in zip(keys, sources, strict=True) if known.get(name) is None
        }
        if unread:
            # A forked process has the rules at once, if they are made by then.
            _runs[:], _ = [self], self.checker
        recipe = (forget_rules(self.styles), self.least, self.ignores_syntax)
        results = map_on_cores([*unread.values()], self._encode, _check_there, _start, recipe)
        fresh: dict[str, str] = {}
        # Each is made out while others are being checked.
        for name, said in zip(unread, results, strict=True):
            fresh[name], known[name] = said, decode_outcome(json.loads(said))
        outcomes = [outcome for name in keys if (outcome := known[name])]
        told = zip(keys, sources, strict=True)
        self.secretive |= {
            source.path: source.text
            for name, (source, _) in told
            if (outcome := known[name]) is None or outcome.tells
        }
        self.refused += [outcome.refused for outcome in outcomes if outcome.refused]
        self.stopped.update(rule for outcome in outcomes for rule in outcome.stopped)
        lasting = (name for name in fresh if (outcome := known[name]) and outcome.may_last)
        self.kept.write_json({name: fresh[name] for name in lasting})
        # How much a rule had said when it was stopped is chance.
        everything = (each for outcome in outcomes for each in outcome.found)
        return [each for each in everything if each.check not in self.stopped]

    def _is_bounded(self, source: Source, extension: str) -> bool:
        """Say whether a text can be read in a time that has a bound."""
        is_markup = self._reading(extension) in {MARKDOWN, HTML}
        unclosed = find_unclosed(source.text) if is_markup else ""
        if unclosed:
            self.refused.append(f"{source.path}: {unclosed}")
        return not unclosed

    def _encode(self, each: Text) -> str:
        """Return what becomes of a text as JSON, which travels between processes best."""
        source, extension = each
        found: list[Finding] = []
        stopped: list[str] = []
        refused = ""
        try:
            with WithinLimits(source.path, len(source.text)):
                found, stopped = self.check_one(source, extension)
        except LimitError as error:
            refused = str(error)
        return encode(Outcome(found, stopped, has_secret(source.text), refused))

    def _key(self) -> str:
        """Return a hash of all that a text's findings depend on besides the text."""
        return make_key(self.styles.key, self.least, repr(self.ignores_syntax))

    def read_lines(self, path: str) -> tuple[str, ...]:
        """Return the lines of a text that was checked."""
        return tuple(self.texts[path].split("\n")) if path in self.texts else ()

    @property
    def mistakes(self) -> list[str]:
        """Say what was refused, and which patterns ran too long."""
        limit = f"ran for more than {TIME_LIMIT_SECONDS:g} s. Write it without one repetition"
        return self.refused + [
            f"{self.configuration.path}: The pattern of `{name}` {limit} inside another."
            for name in sorted(self.stopped)
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

    def _tell_closed(self, error: OSError) -> None:
        name = Path(error.filename).as_posix()
        self.unread.append(f"skipped 1 folder: {name} cannot be opened: {error.strerror}")

    def _read(self, file: Path, name: str) -> Source | None:
        try:
            raw = file.read_bytes() if file.stat().st_size <= LARGEST_FILE_BYTES else None
        except OSError as error:
            self.unread.append(f"skipped 1 file: {name} cannot be read: {error.strerror}")
            return None
        if raw is None:
            self.unread.append(f"skipped 1 file: {name} is larger than 20 MB")
            return None
        return make_source(name, raw)


def start_run(
    configuration: Configuration,
    *,
    least: str = "",
    glob: Glob | None = None,
    ignores_syntax: bool = False,
    kept: Cache | None = None,
) -> ValeRun:
    """Read the rules of a configuration, and get ready to check.

    Args:
        configuration: The `.vale.ini`.
        least: The least severity that is shown; what the configuration says where it is empty.
        glob: Which files are meant; all where there is none.
        ignores_syntax: Whether every file is read as plain lines.
        kept: What was found before; None keeps nothing.

    Raises:
        SettingsError: Styles are missing or have mistakes.
    """
    kept = kept or Cache(None)
    styles = read_known_styles(configuration, kept)
    run = ValeRun(styles, least or configuration.least, glob, ignores_syntax, kept)
    run.notes += styles.notes
    if not configuration.turns_rules_on:
        run.notes.append(f"{configuration.path}: {NO_RULE}")
    return run


_runs: list[ValeRun] = []


def _start(styles: KnownStyles, least: str, ignores_syntax: bool) -> None:
    """Make a process's own rules, unless it has them: patterns do not travel."""
    if not _runs:
        _runs[:] = [ValeRun(styles, least, ignores_syntax=ignores_syntax)]


def _check_there(each: Text) -> str:
    return _runs[0]._encode(each)


def _as_format(name: str, configuration: Configuration) -> str:
    end = extension_of(name)
    if other := configuration.formats.get(end.strip(".")):
        return f"{name.removesuffix(end)}.{other}"
    return name
