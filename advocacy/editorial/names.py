"""The names that an organisation knows, and the texts that come near to one."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

# A shorter name, or a shorter word in one, is too near to the names of others.
SHORTEST_NAME = 7
SHORTEST_WORD = 5
PREFIX = 3
_TOKEN = re.compile(r"[^\W_]+")
# Where `GitHub` may be taken apart.
_PARTS = re.compile(r"[A-Z]?[^\W_A-Z]+|[A-Z]+")
_DASH = "-‐‑–"
# Between the words of a name: nothing, one of these, or what is behind the S of `U.S. Mail`.
_JOINT = re.compile(rf"[ .'’&{_DASH}]?|(?<=\b\w)\. ")
# Around a part of an address, a handle, a hashtag, or a longer name.
_BEFORE = re.compile(rf"[@#/\\_=]|\w[.&+{_DASH}]")
_AFTER = re.compile(rf"[@/\\_=]|[.&+{_DASH}]\w")
_BEGINS = re.compile(r"[.!?:…][\"'”’)]?\s[\"'“‘„«(\[]?$")
_OPENING = " \n\"'“‘„«(["
# So far back the end of a sentence is looked for.
BACK = 8
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A text that is nearly a name.

    Attributes:
        name: As its owner spells it.
        begin: Where the text begins.
        end: Where it ends.
        is_sure: Whether it differs in nothing but case, accents, spaces and hyphens.
    """

    name: str
    begin: int
    end: int
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Names:
    """Names, ready to be looked for.

    Attributes:
        by_letters: By its letters and digits alone, a name.
        by_word: By how many words it has, which of them, and that word: names in their words.
        by_prefix: By how they begin, the letters of names, the longest first.
        sizes: How many words a name has, most first.
        words: All words of names, and their letters in one word: without one there is no miss.
    """

    by_letters: Mapping[str, str]
    by_word: Mapping[tuple[int, int, str], tuple[tuple[str, ...], ...]]
    by_prefix: Mapping[str, tuple[str, ...]]
    sizes: tuple[int, ...]
    words: frozenset[str]

    def find(self, text: str, *, guesses: bool) -> Iterator[NearMiss]:
        """Yield the texts that are nearly a name, in their order.

        Args:
            text: What somebody wrote.
            guesses: Whether one letter too many, too few, wrong or swapped counts too.
        """
        plains = [plain(word) for word in _TOKEN.findall(text)]
        if self.words.isdisjoint(plains):
            return
        spans = [match.span() for match in _TOKEN.finditer(text)]
        behind = 0
        for index in self._starts(plains):
            if spans[index][0] < behind:
                continue
            found = self._alike(text, spans, plains, index)
            if not found and guesses and text[spans[index][0]].isupper():
                found = self._guess(text, spans, plains, index)
            if found:
                behind = found.end
                if not _is_fine(text, found):
                    yield found

    def _starts(self, plains: Sequence[str]) -> list[int]:
        """Return at which words a name can begin: like one, or with a name's word behind it."""
        alike = [
            index
            for index, word in enumerate(plains)
            if word in self.words or word[:PREFIX] in self.by_prefix
        ]
        return sorted({*alike, *(index - 1 for index in alike if index)})

    def _alike(
        self, text: str, spans: Sequence[tuple[int, int]], plains: Sequence[str], index: int
    ) -> NearMiss | None:
        """Return the longest text from a word on that has a name's letters, right or wrong."""
        first = plains[index]
        if len(first) >= PREFIX and first[:PREFIX] not in self.by_prefix:
            return None
        behind = "".join(plains[index : index + self.sizes[0] + 1])
        for letters in self.by_prefix.get(behind[:PREFIX], ()):
            size = (
                _size_of(letters, plains[index : index + len(letters)])
                if behind.startswith(letters)
                else 0
            )
            window = spans[index : index + size]
            if not window or not _is_joined(text, window):
                continue
            name = self.by_letters[letters]
            # `Git Hub` can be one name, and `all a` cannot.
            is_capital = all(text[begin].isupper() for begin, _end in window)
            if size <= len(_TOKEN.findall(name)) or is_capital:
                return NearMiss(name, window[0][0], window[-1][1], is_sure=True)
        return None

    def _guess(
        self, text: str, spans: Sequence[tuple[int, int]], plains: Sequence[str], index: int
    ) -> NearMiss | None:
        """Return a text from a word on in which one word differs by a letter from a name's."""
        for size in self.sizes:
            words, window = tuple(plains[index : index + size]), spans[index : index + size]
            if len(words) < size or not all(text[begin].isupper() for begin, _end in window):
                continue
            keys = ((size, place, word) for place, word in enumerate(words))
            for known in (each for key in keys for each in self.by_word.get(key, ())):
                if _is_slip(words, known) and _is_joined(text, window):
                    name = self.by_letters["".join(known)]
                    return NearMiss(name, window[0][0], window[-1][1], is_sure=False)
        return None


@lru_cache(maxsize=8)
def make_names(names: tuple[str, ...]) -> Names:
    """Make what finds names, and what is nearly one."""
    by_letters: dict[str, str] = {}
    by_word: dict[tuple[int, int, str], tuple[tuple[str, ...], ...]] = {}
    sizes: set[int] = set()
    known: set[str] = set()
    for name in names:
        words = tuple(plain(word) for word in _TOKEN.findall(name))
        known |= {*words, "".join(words), *map(plain, _PARTS.findall(name))}
        by_letters.setdefault("".join(words), unicodedata.normalize("NFC", name))
        sizes.add(len(words))
        if len("".join(words)) >= SHORTEST_NAME and len(words) > 1:
            for place, word in enumerate(words):
                key = (len(words), place, word)
                by_word[key] = (*by_word.get(key, ()), words)
    by_letters.pop("", None)
    by_prefix: dict[str, tuple[str, ...]] = {}
    for letters in sorted(by_letters, key=lambda each: (-len(each), each)):
        by_prefix[letters[:PREFIX]] = (*by_prefix.get(letters[:PREFIX], ()), letters)
    by_size = tuple(sorted(sizes, reverse=True))
    return Names(by_letters, by_word, by_prefix, by_size, frozenset(known - {""}))


@lru_cache(maxsize=1 << 15)
def plain(word: str) -> str:
    """Return a word without case and accents."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    apart = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
    return "".join(each for each in apart if not unicodedata.combining(each))


def _size_of(letters: str, plains: Sequence[str]) -> int:
    """Return how many of the words make up the letters; 0 where they end within one."""
    left = len(letters)
    for size, word in enumerate(plains, 1):
        left -= len(word)
        if left <= 0:
            return size if left == 0 else 0
    return 0


def _is_joined(text: str, window: Sequence[tuple[int, int]]) -> bool:
    gaps = ((left[1], right[0]) for left, right in pairwise(window))
    return all(_JOINT.fullmatch(text, end, begin) for end, begin in gaps)


def _is_fine(text: str, found: NearMiss) -> bool:
    """Say whether it is the name, a part of something else, or a word that only looks like it."""
    name, seen = found.name, unicodedata.normalize("NFC", text[found.begin : found.end])
    around = text[max(0, found.begin - 2) : found.begin]
    if seen == name or text.startswith(name, found.begin):
        return True
    if _BEFORE.search(around[-1:]) or _BEFORE.fullmatch(around) or _AFTER.match(text, found.end):
        return True
    if not found.is_sure:
        return False
    # `Notify` is a name, and `notify` a word.
    is_word = name.istitle() and " " not in name and seen.casefold() == name.casefold()
    is_loud = seen.isupper() and not name.isupper()
    is_begin = seen[1:] == name[1:] and _is_begin(text, found.begin)
    return is_word or is_loud or is_begin


def _is_begin(text: str, at: int) -> bool:
    """Say whether a sentence begins at an offset."""
    before = text[max(0, at - BACK) : at]
    return bool(_BEGINS.search(before)) or (at <= BACK and not before.strip(_OPENING))


def _is_slip(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Say whether one word differs by one letter from a name's, and not by a plural's."""
    pairs = [(word, other) for word, other in zip(words, known, strict=True) if word != other]
    if len(pairs) != 1:
        return False
    word, other = pairs[0]
    is_long = max(len(word), len(other)) >= SHORTEST_WORD and (word + other).isalpha()
    return is_long and word.rstrip("s") != other.rstrip("s") and _is_one_edit(word, other)


def _is_one_edit(one: str, two: str) -> bool:
    """Say whether a letter more, less, another, or two that are swapped make one the other."""
    short, long = sorted((one, two), key=len)
    if len(long) - len(short) > 1:
        return False
    pairs = enumerate(zip(short, long, strict=False))
    same = next((index for index, (a, b) in pairs if a != b), len(short))
    if len(short) != len(long):
        return short[same:] == long[same + 1 :]
    is_swapped = short[same : same + 2] == long[same : same + 2][::-1]
    behind = same + (2 if is_swapped else 1)
    return short[behind:] == long[behind:]
