"""CommonMark, in which other generators' posts are written, made into what our renderer reads."""

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from advocacy.imports.block_writer import LISTS, NOTHING, BlockWriter
from advocacy.imports.notes import Note, Noted

_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[\w#.+-]*\n(?:.*\n)*?(?P=fence)\n?", re.MULTILINE)

_SHAPE = re.compile(r"[\s>]*(?:[-*+](?=\s)|\d+[.)](?=\s)|#+|[`~]{3,})?")

# Blocks that our renderer sees for sure only where a blank line is on both sides.
_APART = frozenset(
    {"bullet_list", "ordered_list", "fence", "blockquote", "table", "hr", "html_block"}
)


def rewrite_blocks(body: str) -> Noted:
    """Return a body that our renderer reads as CommonMark reads the one that is given.

    Lists get a blank line before them and nested blocks four spaces a level; fenced code goes
    to the margin, or becomes indented code within a list or a quotation.
    """
    return _Rewriting(body).rewrite()


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


class _Rewriting:
    """One pass over the blocks of one body, from its first line to its last."""

    def __init__(self, body: str) -> None:
        self.lines = body.split("\n")
        self.env: dict[str, dict[str, dict[str, str]]] = {}
        self.nodes = SyntaxTreeNode(_parser().parse(body, self.env)).children
        self.writer = BlockWriter(self.lines)
        self.written: list[str] = []
        self.moved = False

    def rewrite(self) -> Noted:
        """Write block by block; lines between two blocks define links, and stay."""
        at = 0
        before = ""
        for node in self.nodes:
            start, end = self.writer.lines_of(node)
            self.written += self.lines[at:start]
            self._part(before, node.type, at == start)
            self.written += self._write(node, self.lines[start:end])
            at, before = end, node.type
        self.written += self.lines[at:]
        return Noted("\n".join([*self.written, *self._lost_definitions()]), self._notes())

    def _part(self, before: str, after: str, touching: bool) -> None:
        """Put what keeps two blocks apart between them."""
        if before in LISTS and after in {"code_block", *LISTS}:
            # Without something between them, our renderer makes one list of both.
            self.written += [*([""] if self.written[-1].strip() else []), NOTHING, ""]
            self.moved = True
        elif before and touching and _APART & {before, after} and self.written[-1].strip():
            self.written.append("")
            self.moved = True

    def _write(self, node: SyntaxTreeNode, lines: list[str]) -> list[str]:
        new = self._new_lines(node, lines)
        self.moved = self.moved or list(map(_shape, lines)) != list(map(_shape, new))
        return new

    def _new_lines(self, node: SyntaxTreeNode, lines: list[str]) -> list[str]:
        if node.type in LISTS or (node.type == "blockquote" and _holds_blocks(node)):
            return self.writer.write(node)
        if node.type == "fence" and not _FENCE.fullmatch("\n".join(lines)):
            return self.writer.write_fence(node)
        if node.type == "heading" and not _is_plain_heading(lines):
            return self.writer.write(node)
        if node.type in {"paragraph", "blockquote", "heading", "table"}:
            return self.writer.plain(lines, is_heading=node.type == "heading")
        return lines

    def _lost_definitions(self) -> list[str]:
        """Return definitions of links that stood within a list, at the end of the body."""
        env: dict[str, dict[str, dict[str, str]]] = {}
        _parser().parse("\n".join(self.written), env)
        kept = env.get("references", {})
        lost = {
            label: each
            for label, each in self.env.get("references", {}).items()
            if label not in kept
        }
        written = [
            f"[{label}]: <{each['href']}>" + (f' "{each["title"]}"' if each.get("title") else "")
            for label, each in lost.items()
        ]
        return ["", *written] if written else []

    def _notes(self) -> tuple[Note, ...]:
        notes = [*self.writer.notes]
        if self.moved:
            notes.append(Note("changed", "lists and other blocks", "four spaces a level"))
        if self.writer.has_marks:
            notes.append(Note("changed", "marks of CommonMark", "those that mean the same here"))
        return tuple(notes)


def _shape(line: str) -> str:
    """Return how a line is indented and quoted, and the mark of a list's item."""
    found = _SHAPE.match(line)
    return found[0] if found and line.strip() else ""


def _holds_blocks(node: SyntaxTreeNode) -> bool:
    return any(each.type not in {"paragraph", "inline"} for each in node.children)


def _is_plain_heading(lines: list[str]) -> bool:
    """Say whether both grammars see the same heading: on one line, and at the margin."""
    if len(lines) == 2:
        return re.fullmatch(r"[^\s#].*[^\\]\n(=+|-+) *", "\n".join(lines)) is not None
    return len(lines) == 1 and lines[0].startswith("#")
