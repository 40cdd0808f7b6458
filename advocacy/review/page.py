"""A summary as one page of HTML, which needs no other file and runs nothing."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from mimetypes import guess_type

from advocacy.editorial.reports.markdown_text import make_visible_line
from advocacy.review.document import (
    Block,
    Bullets,
    Code,
    Folded,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Picture,
    Strong,
    Table,
    Words,
)
from advocacy.theme import theme_path

# The theme's own colours and sizes stand before this line of its style sheet.
_END_OF_TOKENS = "/* Elements */"
# Its style and its pictures stand in the page itself.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def make_page(title: str, blocks: Sequence[Block], look_sheet: str = "") -> str:
    """Return a summary as a page.

    Args:
        title: What a browser's tab says.
        blocks: The summary.
        look_sheet: The style sheet of the organisation's colours, or nothing.
    """
    own = files(__package__).joinpath("review.css").read_text(encoding="utf-8")
    style = f"{read_tokens()}{look_sheet}{own}"
    return _PAGE.format(policy=_POLICY, title=_text(title), style=style, body=_blocks(blocks))


def read_tokens() -> str:
    """Return the colours and sizes of the theme, light and dark."""
    sheet = (theme_path() / "static" / "style.css").read_text(encoding="utf-8")
    return sheet.partition(_END_OF_TOKENS)[0]


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"<h{level - 1}>{_words(words)}</h{level - 1}>"
        case Paragraph(words):
            return f"<p>{_words(words)}</p>"
        case Bullets(items):
            return f"<ul>\n{_each('li', items)}\n</ul>"
        case Table(head, rows):
            return _table(head, rows)
        case Listing(text, kind, lang):
            spoken = f' lang="{escape(lang)}" dir="auto"' if lang else ""
            return f'<pre tabindex="0"{spoken}><code>{_lines(text, kind)}</code></pre>'
        case Picture():
            return _picture(block)
        case Folded(title, inner, is_open):
            begin = f"<details{' open' * is_open}>\n<summary>{_words(title)}</summary>"
            return f"{begin}\n{_blocks(inner)}\n</details>"


def _picture(picture: Picture) -> str:
    """Return a picture with all that is in its file, as the page is sent about without others."""
    kind, _ = guess_type(picture.file.name)
    content = b64encode(picture.file.read_bytes()).decode()
    size = f'width="{picture.width_px}" loading="lazy"'
    shown = f'<img src="data:{kind};base64,{content}" alt="{_text(picture.alt)}" {size}>'
    return f"<figure>\n{shown}\n<figcaption>{_text(picture.told)}</figcaption>\n</figure>"


def _each(element: str, items: Iterable[Words]) -> str:
    return "\n".join(f"<{element}>{_words(item)}</{element}>" for item in items)


def _table(head: Sequence[str], rows: Iterable[Sequence[Words]]) -> str:
    names = "".join(f'<th scope="col">{_text(name)}</th>' for name in head)
    body = "\n".join(f"<tr>{_row(row)}</tr>" for row in rows)
    return f"<table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _row(cells: Sequence[Words]) -> str:
    first, *others = cells
    rest = "".join(f"<td>{_words(cell)}</td>" for cell in others)
    return f'<th scope="row">{_words(first)}</th>{rest}'


def _lines(text: str, kind: str) -> str:
    """Return lines; those of a diff say by their element what becomes of them."""
    lines = [make_visible_line(line.removesuffix("\r")) for line in text.split("\n")]
    if kind != "diff":
        return "\n".join(map(escape, lines))
    marks = {"-": "del", "+": "ins"}
    return "\n".join(
        f"<{marks[line[0]]}>{escape(line)}</{marks[line[0]]}>"
        if line[:1] in marks and line[:3] not in {"---", "+++"}
        else escape(line)
        for line in lines
    )


def _words(words: Words) -> str:
    return "".join(map(_inline, words))


def _inline(inline: Inline) -> str:
    match inline:
        case Code(text):
            return f"<code>{_text(text)}</code>"
        case Strong(text):
            return f"<strong>{_text(text)}</strong>"
        case Link(text, address) if address.startswith(("https://", "http://")):
            return f'<a href="{escape(address)}">{_text(text)}</a>'
        case Link(text, _) | str(text):
            return _text(text)


def _text(text: str) -> str:
    return escape(make_visible_line(text))
