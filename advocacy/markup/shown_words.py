"""The words that a page shows: those in its text, and those in its titles and alt texts."""

import re
from collections import Counter
from html import unescape

from advocacy.markup.gather import MASK
from advocacy.markup.html_grammar import APART
from advocacy.markup.inline_text import mask_addresses
from advocacy.markup.pieces import plain_text
from advocacy.markup.sanitize import ADMONITIONS

# A number alone is mostly that of a list.
WORD = re.compile(r"\d*[^\W\d_][^\W_]*")
_CODE = re.compile(r"<(pre|code)\b[^<>]*>.*?</\1>", re.DOTALL)
# What the renderer writes of itself: the marks of footnotes, and titles of boxes.
_OWN = re.compile(
    r'<sup id="fnref[^<>]*>.*?</sup>|<a class="footnote-backref".*?</a>'
    rf'|(?i:<p class="admonition-title">(?:{"|".join(sorted(ADMONITIONS))})</p>)',
    re.DOTALL,
)
_TAG = re.compile(r"</?([a-z][a-z0-9]*)([^<>]*)>")
_SHOWN = re.compile(r' (?:alt|title)="([^"]*)"')


def count_shown_words(html: str) -> Counter[str]:
    """Count the words that sanitised HTML shows, in folded case; code is left out."""
    hints: list[str] = []

    def read_tag(tag: re.Match[str]) -> str:
        hints.extend(_SHOWN.findall(tag[2]))
        return " " if tag[1] in APART or tag[1] == "img" else ""

    text = _TAG.sub(read_tag, _CODE.sub(MASK, _OWN.sub(" ", html)))
    return count_words("\n".join((text, *hints)), is_html=True)


def count_words(text: str, *, is_html: bool = False) -> Counter[str]:
    """Count the words of a text in folded case; web addresses have none."""
    plain = mask_addresses(plain_text(unescape(text))) if is_html else text
    return Counter(WORD.findall(plain.casefold()))
