"""Markdown that other sites, GitHub among them, show otherwise than the renderer here."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from advocacy.markup.marks import Difference

# What people expect of it elsewhere, and what to write so that it is so here, too.
KINDS = {
    "backslash": "A `\\` ends no line here. End the line with two spaces, or write `<br>`.",
    "fence": (
        "Inside of a list, a quote or a box, a fence makes no code here. Take the fence away and "
        "indent the code by four spaces more than the text around it."
    ),
    "info": "Behind a fence stands one word, or this is no code here. Name the language alone.",
    "hash": "This line becomes a heading. Write `# ` with a space, or `\\#` for the sign itself.",
    "list": "This list is read as part of the paragraph above. Leave a blank line before it.",
    "marker": (
        "Another mark begins no new list here: this goes on with the list above. Put a line of "
        "text between the two."
    ),
    "nested": "This list is not read as nested. Indent it by four spaces for each level.",
    "number": "A list begins at 1 here, whatever its number. Write `\\.` to keep the number.",
    "outside": "This paragraph ends the list here. Indent it by four spaces for each level.",
    "parenthesis": "`)` after a number makes no list here. Write `1.` instead.",
    "setext": "Lines above a line of `-` or `=` make no heading here. Write `## ` and one line.",
    "table": "This table is read as part of the paragraph above. Leave a blank line before it.",
    "strike": "`~~` strikes nothing out here. Write `<del>` and `</del>`.",
}
_QUOTES = re.compile(r"(?:[ ]{0,3}>[ ]?)*")
_MARKER = re.compile(r"[> \t]*(?:[-*+]|\d+[.)])[ \t]+(?!(?:[-*+]|\d+[.)])[ \t])")
# As the renderer has it; `{…}` holds what it is free to leave out.
_INFO = re.compile(r"""\s*(?:\{.*\}|\.?[\w#.+-]*\s*(?:hl_lines=(["']).*?\1\s*)?)""")
_LISTS = {"bullet_list_open", "ordered_list_open"}
_LIST_ENDS = {"bullet_list_close", "ordered_list_close"}
_INDENT = 4


def find_differences(
    tokens: list[Token], lines: list[str], starts: list[int]
) -> Iterator[Difference]:
    """Yield the differences between blocks; those within a block are found as it is read."""
    stack: list[str] = []
    for index, token in enumerate(tokens):
        if token.map:
            for kind in _kinds(tokens, index, lines, stack):
                yield _at_line(kind, token.map[0], lines, starts)
        if token.type == "inline" and stack[-1:] == ["paragraph"]:
            yield from _hashes(token, lines, starts)
        if token.nesting > 0:
            stack.append(token.type.removesuffix("_open"))
        elif token.nesting < 0:
            stack.pop()


def indent_of(line: str) -> int:
    """Return how far a line is indented, behind the marks of quotes."""
    quotes = _QUOTES.match(line)
    plain = line[quotes.end() if quotes else 0 :].expandtabs(_INDENT)
    return len(plain) - len(plain.lstrip())


def _kinds(tokens: list[Token], index: int, lines: list[str], stack: list[str]) -> Iterator[str]:
    token = tokens[index]
    line = token.map[0] if token.map else 0
    depth = stack.count("list_item")
    if token.type == "fence" and (stack or lines[line][:1].isspace()):
        yield "fence"
    elif token.type == "fence" and not _INFO.fullmatch(token.info):
        yield "info"
    follows = index > 0 and tokens[index - 1].type == "paragraph_close"
    follows = follows and bool(lines[line - 1].strip("> "))
    if token.type == "table_open" and follows:
        yield "table"
    if token.type == "heading_open" and _is_tall_setext(token):
        yield "setext"
    before = tokens[index - 1].type if index else ""
    is_later = stack[-1:] == ["list_item"] and before != "list_item_open"
    if token.type == "paragraph_open" and is_later and _is_shallow(lines[line], stack):
        yield "outside"
    if token.type in _LISTS:
        yield from _list_kinds(token, lines, depth, before, follows=follows)


def _is_shallow(line: str, stack: list[str]) -> bool:
    """Say whether a line is indented by less than four for each list within the last quote."""
    quotes = stack.count("blockquote")
    behind = re.sub(rf"^(?:[ \t]*>[ ]?){{{quotes}}}", "", line)
    inner = stack[::-1].index("blockquote") if quotes else len(stack)
    depth = stack[len(stack) - inner :].count("list_item")
    plain = behind.expandtabs(_INDENT)
    return len(plain) - len(plain.lstrip()) < _INDENT * depth


def _is_tall_setext(token: Token) -> bool:
    first, last = token.map or (0, 0)
    return not token.markup.startswith("#") and last - first > 2


def _list_kinds(
    token: Token, lines: list[str], depth: int, before: str, *, follows: bool
) -> Iterator[str]:
    line = token.map[0] if token.map else 0
    if token.markup == ")":
        yield "parenthesis"
    elif before in _LIST_ENDS:
        yield "marker"
    elif token.attrs.get("start", 1) != 1:
        yield "number"
    if follows and not depth:
        yield "list"
    begins = _MARKER.match(lines[line])
    if depth and begins and indent_of(lines[line]) < _INDENT * depth:
        yield "nested"


def _hashes(token: Token, lines: list[str], starts: list[int]) -> Iterator[Difference]:
    first, _ = token.map or (0, 0)
    for number, line in enumerate(token.content.split("\n"), first):
        if line.startswith("#"):
            yield _at_line("hash", number, lines, starts)


def _at_line(kind: str, line: int, lines: list[str], starts: list[int]) -> Difference:
    text = lines[line]
    start = starts[line] + len(text) - len(text.lstrip("> \t"))
    return Difference(kind, start, starts[line] + len(text))
