"""The inline Markdown of one block as HTML that leads back to the file."""

import html
import re
from urllib.parse import quote

from markdown_it.token import Token

from advocacy.markup.line_map import LineMap
from advocacy.markup.traced_inline import AT

Part = tuple[str, int, int]

_TAGS = {"em": "em", "strong": "strong", "s": "del"}
_SPECIAL = re.compile("[&<>]")
_AROUND_SPECIAL = re.compile(r"[&<>]|[^&<>]+")
_URL_SIGNS = "-_.~!*'();:@&=+$,/?#%"
_REFERENCE = '<sup id="fnref:{0}"><a href="#fn:{0}" class="footnote-ref">{0}</a></sup>'
_TASK = re.compile(r"\[[ xX]\]\s+")
_CHECKBOX = '<input disabled="" type="checkbox"> '


def trace_spans(
    tokens: list[Token], content: str, lines: LineMap, notes: list[str], *, is_task: bool
) -> list[Part]:
    """Write inline tokens as goldmark does; each part has its start and end in the file.

    Args:
        tokens: What the parser read in a block.
        content: What it read them from.
        lines: Where that stands in the file.
        notes: Labels of footnotes by the number that each was given; added to.
        is_task: Whether a `[x]` at the beginning is a box.
    """
    return _SpanWriter(content, lines, notes).write(tokens, is_task=is_task)


def trace_run(content: str, lines: LineMap) -> list[Part]:
    """Write a content as it stands."""
    writer = _SpanWriter(content, lines, [])
    writer.run(content, 0)
    return writer.parts


class _SpanWriter:
    """Writes inline tokens, one after the other."""

    def __init__(self, content: str, lines: LineMap, notes: list[str]) -> None:
        self.content = content
        self.lines = lines
        self.notes = notes
        self.parts: list[Part] = []
        self.at = lines.offset(0)
        self.bracket = 0

    def write(self, tokens: list[Token], *, is_task: bool = False) -> list[Part]:
        """Write a block's tokens; the `[x]` of a task becomes a box."""
        task = _TASK.match(self.content) if is_task else None
        begin = task.end() if task else 0
        if task:
            self.mark(_CHECKBOX)
        for token in tokens:
            self.token(token, begin)
        return self.parts

    def token(self, token: Token, begin: int) -> None:
        at = int(token.meta.get(AT, 0))
        self.at = self.lines.offset(at)
        kind = token.type.removesuffix("_open").removesuffix("_close")
        match kind:
            case "text":
                hidden = max(0, begin - at)
                self.text(token.content[hidden:], at + hidden + self.bracket)
            case "text_special":
                self.special(token.content, at, len(token.markup))
            case "softbreak" | "hardbreak":
                self.mark("\n" if kind == "softbreak" else "<br>\n")
            case "html_inline":
                self.run(token.content, at)
            case "code_inline":
                self.code(token, at)
            case "formula":
                self.mark("<code>")
                self.text(token.content, at)
                self.mark("</code>")
            case "link":
                self.link(token)
            case "image":
                self.image(token, at)
            case "footnote_ref":
                self.reference(str(token.meta["label"]))
            case _ if kind in _TAGS:
                self.mark(f"<{'/' * (token.nesting < 0)}{_TAGS[kind]}>")

    def mark(self, written: str) -> None:
        self.parts.append((written, self.at, self.at))

    def run(self, written: str, at: int) -> None:
        """Write what stands at an index of the content as it is."""
        for first, last in self.lines.runs(at, at + len(written)):
            start = self.lines.offset(first)
            self.parts.append((written[first - at : last - at], start, start + last - first))

    def text(self, said: str, at: int) -> None:
        if not _SPECIAL.search(said):
            self.run(said, at)
            return
        for found in _AROUND_SPECIAL.finditer(said):
            if found[0] in "&<>":
                self.special(found[0], at + found.start(), 1)
            else:
                self.run(found[0], at + found.start())

    def special(self, said: str, at: int, length: int) -> None:
        """Write a text that stands for another one, such as an entity."""
        start, end = self.lines.offset(at), self.lines.offset(at + length - 1) + 1
        self.parts.append((html.escape(said, quote=False), start, end))

    def code(self, token: Token, at: int) -> None:
        begin = at + len(token.markup)
        # One space next to each back-tick belongs to the marks and not to the code.
        written = self.content[begin : begin + len(token.content)].replace("\n", " ")
        self.mark("<code>")
        self.text(token.content, begin + (written != token.content))
        self.mark("</code>")

    def link(self, token: Token) -> None:
        self.bracket = int(token.nesting > 0 and token.info == "auto")
        self.mark(f"<a{_attribute(token, 'href')}>" if token.nesting > 0 else "</a>")

    def image(self, token: Token, at: int) -> None:
        self.mark(f'<img{_attribute(token, "src")} alt="')
        alt = _SpanWriter(self.content, self.lines, self.notes)
        alt.alt(token.children or [], at + 2)
        self.parts += alt.parts
        self.mark('">')

    def alt(self, tokens: list[Token], base: int) -> None:
        """Write only what the tokens say, with no tags."""
        for token in tokens:
            at = base + int(token.meta.get(AT, 0))
            self.at = self.lines.offset(at)
            if token.type in {"text", "html_inline"}:
                self.text(token.content, at)
            elif token.type == "text_special":
                self.special(token.content, at, len(token.markup))
            elif token.type == "code_inline":
                self.text(token.content, at + len(token.markup))
            elif token.type == "softbreak":
                self.mark("\n")
            elif token.type == "image":
                self.alt(token.children or [], at + 2)

    def reference(self, label: str) -> None:
        if label not in self.notes:
            self.notes.append(label)
        self.mark(_REFERENCE.format(self.notes.index(label) + 1))


def _attribute(token: Token, name: str) -> str:
    address = quote(html.unescape(str(token.attrs.get(name, ""))), safe=_URL_SIGNS)
    return f' {name}="{html.escape(address)}"'
