"""People's names: as the source's posts spell them, or made from the ids that sources use."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from advocacy.slugs import slugify

# A word of a name; what belongs to somebody ends before the `'s`.
_WORD = re.compile(r"[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*")
_GAP = re.compile(r"[ \t]+|[ \t]*\n[ \t]*")
_MOST_WORDS = 5


def is_id(person: str) -> bool:
    """Say whether a source names somebody by an id, such as `alan-brouilette`, not by a name."""
    return not re.search(r"[\sA-Z]", person)


def make_name(person: str) -> str:
    """Return a name for an id: `alan-brouilette` is Alan Brouilette; a name stays as it is."""
    if not is_id(person):
        return " ".join(person.split())
    words = re.split(r"[-_.]+", person)
    return " ".join(word[:1].upper() + word[1:] for word in words if word) or person


def find_names(ids: Iterable[str], texts: Iterable[str]) -> dict[str, str]:
    """Return names that texts spell, by id: Selena Juneau-Vogel is `selena-juneau-vogel`.

    An id may be without hyphens. Of several spellings the one that is used most counts; a name
    of one word could be any word.
    """
    wanted = {_key(person): person for person in ids if is_id(person)}
    beginnings = frozenset(key[:end] for key in wanted for end in range(1, len(key) + 1))
    spelled: dict[str, Counter[str]] = {}
    for text in texts:
        for name, key in _spellings(text, beginnings):
            if key in wanted:
                spelled.setdefault(wanted[key], Counter())[name] += 1
    return {
        person: min(names, key=lambda name: (-names[name], name))
        for person, names in sorted(spelled.items())
    }


def _spellings(text: str, beginnings: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Return each run of words that begins a wanted name, with its key."""
    words = list(_WORD.finditer(text))
    for i, first in enumerate(words):
        if not first[0][0].isupper():
            continue
        key = ""
        for before, word in zip([first, *words[i:]], words[i : i + _MOST_WORDS], strict=False):
            if word is not first and not _is_gap(text[before.end() : word.start()], before[0]):
                break
            key += _key(word[0])
            if key not in beginnings:
                break
            name = " ".join(text[first.start() : word.end()].split())
            if re.search(r"[ -]", name) and word[0][0].isupper() and not name.isupper():
                yield name, key


def _is_gap(between: str, before: str) -> bool:
    """Say whether two words may be of one name; a full stop may only stand behind an initial."""
    plain = between.removeprefix(".") if len(before) == 1 else between
    return _GAP.fullmatch(plain) is not None


@cache
def _key(word: str) -> str:
    return slugify(word).replace("-", "")
