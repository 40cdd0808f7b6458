"""Brackets that are opened and never closed: more would take the parsers time without bound."""

import re

# The parsers take time with the square of brackets and comments that nothing closes.
PAIRS = (("[", "]"), ("(", ")"), ("<", ">"), ("<!--", "-->"))
MOST_UNCLOSED = 500


def find_unclosed(markdown: str) -> str:
    """Return which bracket a text opens much more often than it closes it, or nothing."""
    for opening, closing in PAIRS:
        unclosed = _unclosed(markdown, opening, closing)
        if unclosed > MOST_UNCLOSED:
            return f"{unclosed} `{opening}` are not closed. Close them, or take them out."
    return ""


def _unclosed(markdown: str, opening: str, closing: str) -> int:
    if markdown.count(opening) <= MOST_UNCLOSED:
        return 0
    depth = 0
    for mark in re.finditer(f"{re.escape(opening)}|{re.escape(closing)}", markdown):
        depth = depth + 1 if mark[0] == opening else max(0, depth - 1)
    return depth
