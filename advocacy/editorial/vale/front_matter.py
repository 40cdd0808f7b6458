"""The texts of a file's front matter, as Vale finds them: YAML, TOML or JSON."""

import json
import re
import tomllib
from collections.abc import Iterator

import yaml

try:
    from yaml import CSafeLoader as FastLoader
except ImportError:  # a PyYAML that was built without libyaml
    from yaml import SafeLoader as FastLoader  # type: ignore[assignment]

from advocacy.editorial.vale.blocks import ValeBlock
from advocacy.errors import Problem, SettingsError
from advocacy.markup.pieces import TracedText, join_exact

_BLOCKS = {
    kind: re.compile(rf"\s*{sign}[ \t]*\n((?:.*\n)*?){sign}[ \t]*(?:\n|\Z)")
    for kind, sign in {"yaml": "---", "toml": r"\+\+\+", "json": ";;;"}.items()
}
_TEXT = "tag:yaml.org,2002:str"


def read_fields(text: TracedText, path: str, extension: str) -> Iterator[ValeBlock]:
    """Yield a block for each text in the front matter that stands in it as it reads.

    Raises:
        SettingsError: It is broken, at which Vale stops, too.
    """
    for kind, block in _BLOCKS.items():
        if found := block.match(text.text):
            begin, end = found.span(1)
            line = text.text.count("\n", 0, begin) + 1
            for key, value, place in _values(kind, found[1], path, line):
                if traced := _trace(value, text, begin + place, end):
                    parts = {"text", "frontmatter", *key.split("."), extension}
                    yield ValeBlock(frozenset(parts), traced, is_prose=False)


def _values(kind: str, said: str, path: str, line: int) -> Iterator[tuple[str, str, int]]:
    """Yield the key, the text and, as far as it is known, the place of each value."""
    try:
        if kind == "yaml":
            yield from _yaml_values(said)
            return
        values = tomllib.loads(said) if kind == "toml" else json.loads(said)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = line + (mark.line if mark else 0)
        raise _broken(path, at, error.problem or "a mistake") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _broken(path, line, str(error)) from None
    for key, value in values.items() if isinstance(values, dict) else ():
        if isinstance(value, str):
            yield key, value, 0


def _yaml_values(said: str) -> Iterator[tuple[str, str, int]]:
    root = yaml.compose(said, FastLoader)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if isinstance(value, yaml.ScalarNode) and value.tag == _TEXT:
            yield str(key.value), value.value, value.start_mark.index


def _trace(value: str, text: TracedText, begin: int, end: int) -> TracedText | None:
    """Find a value line by line; None where its first line does not stand as it reads."""
    parts: list[tuple[str, int, int]] = []
    at = begin
    for number, line in enumerate(value.split("\n")):
        found = text.text.find(line, at, end)
        if found < 0 and not number:
            return None
        place = at if found < 0 else found
        if number:
            parts.append(("\n", *text.span(place, place)))
        if found < 0:
            parts.append((line, *text.span(at, at)))
            continue
        parts += text.parts(found, found + len(line))
        at = found + len(line)
    return join_exact(part for part in parts if part[0])


def _broken(path: str, line: int, seen: str) -> SettingsError:
    message = f"The front matter cannot be read: {' '.join(seen.split())}. Mend it."
    return SettingsError(problems=[Problem(path, line, 0, message, "Vale.FrontMatter")])
