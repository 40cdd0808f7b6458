"""Where the blocks of a Markdown body are: fenced code, HTML, and indented code."""

import re
from collections.abc import Iterable

Range = tuple[int, int]

# The elements that Python-Markdown takes as a block of HTML when they begin a line.
BLOCK_TAGS = (
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header li main menu nav ol p section summary table "
    "tbody td tfoot th thead tr ul"
).split()

_HTML_START = re.compile(rf"^[ ]{{0,3}}<({'|'.join(BLOCK_TAGS)})\b", re.MULTILINE | re.IGNORECASE)
_FENCE = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,})[^`\n]*$")
_LIST_ITEM = re.compile(r" {0,3}([-*+]|\d+[.)])\s")
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)


def fenced_blocks(body: str) -> list[Range]:
    """Find fenced code that is closed, but for what Liquid comments out."""
    comments = [match.span() for match in _COMMENT.finditer(body)]
    lines = _lines(body)
    blocks = []
    i = 0
    while i < len(lines):
        start, line = lines[i]
        fence = _FENCE.match(line.rstrip("\n"))
        closing = _closing_line(lines, i, fence["fence"]) if fence else i
        if closing > i and not any(first <= start < last for first, last in comments):
            blocks.append((start, lines[closing][0] + len(lines[closing][1])))
            i = closing
        i += 1
    return blocks


def html_blocks(body: str, codes: Iterable[Range]) -> list[Range]:
    """Find HTML from a tag that begins a line to the tag that closes it, outside code."""
    body = _blank(body, codes)
    blocks = []
    at = 0
    while match := _HTML_START.search(body, at):
        at = closing_tag(body, match[1], match.start())
        blocks.append((match.start(), at))
    return blocks


def indented_blocks(body: str, others: Iterable[Range]) -> list[Range]:
    """Find indented code outside lists and outside other blocks, each with its blank lines."""
    others = list(others)
    blocks: list[Range] = []
    blank, in_list = True, False
    for start, line in _lines(body):
        is_indented = line.startswith(("    ", "\t")) and bool(line.strip())
        goes_on = bool(blocks) and blocks[-1][1] == start
        elsewhere = any(first <= start < last for first, last in others)
        if is_indented and (blank or goes_on) and not in_list and not elsewhere:
            blocks.append((start, start + len(line)))
        elif _LIST_ITEM.match(line):
            in_list = True
        elif blank and line.strip() and not line[0].isspace():
            in_list = False
        blank = not line.strip()
    return blocks


def _lines(body: str) -> list[tuple[int, str]]:
    """Return each line with its end, and the offset at which it starts."""
    lines, start = [], 0
    for line in body.splitlines(keepends=True):
        lines.append((start, line))
        start += len(line)
    return lines


def _closing_line(lines: list[tuple[int, str]], i: int, fence: str) -> int:
    """Return the line that closes a fence opened on line `i`, or `i` where none does."""
    closing = re.compile(rf"[ \t>]*{fence[0]}{{{len(fence)},}}\s*$")
    return next((j for j in range(i + 1, len(lines)) if closing.match(lines[j][1])), i)


def closing_tag(body: str, tag: str, start: int) -> int:
    """Return where the element that begins at `start` ends; unclosed, at its paragraph's end."""
    depth = 0
    for match in re.compile(rf"<(/?){tag}\b[^>]*>", re.IGNORECASE).finditer(body, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end()
    paragraph_end = body.find("\n\n", start)
    return len(body) if paragraph_end < 0 else paragraph_end


def _blank(body: str, ranges: Iterable[Range]) -> str:
    """Return a body of the same length in which some ranges are blank."""
    for start, end in ranges:
        body = body[:start] + re.sub(r"[^\n]", " ", body[start:end]) + body[end:]
    return body
