"""Texts and notices that tell none of the secrets of their file."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from advocacy.editorial.notice import Notice
from advocacy.editorial.secret_shapes import LEAST_TOLD, SECRET, find_secrets, hide

# So many are searched for in what else is said of their file.
MOST_SECRETS = 100
_WORD = re.compile(r"[\w-]*")


def hide_told(
    notices: tuple[Notice, ...], found: Iterable[Notice], text: str
) -> tuple[Notice, ...]:
    """Return notices in which secrets are hidden.

    Args:
        notices: What is told of a file.
        found: What was found in it, its secrets among that; one that is let pass is hidden too.
        text: What the file says.
    """
    secrets = [each for each in found if each.check == SECRET][:MOST_SECRETS]
    if not secrets:
        return notices
    return tuple(_hide(notice, secrets, text) for notice in notices)


def hide_secrets(text: str, known: Iterable[str] = ()) -> str:
    """Return a text in which each secret is hidden, and each that is known even where it is cut."""
    found = [(start, end) for _, start, end in find_secrets(text)]
    for secret in known:
        found += _find_known(secret, text)
    told, at = "", 0
    # Two secrets may begin alike: where one begins like another, the longer one is hidden.
    for start, end in _joined(found):
        told += text[at:start] + hide(text[start:end])
        at = end
    return told + text[at:]


def _hide(notice: Notice, secrets: list[Notice], text: str) -> Notice:
    known = [text[each.start : each.end] for each in secrets]
    texts = (notice.message, notice.match, notice.description)
    message, match, description = (hide_secrets(each, known) for each in texts)
    # What would be written instead may have the secret in other letters.
    is_in = any(notice.start < each.end and each.start < notice.end for each in secrets)
    told = any(hide_secrets(each, known) != each for each in notice.replacements)
    return notice._replace(
        message=message,
        match=match,
        description=description,
        replacements=() if is_in or told else notice.replacements,
    )


def _find_known(secret: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a secret stands, whole or cut at its end."""
    least = min(len(secret), LEAST_TOLD)
    start = text.find(secret[:least]) if secret else -1
    while start >= 0:
        alike = zip(secret, text[start : start + len(secret)], strict=False)
        end = start + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], alike))
        # What goes on otherwise is another one, of which nothing is known.
        is_cut = least <= end - start < len(secret)
        yield start, _end_of_word(text, end) if is_cut else end
        start = text.find(secret[:least], end)


def _end_of_word(text: str, at: int) -> int:
    found = _WORD.match(text, at)
    return found.end() if found else at


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans in order, those that overlap as one."""
    start = end = 0
    for each in sorted(spans):
        if each[0] < end:
            end = max(end, each[1])
            continue
        if end:
            yield start, end
        start, end = each
    if end:
        yield start, end
