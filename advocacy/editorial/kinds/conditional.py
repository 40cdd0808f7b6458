"""Rules by which one thing may be said only where another is said, such as an acronym explained."""

from collections.abc import Collection, Iterator
from typing import Any

from advocacy import fields
from advocacy.editorial.kinds.exceptions import make_exempt
from advocacy.editorial.kinds.kind import (
    VOCABULARY_FIELDS,
    Find,
    Hit,
    Kind,
    Options,
    Search,
    accepted_words,
    check_patterns,
    pattern_text,
)
from advocacy.editorial.patterns import compile_pattern, find_all, within_limit
from advocacy.schema import Field

# The indexes of the patterns.
FIRST, SECOND = range(2)


def make_search(options: Options) -> Search:
    """Compile both patterns.

    Where `second` has a group, each match of `first` must have been caught by it before, or in
    the same block; where it has none, it must be found in the block of `first`.

    Raises:
        OptionError: One is no pattern.
    """
    values: dict[str, Any] = dict(options)
    for key in ("first", "second"):
        check_patterns(key, (values[key],))
    check_patterns("exceptions", values["exceptions"])
    first, second = (compile_pattern(values[key], by_lines=False) for key in ("first", "second"))
    exempt = make_exempt(values["exceptions"], accepted_words(values))

    def begin() -> Find:
        explained: set[str] = set()

        def find(text: str, possible: Collection[int] | None = None, /) -> Iterator[Hit]:
            if second.groups and (possible is None or SECOND in possible):
                caught = (match.groups() for match in find_all(second, text))
                explained.update(each for groups in caught for each in groups if each)
            if possible is not None and FIRST not in possible:
                return
            if not second.groups and within_limit(second.search, text):
                return
            for match in find_all(first, text):
                known = match[0] in explained
                if not known and not exempt.lets_pass(text, match.start(), match.end()):
                    yield Hit(match.start(), match.end(), (match[0],))

        return find

    needed = ("first", "second") if second.groups else ("first",)
    return Search(begin, tuple(values[key] for key in needed))


KIND = Kind(
    "conditional",
    "Wants that one thing is said only where another is said, too.",
    (
        Field("first", pattern_text, required=True, cure="Add `first:` with what needs the other."),
        Field("second", pattern_text, required=True, cure="Add `second:` with what it needs."),
        Field("ignorecase", fields.flag, default=False),
        *VOCABULARY_FIELDS,
    ),
    make_search,
)
