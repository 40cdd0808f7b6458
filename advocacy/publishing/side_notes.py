"""Footnotes numbered for the style sheet that puts them beside the lines they belong to."""

import re

MARK = re.compile(r'<sup id="fnref:([^"<>]*)"')
NOTE = re.compile(r'<li id="fn:([^"<>]*)"')
# theme/static/notes.css has a row for each.
MOST_NOTES = 24


def number_notes(html: str) -> str:
    """Return a body's HTML with `data-note`, from 1, on each footnote and on its first mark.

    It stays as it is where it has more than MOST_NOTES: a margin full of notes is no help.
    """
    numbers = {name: str(number) for number, name in enumerate(NOTE.findall(html), start=1)}
    if len(numbers) > MOST_NOTES:
        return html

    def number(match: re.Match[str]) -> str:
        known = numbers.get(match[1])
        return f'{match[0]} data-note="{known}"' if known else match[0]

    return NOTE.sub(number, MARK.sub(number, html))
