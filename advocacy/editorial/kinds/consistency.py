"""Rules that want one of two wordings throughout a file, whichever it is."""

from collections.abc import Collection, Iterator
from typing import Any

import regex

from advocacy import fields
from advocacy.editorial.kinds.kind import (
    Find,
    Hit,
    Kind,
    OptionError,
    Options,
    Search,
    pattern_text,
)
from advocacy.editorial.patterns import (
    PatternError,
    compile_pattern,
    find_all,
    without_captures,
)
from advocacy.schema import Field


def make_search(options: Options) -> Search:
    """Compile pairs of wordings; the hit is the last match in the block that has the second one.

    Raises:
        OptionError: One of a pair is no pattern, or there is no pair.
    """
    values: dict[str, Any] = dict(options)
    pairs: dict[str, str] = values["either"]
    if not pairs:
        raise OptionError("either", "There is nothing to look for. Add `one: other` lines.")
    patterns = [_compile(one, other, values) for one, other in pairs.items()]

    def begin() -> Find:
        seen: list[set[int]] = [set() for _ in patterns]

        def find(text: str, possible: Collection[int] | None = None, /) -> Iterator[Hit]:
            for index in range(len(patterns)) if possible is None else sorted(possible):
                pattern, sides = patterns[index], seen[index]
                matches = list(find_all(pattern, text))
                sides.update(match.lastindex or 0 for match in matches)
                if matches and len(sides) > 1:
                    last = matches[-1]
                    yield Hit(last.start(), last.end(), (last[0],))

        return find

    return Search(begin, tuple(f"{one}|{other}" for one, other in pairs.items()))


def _compile(one: str, other: str, values: dict[str, Any]) -> "regex.Pattern[str]":
    for each in (one, other):
        try:
            compile_pattern(each)
        except PatternError as error:
            raise OptionError(f"either.{one}", str(error)) from None
    sides = "|".join(f"({without_captures(each)})" for each in (one, other))
    source = f"(?:{sides})" if values["nonword"] else rf"\b(?:{sides})\b"
    return compile_pattern(source, ignorecase=values["ignorecase"])


KIND = Kind(
    "consistency",
    "Wants one of two wordings throughout a file, whichever it is.",
    (
        Field(
            "either",
            fields.table_of(pattern_text),
            required=True,
            cure="Add `either:` with `one: other` lines.",
        ),
        Field("ignorecase", fields.flag, default=False),
        Field("nonword", fields.flag, default=False),
    ),
    make_search,
)
