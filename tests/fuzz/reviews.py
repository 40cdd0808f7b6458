"""Reviews: whatever a finding quotes, a comment and a page have the same elements."""

from collections.abc import Iterable
from functools import cache

from markdown_it import MarkdownIt

from advocacy.review.document import (
    Block,
    Bullets,
    Code,
    Folded,
    Heading,
    Link,
    Listing,
    Paragraph,
    Strong,
    Table,
    Words,
)
from advocacy.review.markdown import make_markdown
from advocacy.review.page import make_page
from tests.fuzz.pages import read_page, read_tags
from tests.fuzz.target import Target
from tests.fuzz.texts import encoded, hostile_texts

# What forges read of comments, but for what they make of names and numbers afterwards.
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def make_blocks(text: str) -> tuple[Block, ...]:
    """Return each kind of block, with a text wherever it has one."""
    words: Words = (text, Code(text), Strong(text), Link(text, "https://a.example/"), text)
    only = tuple((each,) for each in words)
    blocks: tuple[Block, ...] = (
        Heading(3, (text,)),
        *(Paragraph(each) for each in (words, *only)),
        Bullets((words, *only)),
        Table((text, text), ((words, (text,)), (words, (Code(text),)))),
        Listing(text),
    )
    return (*blocks, Folded((text,), blocks, is_open=True))


def read_elements(text: str) -> tuple[list[str], list[str]]:
    """Return the elements of a comment, as a forge reads it, and of a page."""
    blocks = make_blocks(text)
    comment = READER.render(make_markdown(blocks))
    page = read_page(make_page(text, blocks)).iter()
    return _names(tag for tag, _ in read_tags(comment)), _names(each.tag for each in page)


@cache
def peaceful() -> tuple[list[str], list[str]]:
    """Return the elements where each text is one harmless word."""
    return read_elements("word")


def hold(content: bytes) -> None:
    """Try one text wherever a review quotes one."""
    text = content.decode("utf-8", "replace").replace("\0", "").replace("\r", "")

    assert read_elements(f"{text} word") == peaceful()


def _names(tags: Iterable[object]) -> list[str]:
    return [tag if isinstance(tag, str) else "!--" for tag in tags]


REVIEWS = Target("reviews", encoded(hostile_texts()), hold)
