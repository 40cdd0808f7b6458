"""What .NET's regular expressions, which Vale has, write otherwise than those here."""

import re

from advocacy.editorial.word_classes import settle_classes

_STEP = re.compile(
    r"\\k(?:<(?P<angle>\w+)>|'(?P<quote>\w+)')"
    r"|\\[pPxuUN]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]"
    r"|(?P<brace>\{)(?!\d+(?:,\d*)?\})",
    re.DOTALL,
)


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
    name = step["angle"] or step["quote"]
    return f"(?P={name})" if name else step[0]
