"""Words that a rule lets pass although its pattern matches them."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

import regex

from advocacy.editorial.patterns import compile_pattern, find_all, within_limit

_SPACED = regex.compile(r"[ \t]|\\s")


@dataclass(frozen=True, slots=True)
class Exempt:
    """What a rule lets pass, compiled.

    Attributes:
        words: Lets a match pass in which it is found; None finds nothing.
        phrases: Those of several words, which let a match inside of them pass, in any case.
    """

    words: "regex.Pattern[str] | None" = None
    phrases: "regex.Pattern[str] | None" = None

    def lets_pass(self, text: str, begin: int, end: int) -> bool:
        """Say whether what was matched in a text is an exception.

        Raises:
            RunawayError: The search took too long.
        """
        if self.words and within_limit(self.words.search, text[begin:end].strip()):
            return True
        spans = _spans(self.phrases, text) if self.phrases else ()
        # They do not overlap: none but the last that begins before it can hold it.
        last = bisect_right(spans, begin, key=itemgetter(0)) - 1
        return last >= 0 and end <= spans[last][1]


def make_exempt(exceptions: Iterable[str], vocabulary: Iterable[str] = ()) -> Exempt:
    """Compile exceptions: whole words, in the case in which they are written.

    An exception that begins with `(?i)` holds in any case.

    Args:
        exceptions: The rule's own.
        vocabulary: The words that are accepted everywhere.

    Raises:
        PatternError: One is no regular expression.
    """
    known = dict.fromkeys(each for each in (*exceptions, *vocabulary) if each.strip())
    words = sorted(known, key=lambda word: -len(word))
    if not words:
        return Exempt()
    phrases = [word for word in words if _SPACED.search(word)]
    return Exempt(
        compile_pattern(_any_of(words)),
        compile_pattern(_any_of(phrases), ignorecase=True) if phrases else None,
    )


def _any_of(words: list[str]) -> str:
    return rf"\b(?:{'|'.join(f'(?:{word})' for word in words)})\b"


# A rule asks this of one text again for each match in it.
@lru_cache(maxsize=8)
def _spans(phrases: "regex.Pattern[str]", text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in find_all(phrases, text))
