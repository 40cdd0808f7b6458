"""Secrets: keys and passwords, which are known to all once they are written here."""

from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.everywhere import read_everywhere
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.editorial.secret_shapes import SECRET, find_secrets, hide


def find_keys(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find what looks like a secret, in the text as it is written and as it is read."""
    told: set[int] = set()
    for name, start, end, secret in _secrets(manuscript):
        if not told.isdisjoint(range(start, end)):
            continue
        told.update(range(start, end))
        shown = hide(secret)
        message = (
            f"`{shown}` has the form of a secret: {name}. Take it out, and have it changed, for it "
            "is known now."
        )
        yield check.notice(start, end, message, shown)


def _secrets(manuscript: Manuscript) -> Iterator[tuple[str, int, int, str]]:
    written = read_everywhere(manuscript)
    for shape, begin, end in find_secrets(written.text):
        yield shape.name, *written.span(begin, end), written.text[begin:end]
    for unit in manuscript.units["text"]:
        for shape, begin, end in find_secrets(unit.text):
            yield shape.name, *unit.span(begin, end), unit.text[begin:end]


CHECKS = (Check(SECRET, "error", "A key or a password.", find_keys),)
