"""A baseline as a file in the repository: one line a fact, sorted, so that branches merge."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from advocacy import fields, schema
from advocacy.editorial.baseline import Baseline, Entry
from advocacy.errors import Problem, SettingsError
from advocacy.json_text import parse_json
from advocacy.replacing import replace_file
from advocacy.schema import Field, FieldError, Node
from advocacy.site import Site

VERSION = 1
LARGEST_FILE_BYTES = 100_000_000
MAKE = "Make it: `advocacy check --update-baseline{}`."
REMAKE = "Make it anew: `advocacy check --update-baseline --force{}`."

# Of a message, the keys that it begins with, and what it says of the last.
_KEYS = re.compile(r"(?:`[^`]*`: )*(?:`[^`]*`)?")
MARK = r"[A-Z]\w*(\.[A-Z]\w*)+ [0-9a-f]{8}-[0-9a-f]{8}"
_mark = fields.pattern(MARK, "A mark is such as `Values.Respect 0123abcd-4567cdef`.")


def read_site_baseline(site: Site) -> Baseline | None:
    """Read the baseline that a site's settings name; None where they name none.

    Raises:
        SettingsError: It is not there, or cannot be read.
    """
    name = site.editorial.baseline
    return read_baseline(site.root / name, name) if name else None


def read_baseline(file: Path, name: str, option: str = "") -> Baseline:
    """Read a baseline.

    Args:
        file: Where it is.
        name: What to call it.
        option: What names it on the command line, such as ` --baseline old.json`; empty where the
            settings do.

    Raises:
        SettingsError: It is not there, or is no baseline.
    """
    make, remake = MAKE.format(option), REMAKE.format(option)
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise SettingsError(f"{name}: is no ordinary file. Take it away. {make}")
    try:
        if file.stat().st_size > LARGEST_FILE_BYTES:
            raise SettingsError(f"{name}: is too large for a baseline. {remake}")
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise SettingsError(f"{name}: There is no such baseline. {make}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        seen = f"byte 0x{error.object[error.start]:02x} is not UTF-8"
        raise SettingsError(f"{name}:{line}: {seen}. {remake}") from None
    except OSError as error:
        raise SettingsError(f"{name}: cannot be read: {error.strerror}. {remake}") from None
    return parse_baseline(text, name, option)


def parse_baseline(text: str, name: str, option: str = "") -> Baseline:
    """Return the baseline that a text holds.

    Raises:
        SettingsError: It holds something else.
    """
    remake = REMAKE.format(option)
    try:
        value = parse_json(text)
        node = schema.make_node(value)
    except json.JSONDecodeError as error:
        cure = "Merge it by hand" if "<<<<<<<" in text or ">>>>>>>" in text else "Mend it"
        told = f"{name}:{error.lineno}:{error.colno}: This is no JSON: {error.msg}."
        raise SettingsError(f"{told} {cure}, or begin again. {remake}") from None
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{name}: This is no baseline: {_told(error)}. {remake}") from None
    record = schema.read_record(node, FIELDS, name, "Baseline")
    if record.problems:
        *others, last = (_placed(problem, text) for problem in record.problems)
        raise SettingsError(problems=[*others, replace(last, message=f"{last.message} {remake}")])
    values: dict[str, Any] = dict(record.values)
    return Baseline(name, values["rules"], values["files"])


def make_baseline_text(baseline: Baseline) -> str:
    """Return a baseline as it is written."""
    files = {
        path: {
            **({"id": entry.id} if entry.id else {}),
            "hash": entry.hash,
            **({"findings": entry.findings} if entry.findings else {}),
        }
        for path, entry in baseline.files.items()
    }
    value = {"version": VERSION, "rules": baseline.rules, "files": files}
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_baseline(baseline: Baseline, file: Path) -> None:
    """Write a baseline, whole or not at all.

    Raises:
        CommandError: It cannot be written.
    """
    replace_file(file, make_baseline_text(baseline).encode(), baseline.name)


def _told(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _placed(problem: Problem, text: str) -> Problem:
    """Give a problem the line of the innermost key that it names at its beginning."""
    at = 0
    for word in re.findall(r"`([^`]*)`", (_KEYS.match(problem.message) or [""])[0]):
        found = text.find(json.dumps(word, ensure_ascii=False), at)
        at = found if found >= 0 else at
    return replace(problem, line=text.count("\n", 0, at) + 1) if at else problem


def _version(node: Node) -> int:
    if node.value != VERSION or isinstance(node.value, bool):
        known = f"This program reads version {VERSION}"
        raise FieldError(f"{schema.quoted(node)} is not known here. {known}; update it.")
    return VERSION


def _files(node: Node) -> dict[str, Entry]:
    """Read the entries; a mistake is told with the path below which it stands."""
    table = fields.table_of(lambda each: each)(node)
    assert isinstance(table, dict)
    files = {}
    for path, each in table.items():
        try:
            files[path] = _entry(each)
        except FieldError as error:
            raise FieldError(f"`{path}`: {error}") from None
    return files


def _entry(node: Node) -> Entry:
    record = schema.read_record(node, ENTRY_FIELDS, "", "Baseline")
    if record.problems:
        raise FieldError(" ".join(problem.message for problem in record.problems))
    values: dict[str, Any] = dict(record.values)
    return Entry(**values)


def _marks(node: Node) -> object:
    marks = fields.table_of(fields.number(1, 1_000_000))(node)
    assert isinstance(marks, dict)
    for mark in marks:
        _mark(Node(mark))
    return marks


_CURE = "Take the file from git, or write it by `advocacy check --update-baseline`."
ENTRY_FIELDS = (
    Field("id", fields.text, default=""),
    Field("hash", fields.text, required=True, cure=_CURE),
    Field("findings", _marks, default={}),
)
FIELDS = (
    Field("version", _version, required=True, cure=f"It is {VERSION} today."),
    Field("rules", fields.table_of(fields.text), required=True, cure=_CURE),
    Field("files", _files, required=True, cure=_CURE),
)
