"""Words that a rule lets pass although its pattern matches them."""

from typing import TypeAlias

import regex

from advocacy.editorial.patterns import compile_pattern, within_limit

Exempt: TypeAlias = "regex.Pattern[str] | None"


def make_exempt(exceptions: tuple[str, ...]) -> Exempt:
    """Compile the exceptions: whole words, in the case in which they are written.

    An exception that begins with `(?i)` holds in any case.
    """
    words = sorted((each for each in exceptions if each.strip()), key=lambda word: -len(word))
    if not words:
        return None
    return compile_pattern(rf"\b(?:{'|'.join(f'(?:{word})' for word in words)})\b")


def is_exempt(match: str, exempt: Exempt) -> bool:
    """Say whether an exception stands anywhere in what was matched.

    Raises:
        RunawayError: The search took too long.
    """
    return exempt is not None and within_limit(exempt.search, match) is not None
