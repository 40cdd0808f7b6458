"""Sentences, as a reader tells them apart."""

from collections.abc import Iterator

import regex

# A row of marks is gone through once, and not again from each of them.
# A sentence may begin with a name in small letters, such as `example.org` or `eBook`.
_END = regex.compile(
    r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+(?=\s++["'“‘„«(\[*¿¡]*
        (?:[\p{Lu}\p{Lt}\p{Lo}\p{N}]|\p{Ll}[\p{Ll}\p{N}-]*\.\p{Ll}{2}|\p{Ll}{1,2}\p{Lu}))
    |[。！？]+[」』”）]*""",
    regex.VERBOSE,
)
# The longest of these, with its dot and what stands before it, and some room.
LONGEST_NO_END = 12
_NO_END = regex.compile(
    r"""(?:^|[\s("'“])(?:Mr|Mrs|Ms|Dr|Prof|St|vs|e\.g|i\.e|cf|No|Nr|p|pp|ca|z\.B|d\.h|bzw|
    approx|dept|est|Fig|Inc|Ltd|Jr|Sr|U\.S|\p{Lu})\.$""",
    regex.VERBOSE,
)


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends, white space around it left out."""
    begin = 0
    for match in _END.finditer(text):
        if _NO_END.search(text, max(begin, match.end() - LONGEST_NO_END), match.end()):
            continue
        yield from trimmed(text, begin, match.end())
        begin = match.end()
    yield from trimmed(text, begin, len(text))


def trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a part of a text without the spaces around it; nothing where there is nothing else."""
    part = text[begin:end]
    if part.strip():
        yield begin + len(part) - len(part.lstrip()), begin + len(part.rstrip())
