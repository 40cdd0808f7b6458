"""Markdown as HTML of which every character leads back to the Markdown, as goldmark writes it."""

from collections.abc import Iterable

from markdown_it.token import Token

from advocacy.markup.gfm_parser import gfm_parser
from advocacy.markup.gfm_row import map_row
from advocacy.markup.line_map import LineMap, map_lines
from advocacy.markup.pieces import TracedText, join_exact
from advocacy.markup.traced_spans import Part, trace_run, trace_spans

_BACK = '<a href="#fnref:{0}" class="footnote-backref">&#x21a9;&#xfe0e;</a>'
_ALONE = {"hr": "<hr>\n", "display_formula": "<pre></pre>\n"}
_ON_LINES = {"bullet_list": "ul", "ordered_list": "ol", "blockquote": "blockquote"}
_ON_LINES |= {name: name for name in ("table", "thead", "tbody", "tr")}
_AROUND_TEXT = {"heading", "th", "td"}


def trace_html(markdown: str) -> TracedText:
    """Write Markdown as HTML; offsets lead to the Markdown."""
    writer = _Writer(markdown)
    tokens = gfm_parser().parse(markdown, {})
    for index, token in enumerate(tokens):
        writer.token(token, is_cell=tokens[index - 1].type in {"th_open", "td_open"})
    return join_exact(part for part in writer.finished() if part[0])


class _Writer:
    """Writes HTML part by part; marks of its own stand for nothing in the Markdown."""

    def __init__(self, markdown: str) -> None:
        self.lines = markdown.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.parts: list[Part] = []
        self.at = 0
        self.row: list[LineMap] = []
        self.is_task = False
        self.label = ""
        self.outer: list[Part] = []
        self.noted: list[str] = []
        self.footnotes: dict[str, list[Part]] = {}

    def mark(self, written: str) -> None:
        self.parts.append((written, self.at, self.at))

    def token(self, token: Token, *, is_cell: bool) -> None:
        if token.map:
            self.at = self.starts[token.map[0]]
        kind, opens = token.type.removesuffix("_open").removesuffix("_close"), token.nesting > 0
        if token.type == "inline":
            self.inline(token, is_cell=is_cell)
        elif kind in _ON_LINES:
            self.mark(f"<{'/' * (not opens)}{_ON_LINES[kind]}>\n")
        elif kind in _AROUND_TEXT:
            self.mark(f"<{token.tag}>" if opens else f"</{token.tag}>\n")
        elif kind == "paragraph":
            self.paragraph(opens=opens, is_tight=token.hidden)
        elif kind == "list_item":
            self.mark("<li>" if opens else "</li>\n")
            self.is_task = opens
        elif kind == "footnote_reference":
            self.footnote(token, opens=opens)
        elif kind in {"fence", "code_block"}:
            self.code(token)
        elif kind == "html_block":
            self.html(token)
        elif kind in _ALONE:
            self.mark(_ALONE[kind])
        if token.type == "tr_open" and token.map:
            line = token.map[0]
            self.row = map_row(self.lines[line], self.starts[line])

    def inline(self, token: Token, *, is_cell: bool) -> None:
        is_task, self.is_task = self.is_task, False
        lines = self.line_map(token, is_cell=is_cell)
        if lines:
            spans = token.children or []
            self.parts += trace_spans(spans, token.content, lines, self.noted, is_task=is_task)
            self.at = self.parts[-1][2] if self.parts else self.at

    def line_map(self, token: Token, *, is_cell: bool) -> LineMap | None:
        if is_cell:
            # A row may have fewer cells than the head; the parser fills them with nothing.
            return self.row.pop(0) if self.row else None
        first = token.map[0] if token.map else 0
        return map_lines(token.content, self.lines, self.starts, first)

    def paragraph(self, *, opens: bool, is_tight: bool) -> None:
        if is_tight:
            self.mark("" if opens else "\n")
        else:
            self.mark("\n<p>" if opens else "</p>\n")

    def code(self, token: Token) -> None:
        """Write a block of code; what it says leads to its first line, for nothing reads it."""
        self.mark("<pre><code>")
        self.mark(token.content.replace("&", "&amp;").replace("<", "&lt;"))
        self.mark("</code></pre>\n")

    def html(self, token: Token) -> None:
        content = token.content.rstrip("\n")
        lines = map_lines(content, self.lines, self.starts, token.map[0] if token.map else 0)
        if lines:
            self.parts += trace_run(content, lines)
        self.mark("\n")

    def footnote(self, token: Token, *, opens: bool) -> None:
        """Put aside what a footnote says, until all of them are written at the end."""
        if opens:
            self.label = str(token.meta["label"])
            self.outer, self.parts = self.parts, []
            return
        self.footnotes.setdefault(self.label, self.parts)
        self.parts = self.outer

    def finished(self) -> Iterable[Part]:
        """Return all parts: behind the text, the footnotes to which it refers."""
        noted = [label for label in self.noted if label in self.footnotes]
        if noted:
            self.mark('<div class="footnotes"><hr>\n<ol>\n')
            for number, label in enumerate(noted, 1):
                self.note(number, self.footnotes[label])
            self.mark("</ol>\n</div>\n")
        return self.parts

    def note(self, number: int, parts: list[Part]) -> None:
        """Write one footnote; the arrow that leads back is in its last paragraph."""
        self.mark(f'<li id="fn:{number}">\n')
        is_text = bool(parts) and parts[-1][0] == "</p>\n"
        self.parts += parts[:-1] if is_text else parts
        self.at = parts[-1][1] if parts else self.at
        back = _BACK.format(number)
        self.mark(f"&#160;{back}</p>\n</li>\n" if is_text else f"{back}</li>\n")
