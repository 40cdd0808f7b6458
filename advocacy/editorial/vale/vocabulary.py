"""Vocabularies: words that are right everywhere, and words that are wrong everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from advocacy.editorial.patterns import PatternError, compile_pattern
from advocacy.editorial.vale.style_files import find_files
from advocacy.errors import Problem, SettingsError, nearest
from advocacy.source import read_source

FOLDER = Path("config", "vocabularies")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words as patterns, in the order in which they were read.

    Attributes:
        accepted: No rule that heeds the vocabulary finds these.
        rejected: These are found everywhere.
    """

    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()


def read_vocabularies(names: Iterable[str], styles: Iterable[Path]) -> Vocabulary | str:
    """Read vocabularies by name from the first folder of styles that has each.

    Returns:
        What they hold together; or for the first that there is not, what to say about it.

    Raises:
        SettingsError: Words in them are no regular expressions.
    """
    accepted: list[str] = []
    rejected: list[str] = []
    folders = [folder / FOLDER for folder in styles]
    for name in names:
        found = next((each / name for each in folders if (each / name).is_dir()), None)
        if not found:
            known = [
                each.name for folder in folders if folder.is_dir() for each in folder.iterdir()
            ]
            places = ", ".join(f"`{folder}`" for folder in folders) or "any `StylesPath`"
            return f"There is no vocabulary `{name}` in {places}.{nearest(name, known)}"
        for file in find_files(found, "accept.txt"):
            accepted += read_words(file)
        for file in find_files(found, "reject.txt"):
            rejected += read_words(file)
    return Vocabulary(tuple(accepted), tuple(rejected))


def read_words(file: Path) -> list[str]:
    """Return the words of a list: one a line, lines that begin with `# ` left out.

    Raises:
        SettingsError: It cannot be read, or some are no regular expressions.
    """
    words, problems = [], []
    source = read_source(file, str(file))
    if isinstance(source, Problem):
        raise SettingsError(problems=[source])
    for number, line in enumerate(source.text.splitlines(), 1):
        word = line.strip()
        if not word or word.startswith("# "):
            continue
        try:
            compile_pattern(word)
        except PatternError as error:
            problems.append(Problem(str(file), number, 0, str(error), "Vale.Vocabulary"))
        words.append(word)
    if problems:
        raise SettingsError(problems=problems)
    return words
