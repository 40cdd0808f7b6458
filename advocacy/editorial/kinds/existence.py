"""Rules that find words which should not be there."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from advocacy import fields
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
    pattern_texts,
)
from advocacy.editorial.kinds.wordings import Wordings, make_wordings
from advocacy.schema import Field


def make_search(options: Options) -> Search:
    """Compile tokens (words, unless `nonword`) and raw parts, which are joined as they are.

    Raises:
        OptionError: A pattern is none, or there is nothing to look for.
    """
    values: dict[str, Any] = dict(options)
    check_patterns("exceptions", values["exceptions"])
    wordings = _make_wordings(values)
    # The vocabulary has words; what is no word may well contain one.
    known = () if values["nonword"] else accepted_words(values)
    exempt = make_exempt(values["exceptions"], known)

    def find(text: str, possible: Collection[int] | None = None, /) -> Iterable[Hit]:
        return (
            Hit(match.start(), match.end(), (match[0],))
            for _, match in wordings.find(text, possible)
            if not exempt.lets_pass(text, match.start(), match.end())
        )

    return Search(lambda: find, wordings.framed)


def _make_wordings(values: Mapping[str, Any]) -> Wordings:
    raw, ignorecase = "".join(values["raw"]), values["ignorecase"]
    tokens = {f"tokens.{at}": each for at, each in enumerate(values["tokens"]) if each.strip()}
    if not tokens:
        if not raw:
            raise OptionError("tokens", "There is nothing to look for. Add `tokens:` or `raw:`.")
        return make_wordings({"raw.0": raw}, ignorecase=ignorecase)
    check_patterns("raw", (raw,))
    before, after = ("(?:", ")") if values["nonword"] else (r"\b(?:", r")\b")
    around = (before, f"{after}{raw}") if values["append"] else (f"{raw}{before}", after)
    return make_wordings(tokens, around, ignorecase=ignorecase)


KIND = Kind(
    "existence",
    "Finds words that should not be there.",
    (
        Field("tokens", pattern_texts, default=()),
        Field("raw", pattern_texts, default=()),
        Field("append", fields.flag, default=False),
        Field("ignorecase", fields.flag, default=False),
        Field("nonword", fields.flag, default=False),
        *VOCABULARY_FIELDS,
    ),
    make_search,
)
