"""How Liquid is written: tags, outputs, filters and parameters."""

import re
from collections.abc import Iterator, Mapping

from advocacy.imports.enclosed import Enclosed, find_enclosed

STRING = r"(?:\"[^\"]*\"|'[^']*'|“[^“”]*”)"

_TOKEN = re.compile(r"(?P<tag>\{%-?)|(?P<output>\{\{-?)")
_TOKEN_ENDS = {"tag": re.compile(r"-?%\}"), "output": re.compile(r"-?\}\}")}
HIGHLIGHT = re.compile(
    r"\{%-?\s*highlight\b(?P<arguments>[^%]*?)-?%\}(?P<inner>.*?)"
    r"\{%-?\s*endhighlight\s*-?%\}",
    re.DOTALL,
)
_RAW = re.compile(r"\{%-?\s*(?P<tag>raw|verbatim)\s*-?%\}")
_RAW_ENDS = {tag: re.compile(rf"\{{%-?\s*end{tag}\s*-?%\}}") for tag in ("raw", "verbatim")}
RAW_TAG = re.compile(r"\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}")

# Braces that belong to no whole tag or output.
REMAINS = re.compile(r"\{\{+|\{%|\}\}+|%\}")

_QUOTES = {'"': '"', "'": "'", "“": "”"}
# A value that is longer than this, and holds quotes of its own, is none.
_PARAMETER = re.compile(
    r"(?<![\w-])([A-Za-z_][\w-]*)\s*[:=]\s*(?:\"(.{0,1000}?)\"|'(.{0,1000}?)')"
    r"(?=\s*,?\s*(?:[A-Za-z_][\w-]*\s*[:=]|$))",
    re.DOTALL,
)


def find_tokens(text: str) -> Iterator[Enclosed]:
    """Find tags and outputs: `tag` or `output` is the group that opens one."""
    return find_enclosed(text, _TOKEN, lambda opening: _TOKEN_ENDS[str(opening.lastgroup)])


def find_raw(text: str) -> Iterator[Enclosed]:
    """Find what Liquid shows as it is."""
    return find_enclosed(text, _RAW, lambda opening: _RAW_ENDS[opening["tag"]])


def is_string(text: str) -> bool:
    """Say whether a text is one literal in quotes."""
    return re.fullmatch(STRING, text.strip(), re.DOTALL) is not None


def unquote(text: str) -> str:
    """Return a text without the quotes around it."""
    return text.strip().strip(",").strip().strip("\"'“”")


def read_output(inside: str) -> tuple[str, list[tuple[str, str]]]:
    """Cut an output into its base and its filters, each with its argument."""
    base, *filters = _split_pipes(inside)
    named = [each.partition(":") for each in filters]
    return base.strip(), [(name.strip(), unquote(argument)) for name, _, argument in named]


def _split_pipes(inside: str) -> list[str]:
    """Cut an output at each pipe behind which every quote is closed."""
    pieces, end = [], len(inside)
    # Whether all is closed from an offset on, and where the nearest of each closing quote is.
    is_closed, nearest = [True] * (end + 1), dict.fromkeys(_QUOTES.values(), end)
    for at in reversed(range(len(inside))):
        sign = inside[at]
        behind = nearest[_QUOTES[sign]] + 1 if sign in _QUOTES else at + 1
        is_closed[at] = behind < len(is_closed) and is_closed[behind]
        if sign in nearest:
            nearest[sign] = at
        if sign == "|" and is_closed[at + 1]:
            pieces.append(inside[at + 1 : end])
            end = at
    return [*reversed([*pieces, inside[:end]])]


def read_parameters(arguments: str) -> Mapping[str, str]:
    """Read `key="value"` and `key: "value"` pairs; a value may hold quotes of its own."""
    return {
        match[1]: match[2] if match[2] is not None else match[3]
        for match in _PARAMETER.finditer(arguments.strip())
    }


def read_strings(arguments: str) -> list[str]:
    """Return the literals of a tag in their order."""
    return [unquote(found) for found in re.findall(STRING, arguments, re.DOTALL)]
