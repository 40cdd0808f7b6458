"""Rules that find one wording and name the one to use instead."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import regex

from advocacy import fields
from advocacy.editorial.action import Action
from advocacy.editorial.kinds.exceptions import make_exempt
from advocacy.editorial.kinds.kind import (
    VOCABULARY_FIELDS,
    Hit,
    Kind,
    OptionError,
    Options,
    Search,
    accepted_words,
    check_patterns,
    pattern_text,
)
from advocacy.editorial.kinds.recasing import recase
from advocacy.editorial.kinds.spellings import in_case_of, spellings
from advocacy.editorial.kinds.wordings import Wordings, make_wordings
from advocacy.editorial.message import make_choice
from advocacy.editorial.patterns import (
    PatternError,
    compile_pattern,
    within_limit,
    without_captures,
)
from advocacy.schema import Field

_BACKREFERENCE = regex.compile(r"(?<!\\)(?:\\\\)*\\[1-9]")
_GROUP_NAME = regex.compile(r"\$(?:([0-9]{1,4})|\{([0-9]{1,4})\})")
_BAR = regex.compile(r"(?<!\\)\|")


def make_search(options: Options) -> Search:
    """Compile the swaps, the longest first, into one search.

    Raises:
        OptionError: A key of `swap` is no pattern, or there is none.
    """
    values: dict[str, Any] = dict(options)
    swap: dict[str, str] = values["swap"]
    keys = sorted(swap, key=lambda key: -len(key))
    if not keys:
        raise OptionError("swap", "There is nothing to look for. Add `old: new` lines.")
    wordings = _make_wordings(keys, values)
    check_patterns("exceptions", values["exceptions"])
    exempt = make_exempt(values["exceptions"], accepted_words(values))
    replaces = values.get("action") == Action("replace")
    matches_case = bool(values.get("matchcase"))

    def write(match: "regex.Match[str]", expected: str, *, is_capital: bool) -> Hit:
        if not replaces:
            return _naming(match, expected)
        choices = [_capital(each) if is_capital else each for each in _choices(expected)]
        if matches_case:
            choices = [recase(each, match[0]) for each in choices]
        return _offering(match, choices)

    def find(text: str, possible: Collection[int] | None = None, /) -> Iterator[Hit]:
        for index, match in wordings.find(text, possible):
            value = swap[keys[index]]
            # Only what a group caught makes it worth to match again.
            single = wordings.single(index) if "$" in value else None
            again = within_limit(single.match, text, match.start()) if single else None
            is_capital = values["capitalize"] and match[0][:1].isupper()
            expected = _fill(value, again)
            expected = _capital(expected) if is_capital else expected
            if _is_already(match[0], expected, is_literal=replaces):
                continue
            if not exempt.lets_pass(text, match.start(), match.end()):
                yield write(match, expected, is_capital=is_capital)

    return Search(lambda: find, wordings.framed)


def _naming(match: "regex.Match[str]", expected: str) -> Hit:
    """Return a hit whose message names the new wording, then the old one."""
    named = in_case_of(expected, match[0])
    # A pattern that names a word is no text to write instead.
    known = _choices(expected) if spellings(expected) else ()
    replacements = known if named == expected else (named,)
    return Hit(match.start(), match.end(), (named, match[0]), replacements)


def _offering(match: "regex.Match[str]", choices: Sequence[str]) -> Hit:
    """Return a hit whose message has each choice in quotes, as Vale has it."""
    return Hit(match.start(), match.end(), (make_choice(choices), match[0]), tuple(choices))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _choices(expected: str) -> tuple[str, ...]:
    return tuple(each.replace("\\|", "|") for each in _BAR.split(expected) if each)


def _make_wordings(keys: list[str], values: dict[str, Any]) -> Wordings:
    for key in keys:
        if _BACKREFERENCE.search(key):
            message = f"`{key}` refers back to a group, as `swap` cannot. Write the words out."
            raise OptionError(f"swap.{key}", message)
    return make_wordings(
        {f"swap.{key}": key for key in keys},
        ("(?:", ")") if values["nonword"] else (r"\b(?:", r")\b"),
        ignorecase=values["ignorecase"],
        pieces=[f"({without_captures(key)})" for key in keys],
    )


def _fill(value: str, match: "regex.Match[str] | None") -> str:
    """Put what the key's groups caught in place of `$1`; `US$5` stays where there is no group."""

    def caught(name: "regex.Match[str]") -> str:
        number = int(name[1] or name[2])
        return (match[number] or "") if match and number <= match.re.groups else name[0]

    return str(_GROUP_NAME.sub(caught, value))


def _is_already(observed: str, expected: str, *, is_literal: bool) -> bool:
    """Say whether the text has what the rule wants, which may be a pattern."""
    if is_literal:
        return observed in _choices(expected)
    if observed == expected:
        return True
    try:
        return within_limit(compile_pattern(expected).fullmatch, observed) is not None
    except PatternError:
        return False


KIND = Kind(
    "substitution",
    "Finds one wording and names the one to use instead.",
    (
        Field("swap", fields.table_of(pattern_text), required=True, cure="Add `old: new` lines."),
        Field("ignorecase", fields.flag, default=False),
        Field("nonword", fields.flag, default=False),
        Field("capitalize", fields.flag, default=False),
        *VOCABULARY_FIELDS,
    ),
    make_search,
)
