"""How much of something a text may have: more would take the parsers time without bound."""

import re

from advocacy.markup.raw_html import count_deepest
from advocacy.markup.unclosed import find_unclosed

# The renderer takes time with the square of these.
COUNTED = {
    "headings": re.compile(r"^[ >]*(?:#|(?:=+|-+)[ ]*$)", re.MULTILINE),
    "definitions": re.compile(r"^[ >]*:[ ]", re.MULTILINE),
}
MOST_COUNTED = 500

# And with the marks in one paragraph: 200,000 characters of code spans take it two seconds.
LONGEST_PARAGRAPH = 200_000

# The renderer looks for each tag's beginning among all elements that are open.
MOST_OPEN = 1000


def find_excess(markdown: str) -> str:
    """Return what a text has too much of and how to mend it, or nothing."""
    if unclosed := find_unclosed(markdown):
        return unclosed
    for name, pattern in COUNTED.items():
        count = sum(1 for _ in pattern.finditer(markdown))
        if count > MOST_COUNTED:
            return f"There are {count} {name}. A text may have {MOST_COUNTED}; split it."
    deepest = count_deepest(markdown)
    if deepest > MOST_OPEN:
        return f"{deepest} elements of HTML are open at once. Close them, or split the text."
    longest = max(map(len, re.split(r"\n[ \t]*\n", markdown)))
    if longest > LONGEST_PARAGRAPH:
        told = f"A paragraph has {longest} characters."
        return f"{told} It may have {LONGEST_PARAGRAPH}; put a blank line between its parts."
    return ""
