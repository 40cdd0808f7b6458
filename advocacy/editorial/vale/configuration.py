"""What a `.vale.ini` says: where styles lie, which of their rules run on which files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from advocacy.editorial.patterns import PatternError, compile_pattern
from advocacy.editorial.vale.globs import Glob, GlobError, make_glob
from advocacy.editorial.vale.ini import Entry, Ini, Section, read_ini
from advocacy.editorial.vale.vocabulary import Vocabulary, read_vocabularies
from advocacy.errors import Problem, SettingsError, nearest
from advocacy.severity import SEVERITIES
from advocacy.source import Source, read_source

EVERYWHERE = "*"
_CORE = {"StylesPath", "MinAlertLevel", "Vocab", "IgnoredScopes", "SkippedScopes", "IgnoredClasses"}
_PER_SECTION = {
    *("BasedOnStyles", "BlockIgnores", "IgnorePatterns", "TokenIgnores", "CommentDelimiters"),
}
# What Vale does at these keys needs the network, other programs or other formats.
_LEFT_ALONE = {"Packages", "NLPEndpoint", "WordTemplate", "Transform", "View", "Lang"}
_OTHER_SECTIONS = {"", EVERYWHERE, "DEFAULT", "formats", "asciidoctor"}

# What is named by mistake, and would read as a `.vale.ini` that says nothing.
_OTHER_FILES = {
    ".yml": "a file of YAML, such as a rule",
    ".yaml": "a file of YAML, such as a rule",
    ".toml": "a file of TOML",
    ".json": "a file of JSON",
    ".md": "a text",
    ".txt": "a text",
}
_NAME_IT = "Name one that says where rules lie (`StylesPath`), or in `packs` a folder of rules."


@dataclass(frozen=True, slots=True)
class Part:
    """What one section says about the files that it means.

    Attributes:
        glob: Which files; None means all.
        styles: Those whose rules run; None where the section does not say.
        switches: Rules and styles by name, turned on or off.
        levels: Rules and styles by name, and the level they have.
        block_ignores: Patterns of blocks that nothing reads.
        token_ignores: Patterns of what nothing reads inside of a block.
        delimiters: What else opens and closes a comment.
    """

    glob: Glob | None
    styles: tuple[str, ...] | None = None
    switches: Mapping[str, bool] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)
    block_ignores: tuple[str, ...] = ()
    token_ignores: tuple[str, ...] = ()
    delimiters: tuple[str, ...] = ()

    def means(self, *paths: str) -> bool:
        """Say whether the section is about a file, by any of its names."""
        return self.glob is None or any(self.glob.matches(path) for path in paths)


@dataclass(frozen=True, slots=True)
class Configuration:
    """A whole `.vale.ini`.

    Attributes:
        path: The file.
        styles_paths: The folders in which styles are looked for.
        least: The least severity that is shown.
        parts: The sections in their order; `[*]` comes first.
        formats: Which ends of names are read as which.
        skipped_inline: Inline elements whose words are masked.
        skipped_blocks: Block elements whose words are not read.
        skipped_classes: Classes of elements whose words are not read.
        notes: What it says that is not followed, for people to read.
    """

    path: str
    styles_paths: tuple[Path, ...] = ()
    least: str = SEVERITIES[0]
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    parts: tuple[Part, ...] = ()
    formats: Mapping[str, str] = field(default_factory=dict)
    skipped_inline: tuple[str, ...] = ()
    skipped_blocks: tuple[str, ...] = ()
    skipped_classes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def styles(self) -> tuple[str, ...]:
        """Every style that some section names, each once."""
        return tuple(dict.fromkeys(style for part in self.parts for style in part.styles or ()))

    @property
    def turns_rules_on(self) -> bool:
        """Say whether any rule can run on any file."""
        return any(part.styles or any(part.switches.values()) for part in self.parts)


def read_configuration(file: Path, path: str = "") -> Configuration:
    """Read a `.vale.ini`; folders in it are relative to its own.

    Args:
        file: The file on disk.
        path: What to call it in problems; its own path by default.

    Raises:
        SettingsError: It cannot be read or followed; every mistake in it.
    """
    source = read_source(file, path or str(file))
    if isinstance(source, Problem):
        raise SettingsError(problems=[source])
    if file.suffix in _OTHER_FILES:
        told = f"This is {_OTHER_FILES[file.suffix]}, and no .vale.ini."
        raise SettingsError(f"{source.path}: {told} {_NAME_IT}")
    return _Reader(source, file.parent).read()


class _Reader:
    """Reads the keys, and keeps every mistake and everything left alone."""

    def __init__(self, source: Source, folder: Path) -> None:
        self.ini: Ini = read_ini(source)
        self.folder = folder
        self.problems: list[Problem] = []
        self.notes: list[str] = []

    def read(self) -> Configuration:
        core = self.ini.section("").entries
        for entry in core.values():
            self.known(entry, _CORE, _PER_SECTION, "above the first section")
        folders = self.styles_paths(core)
        vocabulary = read_vocabularies(_items(core, "Vocab"), folders)
        if isinstance(vocabulary, str):
            self.problem(core["Vocab"], vocabulary)
            vocabulary = Vocabulary()
        configuration = Configuration(
            self.ini.path,
            folders,
            self.least(core),
            vocabulary,
            tuple(self.parts()),
            {key: each.value for key, each in self.ini.section("formats").entries.items()},
            _items(core, "IgnoredScopes"),
            _items(core, "SkippedScopes"),
            _items(core, "IgnoredClasses"),
            tuple(self.notes),
        )
        if self.problems:
            raise SettingsError(problems=self.problems)
        return configuration

    def known(self, entry: Entry, here: set[str], elsewhere: set[str], where: str) -> bool:
        """Say whether a key may stand where it does; what is not followed is said."""
        if entry.key in here:
            return True
        if entry.key in elsewhere:
            self.problem(entry, f"`{entry.key}` does not stand {where}. Move it.")
        elif entry.key in _LEFT_ALONE:
            self.notes.append(f"{self.place(entry)}: `{entry.key}` is not followed here.")
        else:
            hint = nearest(entry.key, here | elsewhere)
            self.notes.append(f"{self.place(entry)}: `{entry.key}` is no key of Vale.{hint}")
        return False

    def styles_paths(self, core: Mapping[str, Entry]) -> tuple[Path, ...]:
        entry = core.get("StylesPath")
        folders = [self.folder / value for value in entry.values] if entry else []
        for folder in folders:
            if entry and not folder.is_dir():
                self.problem(entry, f"There is no folder `{folder}`. Name the one with the styles.")
            elif (folder / ".vale-config").is_dir():
                self.notes.append(f"{folder / '.vale-config'}: is not followed here.")
        return tuple(folders)

    def least(self, core: Mapping[str, Entry]) -> str:
        entry = core.get("MinAlertLevel")
        level = entry.items[-1] if entry and entry.items else SEVERITIES[0]
        if entry and level not in SEVERITIES:
            levels = ", ".join(f"`{each}`" for each in SEVERITIES)
            cure = nearest(level, SEVERITIES) or f" Levels are {levels}."
            self.problem(entry, f"`{level}` is no level.{cure}")
        return level

    def parts(self) -> Iterator[Part]:
        if everywhere := self.ini.sections.get(EVERYWHERE):
            yield self.part(everywhere, None)
        for name, section in self.ini.sections.items():
            if name in _OTHER_SECTIONS:
                continue
            try:
                yield self.part(section, make_glob(name))
            except GlobError as error:
                self.problems.append(Problem(self.ini.path, section.line, 0, str(error)))

    def part(self, section: Section, glob: Glob | None) -> Part:
        switches, levels = {}, {}
        for entry in section.entries.values():
            if "." not in entry.key and entry.key in _CORE | _PER_SECTION | _LEFT_ALONE:
                self.known(entry, _PER_SECTION, _CORE, "in a section")
                continue
            switches[entry.key] = entry.value in {"YES", *SEVERITIES}
            if entry.value in SEVERITIES:
                levels[entry.key] = entry.value
        entries = section.entries
        delimiters = _items(entries, "CommentDelimiters")
        if "CommentDelimiters" in entries and len(delimiters) != 2:
            message = f"There are {len(delimiters)} delimiters. Write two, such as `{{/*, */}}`."
            self.problem(entries["CommentDelimiters"], message)
        return Part(
            glob,
            _items(entries, "BasedOnStyles") if "BasedOnStyles" in entries else None,
            switches,
            levels,
            self.patterns(entries, "BlockIgnores") + self.patterns(entries, "IgnorePatterns"),
            self.patterns(entries, "TokenIgnores"),
            delimiters,
        )

    def patterns(self, entries: Mapping[str, Entry], key: str) -> tuple[str, ...]:
        items = _items(entries, key)
        for item in items:
            try:
                compile_pattern(item)
            except PatternError as error:
                self.problem(entries[key], str(error))
        return items

    def problem(self, entry: Entry, message: str) -> None:
        self.problems.append(Problem(self.ini.path, entry.line, 0, message, "Vale.Ini"))

    def place(self, entry: Entry) -> str:
        return f"{self.ini.path}:{entry.line}"


def _items(entries: Mapping[str, Entry], key: str) -> tuple[str, ...]:
    return entries[key].items if key in entries else ()
