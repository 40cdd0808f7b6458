"""Wrappers of HTML around Markdown, which here would keep it from being read."""

import re

from advocacy.imports.blocks import closing_tag, fenced_blocks
from advocacy.imports.notes import Note, Noted

_WRAPPER = re.compile(
    r"^[ ]{0,3}<(?P<tag>div|section|article|aside|center|main)\b"
    r"(?:[^<>]*\bmarkdown=[\"'](?:1|block)[\"'][^<>]*>|[^<>]*>[ \t]*\n(?=[ \t]*\n))",
    re.MULTILINE | re.IGNORECASE,
)


def unwrap_markdown(body: str) -> Noted:
    """Return a body without the tags of wrappers that have Markdown in them.

    A wrapper's tag with a blank line after it, or with `markdown="1"`, holds Markdown on the old
    site; here what stands in a block of HTML is HTML.
    """
    notes: list[Note] = []
    at = 0
    while match := _WRAPPER.search(body, at):
        at = match.end()
        end = closing_tag(body, match["tag"], match.start())
        closing = re.search(rf"</{match['tag']}\s*>\Z", body[:end], re.IGNORECASE)
        in_code = any(start <= match.start() < stop for start, stop in fenced_blocks(body))
        if closing and not in_code:
            inner = body[match.end() : closing.start()]
            notes.append(Note("changed", match[0].strip(), "its Markdown alone"))
            body = f"{body[: match.start()]}\n{inner}\n{body[end:]}"
            at = match.start()
    return Noted(body, tuple(notes))
