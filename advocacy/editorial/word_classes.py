r"""What `\w`, `\d` and `\s` mean: any letter, or those of ASCII alone, as Vale has it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ONLY_ASCII = ContextVar("only_ascii", default=False)
_STEP = re.compile(r"\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]|.", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_INSIDE = {"w": "a-zA-Z0-9_", "d": "0-9", "s": r"\t\n\f\r "}


@contextmanager
def ascii_classes() -> Iterator[None]:
    r"""Let patterns that are compiled within mean ASCII alone; `\b` goes on to know all letters."""
    token = _ONLY_ASCII.set(True)
    try:
        yield
    finally:
        _ONLY_ASCII.reset(token)


def settle_classes(pattern: str) -> str:
    """Return a pattern as it is meant where it is compiled."""
    return make_ascii(pattern) if _ONLY_ASCII.get() else pattern


def make_ascii(pattern: str) -> str:
    r"""Write out `\w`, `\d`, `\s` and their opposites as signs of ASCII."""
    if "\\" not in pattern:  # as in most words of a list
        return pattern
    return "".join(_written_out(step[0]) for step in _STEP.finditer(pattern))


def _written_out(step: str) -> str:
    if step.startswith("["):
        return _ESCAPE.sub(_inside, step)
    kind = step[1:] if step.startswith("\\") else ""
    if kind.lower() not in _INSIDE:
        return step
    return f"[{'^' if kind.isupper() else ''}{_INSIDE[kind.lower()]}]"


def _inside(escape: re.Match[str]) -> str:
    # The opposite of a class cannot stand inside of another one.
    return _INSIDE.get(escape[1], escape[0])
