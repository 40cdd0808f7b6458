"""Rules in folders of Vale styles: which there are, and which of them are needed."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from advocacy.counting import count_of
from advocacy.editorial.kinds.dictionaries import DICTIONARIES, IGNORED
from advocacy.editorial.kinds.kind import SENTENCES, STYLES, VOCABULARY
from advocacy.editorial.kinds.skipped import SKIPPED_KINDS
from advocacy.editorial.rule import NOT_HERE, Rule, extends_of
from advocacy.editorial.style_rule import read_style_rule
from advocacy.editorial.vale.configuration import Configuration
from advocacy.editorial.vale.sentences import split_vale_sentences
from advocacy.editorial.vale.settings import level_everywhere, may_run
from advocacy.editorial.vale.style_files import find_files
from advocacy.editorial.vale.vocabulary import Vocabulary
from advocacy.editorial.word_classes import ascii_classes
from advocacy.errors import Problem, SettingsError, nearest
from advocacy.front_matter import read_yaml
from advocacy.schema import Node, make_node
from advocacy.source import Source, read_source

OWN = "Vale"
_TESTS = (".test.yml", ".test.yaml")
# The rules that Vale brings along; the words of two are those of the vocabulary.
_REPETITION = {
    "extends": "repetition",
    "message": "'%s' is repeated!",
    "level": "error",
    "ignorecase": True,
    "alpha": True,
    "tokens": [r"[^\s.!?]+"],
    "action": {"name": "edit", "params": ["truncate", " "]},
}
_TERMS = {
    "extends": "substitution",
    "message": "Use '%s' instead of '%s'.",
    "level": "error",
    "ignorecase": True,
    "vocab": False,
}
_SPELLING = {
    "extends": "spelling",
    "message": "Did you really mean '%s'?",
    "level": "error",
    "action": {"name": "suggest", "params": ["spellings"]},
}
_AVOID = {"extends": "existence", "message": "Avoid using '%s'.", "level": "error"}


@dataclass(frozen=True, slots=True)
class Styles:
    """The rules of a configuration.

    Attributes:
        rules: By name, such as `Style.Rule`, in the order of their names.
        skipped: By name, those of a kind that is not known here, and the kind; with a reason
            behind it, those that need what is not on this machine.
    """

    rules: Mapping[str, Rule]
    skipped: Mapping[str, str]


def read_styles(configuration: Configuration, *, as_vale: bool = True) -> Styles:
    """Read the rules that run on some file.

    Args:
        configuration: Where they lie, and which they are.
        as_vale: Whether patterns and sentences mean what they mean to Vale, or what they mean here.

    Raises:
        SettingsError: A style is not there, or rules cannot be used; every mistake in them.
    """
    around: dict[str, object] = {STYLES: configuration.styles_paths}
    around |= {SENTENCES: split_vale_sentences} if as_vale else {}
    with ascii_classes() if as_vale else nullcontext():
        return _read(configuration, around)


def read_folder(folder: Path) -> Styles:
    """Read every rule of one style's folder, as patterns mean here.

    Raises:
        SettingsError: Rules in it cannot be used.
    """
    reader = _Reader(Vocabulary(), lambda _rule: True, {STYLES: (folder.parent,)})
    reader.read_folder(folder)
    if reader.problems:
        raise SettingsError(problems=reader.problems)
    return reader.styles(lambda _rule, level: level)


def _read(configuration: Configuration, around: Mapping[str, object]) -> Styles:
    reader = _Reader(configuration.vocabulary, lambda rule: may_run(configuration, rule), around)
    missing = []
    for style in configuration.styles:
        folders = [path / style for path in configuration.styles_paths if (path / style).is_dir()]
        if not folders and style != OWN:
            missing.append(_missing(configuration, style))
        for folder in folders:
            reader.read_folder(folder)
    for file in _single_files(configuration):
        reader.read_file(file)
    if any(may_run(configuration, f"{OWN}.{name}") for name in ("Repetition", "Spelling")):
        reader.read_own()
    problems = missing + reader.problems
    if problems:
        raise SettingsError(problems=problems)
    return reader.styles(lambda rule, level: level_everywhere(configuration, rule, level))


def say_skipped(styles: Styles) -> Iterator[str]:
    """Say which rules were left out, by their kind."""
    for kind in sorted({*styles.skipped.values()}):
        names = [name for name, each in styles.skipped.items() if each == kind]
        name, _, reason = kind.partition(": ")
        told = f"skipped {count_of(len(names), 'rule')}: kind {name} ({', '.join(names)})"
        yield f"{told}: {reason}" if reason else told


def say_unknown(configuration: Configuration, styles: Styles) -> Iterator[str]:
    """Say which rules are turned on that there are not."""
    known = {*styles.rules, *styles.skipped}
    on = {name for part in configuration.parts for name, is_on in part.switches.items() if is_on}
    for name in sorted(on - known):
        if "." in name and not name.startswith(f"{OWN}."):
            yield f"{configuration.path}: There is no rule `{name}`.{nearest(name, known)}"


class _Reader:
    """Reads rules one by one; the first of a name is the one that counts."""

    def __init__(
        self, vocabulary: Vocabulary, wanted: Callable[[str], bool], around: Mapping[str, object]
    ) -> None:
        self.vocabulary = vocabulary
        self.wanted = wanted
        self.around = {VOCABULARY: vocabulary.accepted, **around}
        self.rules: dict[str, Rule] = {}
        self.skipped: dict[str, str] = {}
        self.problems: list[Problem] = []

    def read_folder(self, folder: Path) -> None:
        for file in find_files(folder, "*.yml"):
            if not file.name.endswith(_TESTS):
                self.read_file(file)

    def read_file(self, file: Path) -> None:
        name = f"{file.parent.name}.{file.name.partition('.')[0]}"
        if name in self.rules or name in self.skipped or not self.wanted(name):
            return
        source = read_source(file, str(file))
        node = source if isinstance(source, Problem) else _yaml(source)
        if isinstance(node, Problem):
            self.problems.append(node)
        elif extends_of(node) in SKIPPED_KINDS:
            self.skipped[name] = extends_of(node)
        else:
            self.keep(name, node, str(file))

    def read_own(self) -> None:
        """Make the rules that Vale brings along, as far as they are wanted."""
        accepted, rejected = self.vocabulary.accepted, self.vocabulary.rejected
        if self.wanted(f"{OWN}.Spelling"):
            self.make("Spelling", {**_SPELLING, **self.lists()})
        self.make("Repetition", _REPETITION)
        if accepted:
            self.make("Terms", {**_TERMS, "swap": {word.lower(): word for word in accepted}})
        if rejected:
            self.make("Avoid", {**_AVOID, "tokens": list(rejected)})

    def make(self, name: str, options: Mapping[str, object]) -> None:
        full = f"{OWN}.{name}"
        if not self.wanted(full):
            return
        self.keep(full, make_node(options), full)

    def keep(self, name: str, node: Node, path: str) -> None:
        """Read a rule, and keep it, its problems, or why it cannot run on this machine."""
        rule, problems = read_style_rule(node, path, name, self.around)
        missing = next((each for each in problems if each.code == NOT_HERE), None)
        if missing:
            self.skipped[name] = f"{extends_of(node)}: {missing.message}"
        else:
            self.problems += problems
        if rule:
            self.rules[name] = rule

    def lists(self) -> dict[str, object]:
        """Return the lists of words and the dictionaries that lie in the folders of styles."""
        folders = self.around.get(STYLES, ())
        assert isinstance(folders, tuple)
        words = [str(file) for each in folders for file in find_files(each / IGNORED, "*")]
        names = [file.stem for each in folders for file in find_files(each / DICTIONARIES, "*.dic")]
        return {"ignore": words, "dictionaries": names, "append": True}

    def styles(self, level_of: Callable[[str, str], str]) -> Styles:
        rules = {
            name: replace(rule, level=level_of(name, rule.level))
            for name, rule in sorted(self.rules.items())
        }
        return Styles(rules, dict(sorted(self.skipped.items())))


def _yaml(source: Source) -> Node | Problem:
    return read_yaml(source, 0, len(source.text), is_style=True)


def _single_files(configuration: Configuration) -> Iterator[Path]:
    """Yield the files of rules that are named alone, outside of the styles that are based on."""
    loaded = {*configuration.styles, OWN}
    for part in configuration.parts:
        for name in part.switches:
            style, _, rule = name.partition(".")
            if not rule or style in loaded:
                continue
            files = [path / style / f"{rule}.yml" for path in configuration.styles_paths]
            yield from (file for file in files if file.is_file())


def _missing(configuration: Configuration, style: str) -> Problem:
    paths = configuration.styles_paths
    known = sorted(each.name for path in paths for each in path.iterdir() if each.is_dir())
    places = ", ".join(f"`{path}`" for path in paths) or "any `StylesPath`"
    message = f"There is no style `{style}` in {places}.{nearest(style, known)}"
    return Problem(configuration.path, 0, 0, message, "Vale.Style")
