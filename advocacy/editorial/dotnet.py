"""What .NET's regular expressions, which Vale has, write otherwise than those here."""

import re

from advocacy.editorial.word_classes import settle_classes

_STEP = re.compile(
    r"\\k(?:<(?P<angle>\w+)>|'(?P<quote>\w+)')|\\x\{(?P<hex>[0-9A-Fa-f]{1,6})\}"
    r"|\\[pPxuUN]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]"
    r"|(?P<brace>\{)(?!\d+(?:,\d*)?\})",
    re.DOTALL,
)
# What is known here and not there, or is another thing.
_FOREIGN = re.compile(
    r"\\[^pP]|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]"
    r"|(?P<foreign>(?:[*+?]|\{[\d,]+\})\+|\((?:\?(?:\||R\)|\d|&|P>)|\*)"
    r"|\\[pP]\{(?:[^}]*=|Is|Alphabetic)[^}]*\}?)",
    re.DOTALL,
)


def find_foreign(pattern: str) -> str:
    """Return the first part of a pattern that .NET does not know; nothing where it knows all."""
    return next((each["foreign"] for each in _FOREIGN.finditer(pattern) if each["foreign"]), "")


def settle(pattern: str) -> str:
    r"""Return a pattern in which `{` counts where it does in .NET, and `\k<name>` is known.

    Here `a{e}` would be any text that is a little like `a`, and `a{,3}` up to three of them.
    `\w` and its like mean what they are to mean where the pattern is compiled.
    """
    if "{" in pattern or r"\k" in pattern:
        pattern = _STEP.sub(_settled, pattern)
    return settle_classes(pattern)


def _settled(step: re.Match[str]) -> str:
    if step["brace"]:
        return r"\{"
    if step["hex"]:
        return rf"\U{step['hex']:0>8}"
    name = step["angle"] or step["quote"]
    return f"(?P={name})" if name else step[0]
