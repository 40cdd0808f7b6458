"""Words written instead of others in the case of those, where a rule has `matchcase`."""

from collections.abc import Iterator

import regex

LOWER, UPPER, TITLE, MIXED = "lower", "upper", "title", "mixed"
_WORD = regex.compile(r"\p{L}+(?:['’]\p{L}+)*")


def recase(replacement: str, observed: str) -> str:
    """Return what is written instead, in the case of what was found, as Vale does.

    Words that both begin or end with keep their own case; those between them take that of all that
    stands between them. What mixes cases in a way of its own leaves them as they are.
    """
    new, old = _WORD.findall(replacement), _WORD.findall(observed)
    if not new or not old:
        return replacement
    cases = iter(_cases(new, old))
    return str(_WORD.sub(lambda word: _written(word[0], next(cases)), replacement))


def _cases(new: list[str], old: list[str]) -> Iterator[str]:
    head = _alike(new, old)
    tail = _alike(new[head:][::-1], old[head:][::-1])
    between = old[head : len(old) - tail]
    case = _case(" ".join(between)) if between else _neighbour(old, head, tail)
    # A phrase with one capital is a beginning; with one at each word, it is a name.
    is_name = len(between) > 1 and all(_case(word) == TITLE for word in between)
    yield from (_case(word) for word in old[:head])
    for index in range(head, len(new) - tail):
        is_inside = case == TITLE and not is_name and index > head
        yield LOWER if is_inside else case
    yield from (_case(word) for word in old[len(old) - tail :])


def _alike(one: list[str], other: list[str]) -> int:
    """Count the words at the beginning of both that are the same but for their case."""
    pairs = zip(one, other, strict=False)
    return next(
        (index for index, (a, b) in enumerate(pairs) if a.casefold() != b.casefold()),
        min(len(one), len(other)),
    )


def _neighbour(old: list[str], head: int, tail: int) -> str:
    """Return the case of the word behind a place at which words come in, or before it."""
    if tail:
        return _case(old[len(old) - tail])
    return _case(old[head - 1]) if head else MIXED


def _case(text: str) -> str:
    letters = [sign for sign in text if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    if not letters:
        return MIXED
    if not capitals:
        return LOWER
    if not any(sign.islower() for sign in letters):
        return UPPER if len(letters) > 1 else TITLE
    return TITLE if capitals == 1 and letters[0].isupper() else MIXED


def _written(word: str, case: str) -> str:
    if case == LOWER:
        return word.lower()
    if case == UPPER:
        return word.upper()
    return word[:1].upper() + word[1:].lower() if case == TITLE else word
