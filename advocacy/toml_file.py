"""TOML as people write it: what it holds, or what is wrong and in which line."""

import re
import tomllib
from dataclasses import replace

from advocacy.errors import Problem
from advocacy.source import Source

# What Python says of a mistake, and what to do about it; the first that fits.
CURES = (
    ("overwrite a value", "This key stands there twice: take one of the two out."),
    ("Cannot declare", "This table stands there twice: write all of it below the first."),
    ("", "Texts stand in quotes, and lists in brackets."),
)
# Python's own bound, below which it makes a number of each that TOML may have.
MOST_DIGITS = 4000
_KEYS = re.compile(r"(?:`[^`]*`: )*(?:`[^`]*`)?")


def parse_toml(source: Source) -> dict[str, object] | Problem:
    """Return the table that a file holds, or the problem that keeps it from being read."""
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        return _problem(error, source.path)
    except ValueError:  # Python makes no number of so many digits
        long = re.search(rf"\d[\d_]{{{MOST_DIGITS},}}", source.text)
        line = source.position(long.start())[0] if long else 0
        cure = "Write it in quotes, if it is a text."
        return Problem(source.path, line, 0, f"A number has more than {MOST_DIGITS} digits. {cure}")
    except RecursionError:
        return Problem(source.path, 0, 0, "This is nested too deep. Take some brackets out.")


def place_problem(problem: Problem, text: str, value: str = "") -> Problem:
    """Give a problem the line of the keys with which its message begins; TOML has no places.

    Args:
        problem: What is wrong.
        text: The file.
        value: A text below the last key, where the problem is one of several.
    """
    told = _KEYS.match(problem.message)
    lines = text.split("\n")
    at = -1
    for key in re.findall(r"`([^`]*)`", told[0]) if told else ():
        begins = re.compile(rf"""\s*(?:\[+\s*)?["']?{re.escape(key)}["']?\s*(?:=|\]|\.)""")
        rest = range(max(at, 0), len(lines))
        at = next((index for index in rest if begins.match(lines[index])), at)
    if problem.line or at < 0:
        return problem
    rest = range(at, len(lines) if value else at)
    quoted = (f'"{value}"', f"'{value}'")
    at = next((index for index in rest if any(each in lines[index] for each in quoted)), at)
    return replace(problem, line=at + 1)


def _problem(error: tomllib.TOMLDecodeError, path: str) -> Problem:
    """Tell where TOML cannot be read, as Python's own message does at its end."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
    told, line, column = found.groups() if found else (str(error), None, None)
    cure = next(cure for words, cure in CURES if words in told)
    return Problem(path, int(line or 0), int(column or 0), f"{told}. {cure}")
