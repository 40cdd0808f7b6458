"""Rules that find the same thing said twice in a row."""

from collections.abc import Collection, Iterator
from typing import Any

from advocacy import fields
from advocacy.editorial.kinds.exceptions import make_exempt
from advocacy.editorial.kinds.kind import (
    MOST,
    SENTENCES,
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
from advocacy.editorial.patterns import compile_pattern, find_all
from advocacy.editorial.sentences import split_sentences
from advocacy.schema import Field


def make_search(options: Options) -> Search:
    """Compile tokens of which two neighbours may not be the same.

    Raises:
        OptionError: A token is no pattern, or there is none.
    """
    values: dict[str, Any] = dict(options)
    check_patterns("tokens", values["tokens"])
    check_patterns("exceptions", values["exceptions"])
    if not values["tokens"]:
        raise OptionError("tokens", "There is nothing to look for. Add `tokens:`.")
    ignorecase = values["ignorecase"]
    source = f"(?:{'|'.join(values['tokens'])})"
    pattern = compile_pattern(source, ignorecase=ignorecase, by_lines=False)
    exempt = make_exempt(values["exceptions"], accepted_words(values))
    split = values.get(SENTENCES, split_sentences)

    def find(text: str, _: Collection[int] | None = None, /) -> Iterator[Hit]:
        count = begin = 0
        before = ""
        for match in find_all(pattern, text):
            said = match[0].strip()
            folded = said.casefold() if ignorecase else said
            repeats = said and folded == before and (not values["alpha"] or said.isalpha())
            count += bool(repeats)
            if repeats and count > values["max"]:
                whole = text[begin : match.end()]
                # The end of a sentence and the beginning of the next may well be alike.
                is_one = len(list(split(whole))) == 1
                if is_one and not exempt.lets_pass(text, begin, match.end()):
                    yield Hit(begin, match.end(), (said,))
                    count = 0
            before, begin = folded, match.start()

    return Search(lambda: find)


KIND = Kind(
    "repetition",
    "Finds the same thing said twice in a row.",
    (
        Field("tokens", pattern_texts, default=()),
        Field("max", fields.number(0, MOST), default=0),
        Field("ignorecase", fields.flag, default=False),
        Field("alpha", fields.flag, default=False),
        *VOCABULARY_FIELDS,
    ),
    make_search,
)
