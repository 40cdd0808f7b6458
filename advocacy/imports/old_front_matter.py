"""The front matter of a source's post: its YAML, with every scalar as the text it was."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from advocacy.errors import Problem
from advocacy.source import Source, read_source

_FENCES = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class OldFile:
    """A file of the source, cut in two.

    Attributes:
        path: Below the source, with forward slashes.
        fields: What the front matter holds: texts, lists and mappings.
    """

    path: str
    fields: Mapping[str, object]
    body: str


class _Loader(yaml.BaseLoader):
    r"""Takes two halves of a sign, such as `\ud83d\ude00` in JSON, for the one that they are."""

    def construct_scalar(self, node: yaml.ScalarNode) -> str:
        text = str(super().construct_scalar(node))
        try:
            return text.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            mark = node.start_mark
            raise yaml.MarkedYAMLError(None, None, "half of a sign stands here", mark) from None


def read_old_file(root: Path, path: str) -> OldFile | Problem:
    """Read a file and its front matter, or say why that cannot be done."""
    source = read_source(root / path, path)
    if isinstance(source, Problem):
        return source
    match = _FENCES.match(source.text)
    if not match:
        message = "There is no front matter. Begin the file with it, between two lines `---`."
        return Problem(path, 1, 0, message, "Import.FrontMatter")
    fields = read_yaml_text(match[1], source, match.start(1))
    if isinstance(fields, Problem):
        return fields
    return OldFile(path, fields, source.text[match.end() :])


def read_yaml_text(text: str, source: Source, start: int = 0) -> Mapping[str, object] | Problem:
    """Read a mapping; dates, numbers and flags stay the text that was written.

    Args:
        text: The YAML.
        source: The file that it is from.
        start: The offset at which it begins there.
    """
    try:
        value = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # YAML ends a line at signs such as U+2028, at which no editor does.
        line, column = source.position(start + mark.index) if mark else (1, 0)
        seen = " ".join(str(getattr(error, "problem", None) or error).split())
        message = f"The YAML cannot be read: {seen}. Mend it there."
        return Problem(source.path, line, column, message, "Import.Yaml")
    except RecursionError:
        message = "The YAML is nested too deep. Close its brackets, or write it more simply."
        return Problem(source.path, 1, 0, message, "Import.Yaml")
    if not isinstance(value or {}, dict):
        message = "The front matter is no list of `key: value` lines. Write it as such."
        return Problem(source.path, 1, 0, message, "Import.Yaml")
    return {str(key): each for key, each in (value or {}).items()}


def text_of(value: object) -> str:
    """Return a scalar as text on one line; nothing for lists and mappings."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def texts_of(value: object) -> list[str]:
    """Return the texts of a list, or of one text as a list of one; empty ones are left out."""
    values = value if isinstance(value, list) else [value]
    return [text for text in map(text_of, values) if text]
