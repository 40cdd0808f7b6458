"""Fonts that a drawing brings along: whole files within it, and none that has to be fetched."""

import base64
import binascii
import re
from typing import Any

import tinycss2

from advocacy.markup.pictures.svg.values import Tokens, is_harmless

WITHIN = re.compile(
    r"\s*data:(?:font|application)/[\w.+-]+(?:;charset=[\w-]+)?;base64,", re.IGNORECASE | re.ASCII
)
# How a file of each kind begins, which is believed; what it is called is not.
KINDS = {b"wOF2": "woff2", b"wOFF": "woff", b"OTTO": "otf", b"\0\1\0\0": "ttf"}
DESCRIPTORS = frozenset("font-family font-stretch font-style font-weight unicode-range".split())


def clean_face(rule: Any) -> str:
    """Return a `@font-face` with the first font of its sources that lies within it, or nothing."""
    told: dict[str, str] = {}
    for each in tinycss2.parse_blocks_contents(rule.content or (), True, True):
        if each.type != "declaration":
            continue
        if each.lower_name == "src":
            told["src"] = next(filter(None, map(_font, each.value)), "")
        elif each.lower_name in DESCRIPTORS and _describes(each.value):
            told[each.lower_name] = tinycss2.serialize(each.value).strip()
    if not (told.get("src") and told.get("font-family")):
        return ""
    return f"@font-face{{{';'.join(f'{name}:{value}' for name, value in told.items())}}}"


def _describes(tokens: Tokens) -> bool:
    return is_harmless(each for each in tokens if each.type != "unicode-range")


def _font(token: Any) -> str:
    """Return the source that a `url` is; nothing where it is no font, or lies elsewhere."""
    address = token.value if token.type == "url" else ""
    if token.type == "function" and token.lower_name == "url":
        address = "".join(each.value for each in token.arguments if each.type == "string")
    start = WITHIN.match(address)
    if not start:
        return ""
    try:
        content = base64.b64decode("".join(address[start.end() :].split()), validate=True)
    except binascii.Error:
        return ""
    kind = KINDS.get(content[:4])
    packed = base64.b64encode(content).decode("ascii")
    return f"url(data:font/{kind};base64,{packed})" if kind else ""
