"""What the renderer shows, the source map has read: two parsers, held together."""

import html
import re
from collections import Counter
from pathlib import Path

import pytest

from advocacy.markup.blocks import SourceMap
from advocacy.markup.parser import make_parser
from advocacy.markup.source_map import make_source_map
from advocacy.source import Source

HIDDEN = re.compile(r"<(pre|code|script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL)
# Addresses are masked on purpose, and Liquid never reaches a post.
LEFT_OUT = re.compile(
    r"\{%.*?%\}|\{\{.*?\}\}|(?:https?:|www\.)[^\s<>)\"]*|[\w.-]+@[\w.-]+\w", re.DOTALL
)
WORD = re.compile(r"[^\W\d_]{3,}")


def shown(body: str) -> str:
    """Return what the renderer shows of a body, code left out."""
    page = HIDDEN.sub(" ", make_parser(heading_ids=False).convert(body))
    return html.unescape(re.sub(r"<[^>]*>", "", page, flags=re.DOTALL))


def read(body: str) -> SourceMap:
    return make_source_map(Source("content/posts/x.md", body))


@pytest.mark.parametrize(
    "body",
    [
        "para\n    chairman",
        "- a\n\n  chairman",
        "1. a\n\n   chairman\n\n       chairman",
        "- a\n  - b\n    - c chairman",
        "para\n- chairman",
        "#chairman",
        "Setext chairman\n=====",
        "!!! note\n    a\n\n    chairman",
        '!!! note "chairman"',
        "term\n:   def\n\n    chairman",
        "[^1]: a\n\n    chairman",
        "| a |\n| chairman",
        "a | b\n- | -\nchairman | c",
        "<p>chairman</p>",
        "text\n<div>\nchairman\n</div>",
        "<div>\n\nchairman\n\n</div>",
        "<unknown>\nchairman\n</unknown>",
        "<b>chairman</b> x",
        "```\nx\nchairman",
        "~~~\nchairman",
        "<!--\n\nchairman",
        "<!-- a --> chairman",
        "<!-- a\n\nb --> chairman",
        "<!-- a -- chairman",
        "&lt;!-- a --> chairman",
        "[chairman]: x",
        "`` chairman",
        "***\nchairman\n***",
        "1) chairman",
        "$$chairman$$",
        "^[chairman]",
        "~~chairman~~",
        "==chairman==",
    ],
)
def test_what_readers_see_is_read_or_refused(body: str) -> None:
    found = read(body)

    if "chairman" in shown(body):
        assert found.unclosed or any("chairman" in block.text for block in found.blocks)


@pytest.mark.corpus
def test_real_posts_are_read_whole(corpus: Path) -> None:
    for file in sorted((corpus / "content" / "posts").glob("*.md"))[::12]:
        text = file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        body = text.partition("\n---\n")[2]
        body = LEFT_OUT.sub("x", body)

        missed = Counter(WORD.findall(shown(body)))
        for block in read(body).blocks:
            missed -= Counter(WORD.findall(block.text))

        assert sum(missed.values()) <= 2, (file.name, missed)
