"""Texts in sentence case and in title case, as capitalization rules want them."""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from advocacy.editorial.patterns import PatternError, compile_pattern

WORD = r"[\p{N}\p{L}*]+[^\s]*"
_NUMBER = regex.compile(r"\d+\.")
# AP: short words stay small, except at both ends. Chicago: prepositions of any length do, too.
AP_SMALL = frozenset(
    "a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split()
)
PREPOSITIONS = frozenset(
    "with from into during including until against among throughout despite towards upon "
    "concerning about over through before between after since without under within along "
    "following across beyond around down near above".split()
)
STYLES = {"AP": AP_SMALL, "Chicago": AP_SMALL | PREPOSITIONS}


@dataclass(frozen=True, slots=True)
class Casing:
    """What decides how the words of a text are written.

    Attributes:
        known: Words and patterns that are written as they are.
        prefix: What is left out at the beginning, such as `a. `; None leaves nothing out.
        indicators: Behind a word that ends so, a new sentence begins.
        small: Words that stay small in title case.
    """

    known: tuple[str, ...] = ()
    prefix: "regex.Pattern[str] | None" = None
    indicators: tuple[str, ...] = ()
    small: frozenset[str] = AP_SMALL

    def sentence(self, text: str) -> str:
        """Return a text with a capital at its beginning, and small letters otherwise."""
        prefix, rest = self._cut(text)
        tokens = [match[0] for match in self._words(rest)]
        return prefix + " ".join(
            self._known(token)
            or (_capital(token) if self._begins(tokens, index) else token.lower())
            for index, token in enumerate(tokens)
        )

    def title(self, text: str) -> str:
        """Return a text with a capital at each word but the small ones."""
        prefix, rest = self._cut(text)
        matches = list(regex.finditer(r"[\p{N}\p{L}]+[^\s\-/]*", rest))
        out, at = [], 0
        for index, match in enumerate(matches):
            is_end = index in {0, len(matches) - 1} or rest[: match.start()].rstrip()[-1:] == ":"
            word = match[0]
            stays = word.lower() in self.small and not is_end
            usual = word.lower() if stays else word[:1].upper() + word[1:]
            out += [rest[at : match.start()], self._known(word) or usual]
            at = match.end()
        return prefix + "".join(out) + rest[at:]

    def _cut(self, text: str) -> tuple[str, str]:
        found = self.prefix.search(text) if self.prefix else None
        return (found[0], text.removeprefix(found[0])) if found else ("", text)

    def _begins(self, tokens: list[str], index: int) -> bool:
        if index == 0:
            return True
        before = tokens[index - 1]
        ends = any(len(before) > len(end) and before.endswith(end) for end in self.indicators)
        return ends or (index == 1 and _NUMBER.search(before) is not None)

    def _words(self, text: str) -> "list[regex.Match[str]]":
        known = rf"\b(?:{'|'.join(self.known)})\b|" if self.known else ""
        return list(compile_pattern(known + WORD, ignorecase=True).finditer(text))

    def _known(self, word: str) -> str:
        for each in self.known:
            if each.casefold() == word.casefold():
                return each
            try:
                if compile_pattern(each).search(word):
                    return word
            except PatternError:
                continue
        return ""


def share_of_words(
    text: str, expected: str, lets_pass: Callable[[str], bool], *, upper: bool, strict_first: bool
) -> float:
    """Return which share of a text's words is written as expected, from 0 to 1.

    Args:
        text: As it is written.
        expected: The same words as they should be.
        lets_pass: Whether a word is right however it is written.
        upper: Whether words in capitals are right.
        strict_first: Whether a first word without a capital makes all of it wrong.
    """
    words, wanted = regex.findall(WORD, text), regex.findall(WORD, expected)
    good = 0
    for index, word in enumerate(words):
        fits = index >= len(wanted) or word == wanted[index] or lets_pass(word)
        if not fits and strict_first and index == 0 and word != _capital(word):
            return 0.0
        good += fits or (upper and word == word.upper())
    return good / len(words) if words else 1.0


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:].lower()
