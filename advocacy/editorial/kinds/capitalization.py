"""Rules about capitals: sentence case, title case, small letters, or a pattern."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from advocacy import fields
from advocacy.editorial.kinds.casing import STYLES, Casing, share_of_words
from advocacy.editorial.kinds.exceptions import Exempt, make_exempt
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
    pattern_texts,
)
from advocacy.editorial.patterns import compile_pattern, within_limit
from advocacy.schema import Field

DEFAULT_THRESHOLD = 0.8
# What is wanted of a text, and whether it is so.
Verdict = Callable[[str], tuple[str, bool]]


def make_search(options: Options) -> Search:
    """Compile what a text must look like; the hit is the whole text.

    Raises:
        OptionError: `match`, `prefix` or an exception is no pattern.
    """
    values: dict[str, Any] = dict(options)
    check_patterns("exceptions", values["exceptions"])
    check_patterns("prefix", (values["prefix"],))
    exempt = make_exempt(values["exceptions"], accepted_words(values))
    judge = _verdict(values, exempt)

    def find(text: str, _: Collection[int] | None = None, /) -> Iterator[Hit]:
        if not text.strip():
            return
        expected, is_right = judge(text)
        if not is_right:
            known = (expected,) if values["match"] in {"$title", "$sentence"} else ()
            yield Hit(0, len(text), (text, expected), known)

    return Search(lambda: find)


def _verdict(values: dict[str, Any], exempt: Exempt) -> Verdict:
    match = values["match"]
    if match in {"$title", "$sentence"}:
        return _by_words(values, exempt, is_title=match == "$title")
    if match == "$lower":
        return lambda text: (text.lower(), text == text.lower() or _passes(text, exempt))
    if match == "$upper":
        return lambda text: (text.upper(), text == text.upper() or _passes(text, exempt))
    if match.startswith("$"):
        known = "`$title`, `$sentence`, `$lower` or `$upper`"
        raise OptionError("match", f"`{match}` is none of {known}. Write one, or a pattern.")
    check_patterns("match", (match,))
    pattern = compile_pattern(match, by_lines=False)
    return lambda text: (
        match,
        within_limit(pattern.search, text) is not None or _passes(text, exempt),
    )


def _by_words(values: dict[str, Any], exempt: Exempt, *, is_title: bool) -> Verdict:
    known = sorted((*values["exceptions"], *accepted_words(values)), key=lambda word: -len(word))
    written = values["prefix"]
    prefix = compile_pattern(written, by_lines=False) if written else None
    casing = Casing(tuple(known), prefix, values["indicators"], STYLES[values["style"]])
    make = casing.title if is_title else casing.sentence
    threshold = values["threshold"] or DEFAULT_THRESHOLD

    def judge(text: str) -> tuple[str, bool]:
        expected = make(text)
        reached = share_of_words(
            text,
            expected,
            lambda word: _passes(word, exempt),
            upper=is_title,
            strict_first=not is_title,
        )
        return expected, reached >= threshold

    return judge


def _passes(text: str, exempt: Exempt) -> bool:
    return exempt.words is not None and within_limit(exempt.words.search, text) is not None


KIND = Kind(
    "capitalization",
    "Wants capitals as in a sentence or a title, none at all, or as a pattern has them.",
    (
        Field("match", pattern_text, required=True, cure="Add `match: $sentence`."),
        Field("style", fields.choice(*STYLES), default="AP"),
        Field("indicators", pattern_texts, default=()),
        Field("prefix", pattern_text, default=""),
        Field("threshold", fields.decimal(0, 1), default=0.0),
        *VOCABULARY_FIELDS,
    ),
    make_search,
)
