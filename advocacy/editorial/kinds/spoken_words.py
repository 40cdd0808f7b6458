"""The words of a text as a speller asks for them: without what stands around them."""

import re
from collections.abc import Iterator

_RUN = re.compile(r"\S+")
# Such as `e.g.` and `Mr.`, whose dots belong to them.
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.")
_BEFORE, _BEHIND = "$([\"'", ",)\"]!;.?:'"
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def find_words(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each word begins, and the word, with straight apostrophes in it.

    What spaces part is one word: `don't`, `well-known` and `and/or` are each one, as for Vale.
    """
    straight = straighten(text)
    for run in _RUN.finditer(straight):
        begin, end = run.span()
        while begin < end and not _ABBREVIATION.fullmatch(straight, begin, end):
            if straight[begin] in _BEFORE:
                begin += 1
            elif straight[end - 1] in _BEHIND:
                end -= 1
            else:
                break
        word = straight[begin:end]
        if any(sign.isalpha() for sign in word):
            yield begin, word


def straighten(text: str) -> str:
    """Return a text of the same length with straight quotation marks, as dictionaries have them."""
    return text.translate(_STRAIGHT)
