"""How Liquid is written: tags, outputs, filters and parameters."""

import re
from collections.abc import Mapping

STRING = r"(?:\"[^\"]*\"|'[^']*'|“[^”]*”)"

TOKEN = re.compile(r"\{%-?(?P<tag>.*?)-?%\}|\{\{-?(?P<output>.*?)-?\}\}", re.DOTALL)
HIGHLIGHT = re.compile(
    r"\{%-?\s*highlight\b(?P<arguments>[^%]*?)-?%\}(?P<inner>.*?)"
    r"\{%-?\s*endhighlight\s*-?%\}",
    re.DOTALL,
)
RAW = re.compile(
    r"\{%-?\s*(?P<tag>raw|verbatim)\s*-?%\}"
    r"(?P<inner>.*?)\{%-?\s*end(?P=tag)\s*-?%\}",
    re.DOTALL,
)
RAW_TAG = re.compile(r"\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}")

# Braces that belong to no whole tag or output.
REMAINS = re.compile(r"\{\{+|\{%|\}\}+|%\}")

_PIPE = re.compile(r"\|(?=(?:[^\"'“]|\"[^\"]*\"|'[^']*'|“[^”]*”)*$)")
_PARAMETER = re.compile(
    r"([A-Za-z_][\w-]*)\s*[:=]\s*(?:\"(.*?)\"|'(.*?)')(?=\s*,?\s*(?:[A-Za-z_][\w-]*\s*[:=]|$))",
    re.DOTALL,
)


def is_string(text: str) -> bool:
    """Say whether a text is one literal in quotes."""
    return re.fullmatch(STRING, text.strip(), re.DOTALL) is not None


def unquote(text: str) -> str:
    """Return a text without the quotes around it."""
    return text.strip().strip(",").strip().strip("\"'“”")


def read_output(inside: str) -> tuple[str, list[tuple[str, str]]]:
    """Cut an output into its base and its filters, each with its argument."""
    base, *filters = _PIPE.split(inside)
    named = [each.partition(":") for each in filters]
    return base.strip(), [(name.strip(), unquote(argument)) for name, _, argument in named]


def read_parameters(arguments: str) -> Mapping[str, str]:
    """Read `key="value"` and `key: "value"` pairs; a value may hold quotes of its own."""
    return {
        match[1]: match[2] if match[2] is not None else match[3]
        for match in _PARAMETER.finditer(arguments.strip())
    }


def read_strings(arguments: str) -> list[str]:
    """Return the literals of a tag in their order."""
    return [unquote(found) for found in re.findall(STRING, arguments, re.DOTALL)]
