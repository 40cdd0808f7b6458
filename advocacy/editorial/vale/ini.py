"""Files in the grammar of `.vale.ini`: keys with values, in sections."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from advocacy.errors import Problem, SettingsError
from advocacy.source import Source

_COMMENT = re.compile(r" [#;]")
_DELIMITER = re.compile(r"[=:]")
_ITEM = re.compile(r"((?:\\.|[^,\\]|\\$)*)(?:,|$)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\,])")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's values, in the order in which they stand.

    Attributes:
        line: Of the first of them, 1-based.
    """

    key: str
    line: int
    values: tuple[str, ...]

    @property
    def value(self) -> str:
        """The first value, which counts where a key can have one only."""
        return self.values[0]

    @property
    def items(self) -> tuple[str, ...]:
        """The values cut at commas, each item once; a comma may be escaped by a backslash."""
        items = (_ESCAPED.sub(r"\1", item).strip() for value in self.values for item in _cut(value))
        return tuple(dict.fromkeys(item for item in items if item))


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one `[name]`; the name of what stands above the first is empty."""

    name: str
    line: int
    entries: Mapping[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ini:
    """A file, cut into sections.

    Attributes:
        sections: By name, in the order of the file; a name that comes twice is one section.
    """

    path: str
    sections: Mapping[str, Section]

    def section(self, name: str) -> Section:
        """Return a section, or an empty one."""
        return self.sections.get(name, Section(name, 0))


def read_ini(source: Source) -> Ini:
    """Read a file.

    Raises:
        SettingsError: Lines of it are neither a section, nor a comment, nor `key = value`.
    """
    lines: dict[str, int] = {"": 1}
    entries: dict[str, dict[str, list[tuple[int, str]]]] = {"": {}}
    name = ""
    problems = []
    for number, line in _joined(source.text):
        if line.startswith("[") and "]" in line:
            name = line[1 : line.rindex("]")].strip()
            lines.setdefault(name, number)
            entries.setdefault(name, {})
        elif found := _DELIMITER.search(line):
            key = line[: found.start()].strip()
            value = _value(line[found.end() :].strip())
            entries[name].setdefault(key, []).append((number, value))
        else:
            problems.append(_no_entry(source.path, number, line))
    if problems:
        raise SettingsError(problems=problems)
    sections = {each: _section(each, lines[each], entries[each]) for each in entries}
    return Ini(source.path, sections)


def _joined(text: str) -> list[tuple[int, str]]:
    """Return the lines that say something; a backslash at the end joins the next one."""
    joined: list[tuple[int, str]] = []
    continues = False
    for number, line in enumerate(text.split("\n"), 1):
        said = line.strip()
        if continues:
            joined[-1] = (joined[-1][0], joined[-1][1] + said.removesuffix("\\"))
        elif said and said[0] not in "#;":
            joined.append((number, said.removesuffix("\\")))
        else:
            continue
        continues = said.endswith("\\")
    return joined


def _value(written: str) -> str:
    """Take a comment off a value, and one pair of quotes that is around all of it."""
    if written[:1] == "`" and "`" in written[1:]:
        return written[1 : written.index("`", 1)]
    comment = _COMMENT.search(written)
    value = written[: comment.start()].strip() if comment else written
    quoted = len(value) > 1 and value[0] in "\"'" and value.find(value[0], 1) == len(value) - 1
    return value[1:-1] if quoted else value


def _cut(value: str) -> list[str]:
    return [match[1] for match in _ITEM.finditer(value)]


def _section(name: str, line: int, entries: Mapping[str, list[tuple[int, str]]]) -> Section:
    read = {
        key: Entry(key, values[0][0], tuple(value for _, value in values))
        for key, values in entries.items()
    }
    return Section(name, line, read)


def _no_entry(path: str, line: int, seen: str) -> Problem:
    message = f"`{seen}` is neither `[section]` nor `key = value`. Write it as one, or take it out."
    return Problem(path, line, 0, message, "Vale.Ini")
