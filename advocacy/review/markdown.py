"""A summary as Markdown for a comment on GitHub, GitLab, Forgejo or Gitea."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape

from advocacy.counting import count_of
from advocacy.editorial.reports.markdown_text import (
    make_code_span,
    make_fenced,
    make_line,
    make_link,
    make_plain,
    part_names,
)
from advocacy.editorial.reports.region import utf8_bytes
from advocacy.editorial.reports.visible import make_visible
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
    make_words,
)

# By this line a workflow finds the comment that it keeps up to date.
MARKER = "<!-- advocacy-review -->"
# GitHub takes a comment of 65,536 characters, of which a workflow needs some for itself; it hands
# over no more than these bytes, and what it cut would be in the middle of something.
MOST_BYTES = 60_000
# Room for what is said of what was left out.
_SPARE = 400


def make_markdown(blocks: Sequence[Block], most: int = MOST_BYTES) -> str:
    """Return a summary of at most so many bytes; what does not fit is left out and told.

    What is folded up in something folded goes first, then what comes last and is long.
    """
    room = most - len(MARKER) - _SPARE
    if utf8_bytes(make_markdown_text(blocks)) <= room:
        return f"{MARKER}\n\n{make_markdown_text(blocks)}\n"
    parts, left = [MARKER], 0
    for part in (_block(_shortened(block)) for block in blocks):
        size = utf8_bytes(part) + 2
        if size > room:
            left += 1
            continue
        room -= size
        parts.append(part)
    return "\n\n".join([*parts, _left_out(left)]) + "\n"


def make_markdown_text(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, such as the body of a comment."""
    return "\n\n".join(map(_block, blocks))


def _shortened(block: Block) -> Block:
    """Return a block without what is folded up in it."""
    if not isinstance(block, Folded):
        return block
    kept = tuple(each for each in block.blocks if not isinstance(each, Folded))
    return replace(block, blocks=kept)


def _left_out(parts: int) -> str:
    """Return a line on what a comment has no room for."""
    more = f", and {count_of(parts, 'part')} of the summary" if parts else ""
    told = f"A comment has no room for the texts to share{more}. `advocacy review` shows them."
    return _block(Paragraph(make_words(told)))


def _block(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"{'#' * level} {_words(words)}"
        case Paragraph(words):
            return make_line(_words(words))
        case Bullets(items):
            return "\n".join(f"- {make_line(_words(item))}" for item in items)
        case Table(head, rows):
            return "\n".join(_table(head, rows))
        case Listing(text, kind):
            return make_fenced(text, kind)
        case Picture(file, _, _, told):
            return make_line(_words((f"{told}: ", Code(file.as_posix()))))
        case Folded(title, blocks, is_open):
            begin = f"<details{' open' * is_open}><summary>{_title(title)}</summary>"
            return f"{begin}\n\n{make_markdown_text(blocks)}\n\n</details>"


def _table(head: tuple[str, ...], rows: tuple[tuple[Words, ...], ...]) -> Iterator[str]:
    yield f"| {' | '.join(map(make_plain, head))} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(_cell(cell) for cell in row)} |"


def _cell(words: Words) -> str:
    """Return a cell; code in it has to part its bars from those of the table."""
    return "".join(
        _inline(each).replace("|", "\\|") if isinstance(each, Code) else _inline(each)
        for each in words
    )


def _words(words: Words) -> str:
    return "".join(map(_inline, words))


def _inline(inline: Inline) -> str:
    match inline:
        case Code(text):
            return make_code_span(text)
        case Strong(text):
            # Without words the marks alone would be a line across the page.
            return f"**{plain}**" if (plain := make_plain(text)) else ""
        case Link(text, address):
            return make_link(text, address)
        case str(text):
            return _spaced(text)


def _spaced(text: str) -> str:
    """Return a text with one space where it begins or ends with some: it stands beside others."""
    before, behind = " " * text[:1].isspace(), " " * text[-1:].isspace()
    plain = make_plain(text)
    return f"{before}{plain}{behind}" if plain else before


def _title(words: Words) -> str:
    """Return words as HTML: no Markdown is read in a summary."""
    return "".join(map(_in_html, words))


def _in_html(inline: Inline) -> str:
    match inline:
        case Code(text):
            return f"<code>{_escaped(text)}</code>"
        case Strong(text):
            return f"<strong>{_escaped(text)}</strong>"
        case Link(text, _):
            return _escaped(text)
        case str(text):
            return _escaped(text)


def _escaped(text: str) -> str:
    """Return a text as HTML in which Markdown finds no mark, either."""
    return escape(part_names(make_visible(text.replace("\n", " "))))
