"""Path patterns as Vale reads them: `*.md`, `docs/**/*.{md,txt}`, `!drafts/*`."""

import re
from dataclasses import dataclass

_STEP = re.compile(
    r"\\(?P<escaped>.)|(?P<stars>\*\*/?|\*)|(?P<one>\?)|\[(?P<set>[^]]+)\]|(?P<other>.)"
)


class GlobError(Exception):
    """A pattern that is none; the text says what was seen and how to mend it."""


@dataclass(frozen=True, slots=True)
class Glob:
    """A compiled pattern."""

    pattern: re.Pattern[str]
    is_negated: bool = False

    def matches(self, path: str) -> bool:
        """Say whether a path, with forward slashes, is meant."""
        return (self.pattern.fullmatch(path) is not None) != self.is_negated


def make_glob(written: str) -> Glob:
    """Compile a pattern; a `*` goes over slashes, unless there is a `**` beside it.

    Raises:
        GlobError: A bracket in it is not closed.
    """
    plain = written.lstrip("!")
    if plain.count("{") != plain.count("}") or plain.count("[") != plain.count("]"):
        raise GlobError(f"A bracket of `{written}` is not closed. Close it.")
    try:
        return Glob(re.compile(_translated(plain), re.DOTALL), written.startswith("!"))
    except re.error:
        raise GlobError(f"`{written}` is no pattern of paths. Write one such as `*.md`.") from None


def _translated(plain: str) -> str:
    within = "[^/]" if "**" in plain else "."
    depth = 0
    out = []
    for step in _STEP.finditer(plain):
        match step.lastgroup:
            case "escaped":
                out.append(re.escape(step["escaped"]))
            case "stars" if step["stars"] == "*":
                out.append(f"{within}*")
            case "stars":
                out.append("(?:.*/)?" if step["stars"].endswith("/") else ".*")
            case "one":
                out.append(within)
            case "set":
                negated = step["set"].startswith(("!", "^"))
                inner = re.sub(r"([\\\[\]&~|])", r"\\\1", step["set"][negated:])
                out.append(f"[{'^' * negated}{inner}]")
            case _:
                depth += (step[0] == "{") - (step[0] == "}")
                out.append(_sign(step[0], depth))
    return "".join(out)


def _sign(sign: str, depth: int) -> str:
    if sign in "{}":
        return "(?:" if sign == "{" else ")"
    return "|" if sign == "," and depth else re.escape(sign)
