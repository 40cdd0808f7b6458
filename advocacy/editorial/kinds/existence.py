"""Rules that find words which should not be there."""

from collections.abc import Iterator
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
from advocacy.editorial.patterns import (
    compile_pattern,
    find_all,
    required_words,
    required_words_of,
)
from advocacy.schema import Field


def make_search(options: Options) -> Search:
    """Compile tokens (words, unless `nonword`) and raw parts, which are joined as they are.

    Raises:
        OptionError: A pattern is none, or there is nothing to look for.
    """
    values: dict[str, Any] = dict(options)
    tokens = tuple(token for token in values["tokens"] if token.strip())
    check_patterns("tokens", values["tokens"])
    check_patterns("exceptions", values["exceptions"])
    raw = "".join(values["raw"])
    if not tokens and not raw:
        raise OptionError("tokens", "There is nothing to look for. Add `tokens:` or `raw:`.")
    check_patterns("raw", (raw,))
    words = "|".join(tokens)
    grouped = f"(?:{words})" if values["nonword"] else rf"\b(?:{words})\b"
    parts = [raw, grouped if tokens else ""]
    source = "".join(reversed(parts) if values["append"] else parts)
    pattern = compile_pattern(source, ignorecase=values["ignorecase"])
    # The vocabulary has words; what is no word may well contain one.
    known = () if values["nonword"] else accepted_words(values)
    exempt = make_exempt(values["exceptions"], known)

    def find(text: str) -> Iterator[Hit]:
        for match in find_all(pattern, text):
            if not exempt.lets_pass(text, match.start(), match.end()):
                yield Hit(match.start(), match.end(), (match[0],))

    return Search(lambda: find, required_words(raw) if raw else required_words_of(tokens))


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
