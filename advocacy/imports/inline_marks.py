"""Marks within a line that CommonMark and our renderer read otherwise."""

import html
import re

from advocacy.imports.parts import change_text

_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\\n")
# Addresses hold `~` as they like: `#:~:text=` leads to a passage of a page.
_ADDRESS = (
    r"\]\((?:[^\s()]|\([^\s()]*\))*|<[a-zA-Z/][^<>]*>|https?://[^\s<>]+|^ {0,3}\[[^\]\n]+\]:.*$"
)
_STRUCK = re.compile(
    rf"(?P<address>{_ADDRESS})"
    r"|(?<![\\~])(?P<mark>~~?)(?=[^\s~])(?P<words>(?:[^~\n]|\n(?!\n))*?[^\s~\\])(?P=mark)(?!~)",
    re.MULTILINE,
)

# What a backslash may stand before in CommonMark, and here is shown with it.
_ESCAPED = re.compile(r"(\\\\)|\\([\"$%&',/:;<=?@^~])")


def replace_marks(text: str) -> str:
    """Return a text whose breaks, struck words and escapes mean here what they meant there."""
    return change_text(text, _change)


def _change(run: str, _in_html: bool) -> str:
    run = _BREAK.sub(r"\1  \n", run)
    run = _STRUCK.sub(lambda match: match["address"] or f"<del>{match['words']}</del>", run)
    return _ESCAPED.sub(lambda match: match[1] or html.escape(match[2]), run)
