"""The source map: what a reader sees, and where in the file it stands."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy.markup.blocks import SourceMap
from advocacy.markup.source_map import make_source_map
from advocacy.source import Source

HEAD = "---\ntitle: A word\n---\n"


def read(body: str, head: str = HEAD) -> tuple[Source, SourceMap]:
    source = Source("content/posts/x.md", head + body)
    return source, make_source_map(source, len(head))


@pytest.mark.parametrize(
    ("body", "parts", "text"),
    [
        ("a *b* **c** ~~d~~", {"paragraph"}, "a b c d"),
        ("a\nb", {"paragraph"}, "a b"),
        ("a  \nb\\\nc<br>d", {"paragraph"}, "a b c d"),
        ("a `code` b", {"paragraph"}, "a **** b"),
        ("a `` x`y `` b", {"paragraph"}, "a *** b"),
        ("&lt;&#97;&eacute; \\*x\\_ \\q", {"paragraph"}, "<aé *x_ \\q"),
        ("see <https://a.example/b>.", {"paragraph"}, "see *******************."),
        ("see https://a.example/b, ok", {"paragraph"}, "see *******************, ok"),
        ("mail <ana@a.example>", {"paragraph"}, "mail *************"),
        ("[a b](c.md 'd')", {"paragraph"}, "a b"),
        ("a<span class='b'>c</span>", {"paragraph"}, "ac"),
        ("a <!-- b --> c", {"paragraph"}, "a c"),
        ("a <!-->b<!-- --> c", {"paragraph"}, "a b c"),
        ("a `b c` d", {"paragraph"}, "a *** d"),
        ("a <code>b c</code> d", {"paragraph"}, "a *** d"),
        ("a\t b  \n  c", {"paragraph"}, "a b c"),
        ("a\u00a0b\u202fc&nbsp;d\u3000e", {"paragraph"}, "a b c d e"),
        ("so\u00adft&shy;ly\u200b \u2060now", {"paragraph"}, "softly now"),
        ("chair\ufe0f\u200dman", {"paragraph"}, "chairman"),
        ("\U0001f469\u200d\U0001f680 up", {"paragraph"}, "\U0001f469\u200d\U0001f680 up"),
        ("a <svg>b</svg><noscript>c</noscript> d", {"paragraph"}, "a d"),
        ("1.     a", {"list"}, "a"),
        ("- a\n\n      b", {"list"}, "a"),
        ("### a b ###", {"heading", "h3"}, "a b"),
        ("a b\n---", {"heading", "h2"}, "a b"),
        ("> a\n> b", {"blockquote"}, "a b"),
        ("> a\nb", {"blockquote"}, "a b"),
        ("- a\n  b", {"list"}, "a b"),
        ("> 1. a", {"list", "blockquote"}, "a"),
        ("t\n: a", {"list"}, "t"),
        ("| a | b |\n|---|---|", {"table", "header"}, "a"),
        ("[^1]: a", {"footnote", "paragraph"}, "a"),
        ("!!! note\n    a", {"admonition", "paragraph"}, "a"),
        ("![a *b*](c.png)", {"alt"}, "a b"),
    ],
)
def test_a_block_has_the_text_that_a_reader_sees(body: str, parts: set[str], text: str) -> None:
    _, found = read(body)

    assert found.blocks[0].text == text
    assert found.blocks[0].parts == parts | {"text"}


@pytest.mark.parametrize(
    "body",
    [
        "```\na\n```",
        "    a",
        "<!-- a -->",
        "![](a.png)",
        "---",
        "[a]: b.md",
        "`a`",
        "<a@b.example>",
    ],
)
def test_what_is_no_text_is_no_block(body: str) -> None:
    assert read(body)[1].blocks == ()


@pytest.mark.parametrize(
    ("body", "text", "target", "text_place", "target_place"),
    [
        ("see [a b](c.md)", "a b", "c.md", "a b", "c.md"),
        ("[a](<c d.md> 'e')", "a", "c d.md", "a", "c d.md"),
        ("[a](\n  ü.md)", "a", "ü.md", "a", "ü.md"),
        ("[**a** `b`](c.md)", "a *", "c.md", "**a** `b`", "c.md"),
        ("[a][r]\n\n[r]: c.md", "a", "c.md", "a", "c.md"),
        ("<https://a.example>", "https://a.example", "https://a.example")
        + ("https://a.example",) * 2,
        ("<a@b.example>", "a@b.example", "mailto:a@b.example", "a@b.example", "a@b.example"),
        ("[![a](b.png)](c.md)", "a", "c.md", "![a](b.png)", "c.md"),
        ("| [a](c.md) |\n|---|", "a", "c.md", "a", "c.md"),
        ("[a](javascript:b)", "a", "javascript:b", "a", "javascript:b"),
        ("[a](b&amp;c)", "a", "b&c", "a", "b&amp;c"),
        ("see <a href='c.md'>a *b*</a>", "a b", "c.md", "a *b*", "c.md"),
        ("<p><a href=c.md>a <b>b</b></a></p>", "a b", "c.md", "a <b>b</b>", "c.md"),
        ("<p><a href=c.md><img alt=a src=d></a></p>", "a", "c.md", "<img alt=a src=d>", "c.md"),
    ],
)
def test_a_link_has_its_text_and_target(
    body: str, text: str, target: str, text_place: str, target_place: str
) -> None:
    source, found = read(body)

    link = found.links[0]
    assert (link.text, link.target) == (text, target)
    assert source.text[link.start : link.end] == text_place
    assert source.text[link.target_start :].startswith(target_place)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<div>a <b>b</b></div>", "a b"),
        ("<p title='x'>a &amp;\nb</p>", "a & b"),
        ("<script>a</script>", ""),
        ("<p>a<!-- b --></p><style>c</style>", "a"),
        ("<p>a < b", "a < b"),
        ("<p>a<!-->b<!--->c</p>", "abc"),
        ("<p>a<b>b</b><i>c</i></p>", "abc"),
        ("<p>a<svg>b</svg></p>", "a"),
        ("<p title='b>c'>a</p>", "a"),
        ("<div>\n\n    a\n", "a"),
    ],
)
def test_html_is_a_block_of_its_own(body: str, text: str) -> None:
    source, found = read(body)

    assert [" ".join(block.text.split()) for block in found.blocks] == ([text] if text else [])
    for block in found.blocks:
        assert block.parts == {"text", "html"}
        start, end = block.traced.span(block.text.index("a"), block.text.index("a") + 1)
        assert source.text[start:end] == "a"


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        ("a\n\n```\nb\n```\n", None),
        ("a\n\n```\nb\n", "```"),
        ("> ~~~~ x\n> b\n\nc", "~~~~"),
        ("```", "```"),
        ("```\na\n\n\n", "```"),
        ("```\n```", None),
        ("- ```\n  a\n  ```\n", None),
        ("> ```\n> a\n> `````\n", None),
        ("<!-- a\n\nb", "<!--"),
        ("<!-- a\n\nb -->", None),
    ],
)
def test_a_mark_without_an_end_is_told(body: str, mark: str | None) -> None:
    source, found = read(body)

    assert [each.mark for each in found.unclosed] == ([mark] if mark else [])
    for each in found.unclosed:
        assert source.text[each.start :].startswith(each.mark)


def test_an_image_has_its_alt_text_and_target() -> None:
    source, found = read("> a\n> ![b &amp; `c`](d.png)")

    image = found.images[0]
    assert (image.alt, image.target) == ("b & *", "d.png")
    assert source.text[image.start : image.end] == "![b &amp; `c`"
    assert source.text[image.target_start :] == "d.png)"


@pytest.mark.parametrize(
    "body", ["![b &amp; c](d.png 'e')", "<p><img src='d.png' title=e alt='b &amp; c'></p>"]
)
def test_an_image_has_its_title_and_alt_text_as_text(body: str) -> None:
    _, found = read(body)

    assert [image.alt for image in found.images] == ["b & c"]
    assert [block.text.strip(" *") for block in found.blocks if block.text.strip(" *")] == [
        "b & c",
        "e",
    ]


@pytest.mark.parametrize("body", ["***a **b ~~c ~d", "a_b_ * c", "`a", "x &c; y"])
def test_marks_that_mean_nothing_stand_where_they_stand(body: str) -> None:
    source, found = read(body)

    block = found.blocks[0]
    assert block.text == body.strip("<>")
    for index, character in enumerate(block.text):
        start, end = block.traced.span(index, index + 1)
        assert start == len(HEAD) + body.index(block.text) + index
        assert source.text[start:end] == character


def test_headings_come_with_their_levels() -> None:
    source, found = read("## a *b*\n\nc\n===\n\n> ### d ###\n")

    assert [(each.level, each.text) for each in found.headings] == [(2, "a b"), (1, "c"), (3, "d")]
    assert [source.position(each.start) for each in found.headings] == [(4, 4), (6, 1), (9, 7)]


@pytest.mark.parametrize(
    ("body", "covered"),
    [
        ("<!-- a -->\n\nb\nc\n\nd", "b\nc\n"),
        ("<!-- a -->\nb", "b"),
        ("b\n<!-- a --> c\n\nd", "b\n<!-- a --> c\n"),
        ("<!-- a -->\n\n- b\n- c\n\nd", "- b\n- c\n\n"),
        ("- b\n- c <!-- a -->\n- d", "- c <!-- a -->\n"),
        ("<!-- a -->\n<!-- x -->\n\nb", "b"),
        ("> <!-- a -->\n> b\n\nc", "> b\n"),
        ("b\n\n<!-- a -->\n", ""),
        ("- <!-- a -->\n\nb", ""),
        ("<!-- a --> b\n\nc", "<!-- a --> b\n"),
        ("<!--\na\n-->\n\nb", "b"),
    ],
)
def test_a_comment_speaks_of_its_block(body: str, covered: str) -> None:
    source, found = read(body)

    assert source.text[slice(*found.comments[0].covers)] == covered
    assert found.comments[0].text.strip() == "a"


def test_a_fence_tells_where_its_code_is() -> None:
    source, found = read("a\n\n```yaml rule\nb: c\n\nd: e\n```\nf\n\n~~~\ng")

    first, second = found.fences
    assert (first.info, source.text[first.start : first.end]) == ("yaml rule", "b: c\n\nd: e\n")
    assert source.text[first.outer_start : first.outer_end] == "```yaml rule\nb: c\n\nd: e\n```\n"
    assert source.text[second.start : second.end] == "g"


WORD = re.compile(r"w\d+w")
words = st.integers(0, 9999).map(lambda number: f"w{number}w")
inline = st.recursive(
    words
    | st.sampled_from(
        ["`x`", "&amp;", "\\*", "🎈", "<b>", "<https://a.example>", "*", "_", "[", "|"]
    )
    | st.builds("w{0}w\nw{0}w".format, st.integers(0, 99)),
    lambda inner: st.builds(
        lambda mark, parts: mark.format(" ".join(parts)),
        st.sampled_from(
            ["*{}*", "**{}**", "~~{}~~", "[{}](w1w.md)", "![{}](w2w.png)", "{} \\\n{0}"]
        ).map(lambda mark: mark.replace("{0}", "x")),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=12,
)


def _block(kind: str, text: str) -> str:
    first, *rest = text.split("\n")
    return {
        "paragraph": text,
        "heading": f"## {' '.join([first, *rest])} ##",
        "quote": "\n".join(f"> {line}" for line in (first, *rest)),
        "item": "\n".join([f"- \t{first}", *(f"    {line}" for line in rest)]),
        "nested": "\n".join([f"> 1. {first}", *(f">    {line}" for line in rest)]),
        "lazy": "\n".join([f"> - {first}", *rest]),
        "row": f"| h | {first} |\n|---|---|\n| {' '.join(rest)} | a \\| {first} |",
        "footnote": "\n".join([f"[^n]: {first}", *(f"    {line}" for line in rest)]),
        "definition": "\n".join([f"term\n:   {first}", *(f"    {line}" for line in rest)]),
        "box": "\n".join([f'!!! note "{first}"', *(f"    {line}" for line in rest)]),
    }[kind]


KINDS = "paragraph heading quote item nested lazy row footnote definition box".split()
blocks = st.builds(
    _block, st.sampled_from(KINDS), st.lists(inline, min_size=1, max_size=4).map(" ".join)
)


@settings(max_examples=150)
@given(st.lists(blocks, min_size=1, max_size=4).map("\n\n".join))
def test_every_word_leads_back_to_itself(body: str) -> None:
    source, found = read(body)

    for block in found.blocks:
        for match in WORD.finditer(block.text):
            start, end = block.traced.span(*match.span())
            assert source.text[start:end] == match[0]


@settings(max_examples=150)
@given(st.text(alphabet="aw1 \t\n*_`~[]()!<>&;#|-:\\\"'^=+.0é🎈", max_size=120))
def test_no_text_breaks_the_map(body: str) -> None:
    source, found = read(body)

    for block in found.blocks:
        start, end = block.traced.span(0, len(block.text))
        assert len(HEAD) <= start <= end <= len(source.text)
