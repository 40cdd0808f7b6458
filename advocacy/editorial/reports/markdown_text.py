"""Texts of other people in Markdown of ours: they are read as they are written, and do nothing.

A forge looks for names, numbers and addresses in what is left once the Markdown is read, so that no
backslash and no entity helps there: a sign without a width parts them.
"""

import re
from urllib.parse import quote

from advocacy.editorial.reports.visible import make_visible

NO_WIDTH = "\u200b"
_MARKS = re.compile(r"([\\`*_{}\[\]|~])")
# What is a mark at the start of a line alone; a slash is an order to GitLab there.
_FIRST = re.compile(r"([#+>=-]|\d+(?=[.)]))")
# `@ana`, `#12` and `!12`, `~label`, `%milestone`, `GH-12`, `:tada:`, `https://`, `www.`
_NAMING = re.compile(
    r"[@#!~%$&^](?=[\w\"'])|\bgh-(?=\d)|:(?=//|[a-z+-][\w+-]*:)|\b(?:mailto|xmpp):|\bwww(?=\.)",
    re.IGNORECASE,
)
_TICKS = re.compile(r"`+")


def make_plain(text: str) -> str:
    """Return a text as Markdown that shows it as it is, in one line."""
    one_line = make_visible(" ".join(text.split())).strip()
    parted = part_names(one_line).replace("&", "&amp;").replace("<", "&lt;")
    return _MARKS.sub(r"\\\1", parted)


def make_line(text: str) -> str:
    """Return Markdown of ours as a line of its own, which begins with no mark and no order."""
    text = text.lstrip(" ")  # behind which a mark is one all the same
    if text.startswith("/"):
        return NO_WIDTH + text
    found = _FIRST.match(text)
    if found is None:
        return text
    at = found.start() if found[0] in "#+>=-" else found.end()
    return f"{text[:at]}\\{text[at:]}"


def make_code_span(text: str) -> str:
    """Return a text as code in a line; nothing where there is none."""
    one_line = make_visible(" ".join(text.split())).strip()
    if not one_line:
        return ""
    ticks = "`" * (_longest(one_line) + 1)
    pad = " " if one_line[0] == "`" or one_line[-1] == "`" else ""
    return f"{ticks}{pad}{one_line}{pad}{ticks}"


def make_fenced(text: str, language: str = "") -> str:
    """Return lines as code, in a fence that none of them closes; Windows line ends stay."""
    shown = "\n".join(map(_visible_with_end, text.split("\n")))
    fence = "`" * max(3, _longest(shown) + 1)
    return f"{fence}{language}\n{shown}\n{fence}"


def make_visible_line(line: str) -> str:
    """Return a line with its tabs, and without what turns it around or commands a terminal."""
    return "\t".join(map(make_visible, line.split("\t")))


def make_link(text: str, address: str) -> str:
    """Return a text that leads to a web address; the text alone where that is none."""
    plain = make_plain(text)
    if not plain or not address.startswith(("https://", "http://")):
        return plain
    return f"[{plain}](<{quote(address, safe=_KEPT)}>)"


def part_names(text: str) -> str:
    """Return a text in which no forge finds a person, a number or an address to link to."""
    return _NAMING.sub(lambda found: found[0] + NO_WIDTH, text)


_KEPT = "%/:?#[]@!$&'()*+,;=~"


def _visible_with_end(line: str) -> str:
    bare = line.removesuffix("\r")
    return make_visible_line(bare) + line[len(bare) :]


def _longest(text: str) -> int:
    return max((len(found[0]) for found in _TICKS.finditer(text)), default=0)
