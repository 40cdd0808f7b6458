"""What a pull request says of itself is shown as it is, and does nothing in a comment."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from advocacy.editorial.reports.markdown_text import make_plain
from advocacy.review.document import (
    Block,
    Bullets,
    Code,
    Folded,
    Heading,
    Link,
    Listing,
    Paragraph,
    Picture,
    Strong,
    Table,
)
from advocacy.review.markdown import MARKER, MOST_BYTES, make_markdown
from advocacy.review.page import make_page
from tests.conftest import PROJECT
from tests.review.conftest import PullRequest

PICTURE = PROJECT / "content/images/northfield/seated.png"

HOSTILE = (
    "@everybody look",
    "Fixes #12, !3, ~bug, %4, &5, $6 and GH-7",
    "</summary></details><h1>Approved</h1>",
    "<script>alert(1)</script>",
    "<img src=https://evil.example/x.png>",
    "![seen](https://evil.example/x.png)",
    "[Approve](https://evil.example)",
    "[Approve]: https://evil.example",
    "<https://evil.example>",
    "https://evil.example/phish",
    "www.evil.example",
    "ana@evil.example",
    "| a | b |",
    "a \\| b",
    "```suggestion",
    "`` ` ``` `",
    "~~~",
    "**bold** _slanted_ ~~gone~~",
    "/approve",
    "/merge and /close",
    "- [x] checked",
    "# Approved",
    "1. first",
    "2) second",
    "> quoted",
    "===",
    "---",
    "+ more",
    MARKER,
    "--> <b>",
    "\u202etxet dehctiws",
    "a\u2028b\u0085c",
    "\x1b]0;title\x07",
    ":octocat: :tada:",
    "&lt;b&gt; &#64;ana &commat;ana",
    "\\",
    "ends with \\",
    "$\\frac{1}{2}$ $`x`$",
    "{{ evil }} {% raw %}",
    "[[_TOC_]]",
    "xmpp:a mailto:b",
    '"><b>bold</b>',
    "a\n\n# Approved",
)
# What commands a terminal, turns text around, or ends a line.
COMMANDS = {*"\u202e\u2028\x1b\x07\x85"}
# What a forge makes links and messages of, in the text that is left once Markdown is read.
NAMING = re.compile(
    r"(?<![\w/])@\w|[#!~%&$^]\w|\bgh-\d|https?://|\bwww\.\w|:[a-z]\w*:", re.IGNORECASE
)
# GitLab obeys a line that begins so, but for one in a listing.
ORDER = re.compile(r"^\s*/\w", re.MULTILINE)
LISTING = re.compile(r"^(`{3,})(?:diff)?\n.*?\n\1$", re.MULTILINE | re.DOTALL)
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def tell(text: str) -> tuple[Block, ...]:
    """Return a summary with a text in every place that a text can have."""
    words = (text, " ", Code(text), " ", Strong(text), " ", Link(text, "https://ours.example/"))
    blocks: tuple[Block, ...] = (
        Paragraph(words),
        Paragraph((text,)),
        Paragraph((Code(text),)),
        Bullets(((text,), words)),
        Table((text, "b"), ((words, (text,)), ((Code(text),), words))),
        Listing(text, "diff"),
        Listing(text, lang="en"),
        Picture(PICTURE, 390, text, text),
    )
    return (Heading(2, words), *blocks, Folded(words, blocks))


class Reader(HTMLParser):
    """Notes the elements of a page, where links lead, and the text outside of code."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.hrefs: list[str] = []
        self.text = ""
        self.comments: list[str] = []
        self.code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.hrefs += [value or "" for name, value in attrs if name in {"href", "src"}]
        self.code += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self.elements.append(f"/{tag}")
        self.code -= tag == "code"

    def handle_data(self, data: str) -> None:
        self.text += "" if self.code else data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


PLAIN = read(MARKDOWN.render(make_markdown(tell("plain words"))))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_in_a_comment_is_words_alone(text: str) -> None:
    written = make_markdown(tell(text))

    seen = read(MARKDOWN.render(written))

    assert seen.elements == PLAIN.elements
    assert {*seen.hrefs} == {"https://ours.example/"}
    assert seen.comments == PLAIN.comments
    assert NAMING.findall(seen.text) == []
    assert ORDER.findall(LISTING.sub("", written)) == []
    assert COMMANDS.isdisjoint(written)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_on_a_page_is_words_alone(text: str) -> None:
    plain = read(make_page("Review", tell("plain words")))
    written = make_page("Review", tell(text))

    seen = read(written)

    assert [each for each in seen.elements if each not in {"ins", "/ins", "del", "/del"}] == (
        plain.elements
    )
    assert {*seen.hrefs} == {*plain.hrefs}
    assert seen.comments == []
    assert COMMANDS.isdisjoint(written)


def test_what_is_folded_up_has_one_line_for_a_title() -> None:
    assert "<summary>a b</summary>" in make_markdown([Folded(("a\nb",), ())])


@pytest.mark.parametrize("text", ["", " ", "\u00ad", "\n"])
def test_a_text_without_a_sign_to_see_leaves_no_mark(text: str) -> None:
    seen = read(MARKDOWN.render(make_markdown([Paragraph((Strong(text), Code(text)))])))

    assert (seen.elements, seen.text.strip()) == ([], "")


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), max_size=4))
@settings(max_examples=100)
def test_no_mixture_of_texts_is_more_than_words(texts: list[str]) -> None:
    assume(make_plain("".join(texts)))

    seen = read(MARKDOWN.render(make_markdown(tell("".join(texts)))))

    assert seen.elements == PLAIN.elements
    assert NAMING.findall(seen.text) == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil", "/x", ""])
def test_a_link_that_leads_nowhere_on_the_web_is_words(address: str) -> None:
    blocks = [Paragraph((Link("words", address),))]

    assert read(MARKDOWN.render(make_markdown(blocks))).hrefs == []
    assert read(make_page("Review", blocks)).hrefs == []


@pytest.mark.parametrize(
    "address", ["https://ours.example/a)b>c \n<d\\e", "https://ours.example/`"]
)
def test_an_address_ends_where_it_ends(address: str) -> None:
    seen = read(MARKDOWN.render(make_markdown([Paragraph((Link("words", address), " more"))])))

    assert len(seen.hrefs) == 1
    assert seen.text.strip() == "words more"


# The colours of terminals and what ends a line cannot stand in front matter at all.
TITLES = tuple(each for each in HOSTILE if each.isprintable())


def written(title: str, pull_request: PullRequest) -> str:
    fields = {"title": json.dumps(title, ensure_ascii=False), "slug": "hostile"}
    pull_request.site.post("hostile", fields=fields, body="Our chairman: the old folks home.")
    return pull_request.review().output


def titles() -> Iterator[str]:
    yield from TITLES


def test_a_hostile_title_changes_no_more_than_the_words(pull_request: PullRequest) -> None:
    plain = read(MARKDOWN.render(written("plain words", pull_request))).elements

    changed = [
        title
        for title in titles()
        if read(MARKDOWN.render(written(title, pull_request))).elements != plain
    ]

    assert changed == []


INNER = Folded(("The texts",), (Listing("text " * 400),))


@pytest.mark.parametrize(
    ("posts", "told"),
    [
        ([Folded(("Post",), (INNER,))] * 20, ""),
        ([Folded(("Post",), (INNER,))] * 60, "A comment has no room for the texts to share. "),
        (
            [Folded(("Post",), (Listing("word " * 400), INNER))] * 60,
            "A comment has no room for the texts to share, and 32 parts of the summary. ",
        ),
        (
            [Folded(("\u0635\u0648\u0631\u0629",), (Listing("\u0635" * 900),))] * 40,
            "A comment has no room",
        ),
    ],
)
def test_what_does_not_fit_into_a_comment_is_left_out_and_told(
    posts: list[Block], told: str
) -> None:
    written = make_markdown([Heading(2, ("Verdict",)), *posts, Paragraph(("The end.",))])

    assert len(written.encode()) <= MOST_BYTES
    assert written.startswith(f"{MARKER}\n\n## Verdict\n")
    assert "\nThe end.\n" in written
    assert written.splitlines()[-1].startswith(told or "The end.")
    assert written.count("<details>") == written.count("</details>")
