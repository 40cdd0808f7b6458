"""Blocks of Markdown written as our renderer reads them: four spaces a level."""

import re

from markdown_it.tree import SyntaxTreeNode

from advocacy.imports.inline_marks import replace_marks
from advocacy.imports.notes import Note

LISTS = frozenset({"bullet_list", "ordered_list"})

# Blocks of which our renderer makes one where nothing stands between two of them.
_JOINING = frozenset({"fence", "code_block", *LISTS})

# Blocks that our renderer sees on the line of an item's marker.
_BEGINNINGS = frozenset({"paragraph", "heading", "table", "html_block"})

# What a line of a paragraph may begin with that our renderer would take as a new block.
_LINE_STARTS = re.compile(r"^(?:(\d+)(?=\. )|(?=#|[-*+] ))")
_INDENT = "    "

# Stands where something must and nothing is to be seen.
NOTHING = "<!-- -->"


class BlockWriter:
    """Writes the blocks of one body.

    Attributes:
        notes: What was lost on the way.
        has_marks: Whether a mark within a line was replaced.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.notes: list[Note] = []
        self.has_marks = False

    def lines_of(self, node: SyntaxTreeNode) -> tuple[int, int]:
        """Return where a block begins and ends, without the blank lines behind it."""
        start, end = node.map or (0, 0)
        while end - 1 > start and not self.lines[end - 1].strip():
            end -= 1
        return start, end

    def write(self, node: SyntaxTreeNode) -> list[str]:
        """Return a block's lines as if it began at the margin."""
        if node.type in LISTS:
            return self._list(node)
        if node.type == "blockquote":
            return [f"> {line}" if line else ">" for line in self._all(node)]
        if node.type in {"paragraph", "heading"}:
            return self._text(node)
        if node.type in {"fence", "code_block"}:
            return self._code(node)
        if node.type == "table":
            return self._table(node)
        return ["---"] if node.type == "hr" else node.content.rstrip("\n").split("\n")

    def write_fence(self, node: SyntaxTreeNode) -> list[str]:
        """Return fenced code at the margin, its fence longer than any in it."""
        longest = max(
            (len(found) for found in re.findall(r"^`+", node.content, re.MULTILINE)), default=0
        )
        fence = "`" * max(3, longest + 1)
        language = re.match(r"[\w#.+-]*", node.info.strip())
        assert language
        return [fence + language[0], *node.content.removesuffix("\n").split("\n"), fence]

    def plain(self, lines: list[str], *, is_heading: bool = False) -> list[str]:
        """Return lines of text in which no mark means something else here."""
        text = self._marks("\n".join(lines))
        if is_heading:
            return text.split("\n")
        return [re.sub(r"^(?=#)", r"\\", line) for line in text.split("\n")]

    def _marks(self, text: str) -> str:
        changed = replace_marks(text)
        self.has_marks = self.has_marks or changed != text
        return changed

    def _all(self, node: SyntaxTreeNode) -> list[str]:
        """Return the lines of all blocks within one, a blank line between two."""
        lines: list[str] = []
        before = ""
        for child in node.children:
            if {before, child.type} <= _JOINING:
                lines += ["", NOTHING]
            lines += ["", *self.write(child)] if lines else self.write(child)
            before = child.type
        return lines

    def _list(self, node: SyntaxTreeNode) -> list[str]:
        tight = _is_tight(node)
        lines: list[str] = []
        for item in node.children:
            if lines and not tight:
                lines.append("")
            within = self._tight(item) if tight else self._all(item)
            if not within or item.children[0].type not in _BEGINNINGS:
                # An item begins with a line of text, or our renderer sees neither.
                within = [NOTHING, "", *within] if within else [NOTHING]
            marker = f"{item.info}." if node.type == "ordered_list" else item.markup
            lines += _marked(marker, within)
        return lines

    def _tight(self, item: SyntaxTreeNode) -> list[str]:
        return [line for child in item.children for line in self.write(child)]

    def _text(self, node: SyntaxTreeNode) -> list[str]:
        content = self._marks(node.children[0].content if node.children else "")
        lines = [line.lstrip() for line in content.split("\n")]
        if node.type == "heading":
            heading = "#" * int(node.tag[1:]) + " " + " ".join(line.strip() for line in lines)
            # A backslash at the end would keep the heading from being one.
            return [re.sub(r"(?<!\\)((?:\\\\)*)\\$", r"\1\\\\", heading)]
        return [_LINE_STARTS.sub(r"\1\\", line) for line in lines]

    def _table(self, node: SyntaxTreeNode) -> list[str]:
        rows = [row.children for part in node.children for row in part.children]
        written = ["| " + " | ".join(map(self._cell, row)) + " |" for row in rows]
        return [written[0], "|" + "|".join(map(_rule, rows[0])) + "|", *written[1:]]

    def _cell(self, node: SyntaxTreeNode) -> str:
        return self._marks(node.children[0].content).replace("|", r"\|")

    def _code(self, node: SyntaxTreeNode) -> list[str]:
        if node.type == "fence" and node.info.strip():
            seen = f"the language of code in a list or quotation: {node.info.strip()}"
            self.notes.append(Note("changed", seen, "left out, as indented code names none"))
        lines = node.content.rstrip("\n").split("\n")
        return [_INDENT + line if line.strip() else "" for line in lines]


def _is_tight(node: SyntaxTreeNode) -> bool:
    """Say whether a list holds nothing but lines and lists like itself."""
    return all(map(_is_tight_item, node.children))


def _is_tight_item(item: SyntaxTreeNode) -> bool:
    kinds = [child.type for child in item.children]
    if kinds[:1] != ["paragraph"] or len(kinds) > 2 or not item.children[0].hidden:
        return False
    return all(each.type in LISTS and _is_tight(each) for each in item.children[1:])


def _rule(cell: SyntaxTreeNode) -> str:
    """Return what stands below a table's head for one column."""
    style = str(cell.attrs.get("style", ""))
    left, right = style.endswith(("left", "center")), style.endswith(("right", "center"))
    return f"{':' if left else ''}---{':' if right else ''}"


def _marked(marker: str, lines: list[str]) -> list[str]:
    """Return an item's lines: its marker before the first, four spaces before the others."""
    first, *others = lines
    return [f"{marker} {first}", *(_INDENT + line if line else "" for line in others)]
