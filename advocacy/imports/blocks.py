"""Where the blocks of a Markdown body are: fenced code, HTML, and indented code."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from advocacy.imports.enclosed import find_enclosed

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
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}")
_COMMENT_END = re.compile(r"\{%-?\s*endcomment\s*-?%\}")
_BLOCK_TAG = re.compile(rf"<(/?)({'|'.join(BLOCK_TAGS)})\b[^<>]*>", re.IGNORECASE)


def fenced_blocks(body: str) -> list[Range]:
    """Find fenced code that is closed, but for what Liquid comments out."""
    found = find_enclosed(body, _COMMENT, lambda _: _COMMENT_END)
    comments = [(each.opening.start(), each.end) for each in found]
    lines = _lines(body)
    known: dict[str, int] = {}
    blocks = []
    i = 0
    while i < len(lines):
        start, line = lines[i]
        fence = _FENCE.match(line.rstrip("\n"))
        closing = _closing_line(lines, i, fence["fence"], known) if fence else i
        if closing > i and not is_within(start, comments):
            blocks.append((start, lines[closing][0] + len(lines[closing][1])))
            i = closing
        i += 1
    return blocks


def html_blocks(body: str, codes: Iterable[Range]) -> list[Range]:
    """Find HTML from a tag that begins a line to the tag that closes it, outside code."""
    body = _blank(body, codes)
    ends = element_ends(body)
    blocks = []
    at = 0
    while match := _HTML_START.search(body, at):
        at = ends.get(match.start(1) - 1) or _paragraph_end(body, match.start())
        blocks.append((match.start(), at))
    return blocks


def element_ends(body: str) -> dict[int, int]:
    """Return the end of each element of a block that is closed, by the offset of its tag."""
    ends: dict[int, int] = {}
    is_open: dict[str, list[int]] = defaultdict(list)
    for tag in _BLOCK_TAG.finditer(body):
        others = is_open[tag[2].lower()]
        if not tag[1]:
            others.append(tag.start())
        elif others:
            ends[others.pop()] = tag.end()
    return ends


def indented_blocks(body: str, others: Iterable[Range]) -> list[Range]:
    """Find indented code outside lists and outside other blocks, each with its blank lines."""
    others = merge(others)
    blocks: list[Range] = []
    blank, in_list = True, False
    for start, line in _lines(body):
        is_indented = line.startswith(("    ", "\t")) and bool(line.strip())
        goes_on = bool(blocks) and blocks[-1][1] == start
        elsewhere = is_within(start, others)
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


def _closing_line(lines: list[tuple[int, str]], i: int, fence: str, known: dict[str, int]) -> int:
    """Return the line that closes a fence opened on line `i`, or `i` where none does.

    Args:
        lines: Of the body.
        i: The line of the fence.
        fence: Its signs.
        known: For fences further up, the line that closes one of the same signs.
    """
    if known.get(fence, 0) <= i:
        closing = re.compile(rf"[ \t>]*{fence[0]}{{{len(fence)},}}\s*$")
        behind = (j for j in range(i + 1, len(lines)) if closing.match(lines[j][1]))
        known[fence] = next(behind, len(lines))
    return known[fence] if known[fence] < len(lines) else i


def merge(ranges: Iterable[Range]) -> list[Range]:
    """Return ranges in their order, and those that overlap as one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def is_within(offset: int, ranges: Sequence[Range]) -> bool:
    """Say whether an offset lies in one of some ranges that are in their order."""
    index = bisect_left(ranges, (offset + 1, 0)) - 1
    return index >= 0 and offset < ranges[index][1]


def _paragraph_end(body: str, start: int) -> int:
    end = body.find("\n\n", start)
    return len(body) if end < 0 else end


def _blank(body: str, ranges: Iterable[Range]) -> str:
    """Return a body of the same length in which some ranges are blank."""
    pieces, at = [], 0
    for start, end in merge(ranges):
        pieces += [body[at:start], re.sub(r"[^\n]", " ", body[start:end])]
        at = end
    return "".join([*pieces, body[at:]])
