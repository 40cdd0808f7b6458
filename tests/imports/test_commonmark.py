"""CommonMark made into what our renderer reads."""

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from advocacy.imports.commonmark import rewrite_blocks
from advocacy.markup.parser import make_parser

MOVED = "lists and other blocks"
MARKS = "marks of CommonMark"

LINES = (
    "a|b c|||- d|* e|+ f|1. g|2) h|  - i|    - j|   k|      l|> m|> - n|>   o|# p|#q|---|  1. r|s\\"
    "|```\nt\n```|  ```\n  u\n  ```"
).split("|")


@pytest.mark.parametrize(
    ("body", "became"),
    [
        ("a\n- b\n- c", "a\n\n- b\n- c"),
        ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"),
        ("- a\n  more\nlazy", "- a\n    more\n    lazy"),
        ("- a\n\n  b\n- c", "- a\n\n    b\n\n- c"),
        ("1) a\n2) b", "1. a\n2. b"),
        ("1) a\n\n2) b", "1. a\n\n2. b"),
        ("- |a|\n  |-|\n  |b\\|c|", "- | a |\n    |---|\n    | b\\|c |"),
        ("3. a\n   - b", "3. a\n    - b"),
        ("- a\n\n1. b", "- a\n\n<!-- -->\n\n1. b"),
        ("- a\n  2\\. b", "- a\n    2\\. b"),
        ("- a\n      - b", "- a\n    \\- b"),
        ("- a\n  - b\n\n  ```\n  c\n  ```", "- a\n\n    - b\n\n    <!-- -->\n\n        c"),
        ("   1. a\n\n    b", "1. a\n\n<!-- -->\n\n    b"),
        ("a\\\n===", "# a\\\\"),
        ("#a\n===", "# #a"),
        ("- a\n  2. b", "- a\n    2\\. b"),
        ("- ```py\n  x\n  ```\n- b", "- <!-- -->\n\n        x\n\n- b"),
        ("- > a\n  > b", "- <!-- -->\n\n    > a\n    > b"),
        ("- a\n\n  ```py\n  x\n\n  y\n  ```", "- a\n\n        x\n\n        y"),
        ("-\n- b", "- <!-- -->\n\n- b"),
        ("- |a|b|\n  |-|:-:|\n  |c|d|", "- | a | b |\n    |---|:---:|\n    | c | d |"),
        ("> a\n> - b\n>   - c", "> a\n>\n> - b\n>     - c"),
        ("> ```\n> a\n> ```", ">     a"),
        ("> a\n> b", "> a\n> b"),
        ("a\n```\nb\n```\nc", "a\n\n```\nb\n```\n\nc"),
        ("~~~ py\na\n~~~~", "```py\na\n```"),
        (" ```\n ``\n ```", "```\n``\n```"),
        ("~~~\n```\n~~~~", "````\n```\n````"),
        ("a\nb\n---\nc", "## a b\nc"),
        (" # a", "# a"),
        ("a\n\n| b |\n|---|\n| c |\nd", "a\n\n| b |\n|---|\n| c |\nd"),
        ("#a\n\n#1 of b", "\\#a\n\n\\#1 of b"),
        ("a\\\nb", "a  \nb"),
        ("a\\\\\nb", "a\\\\\nb"),
        ("~~a b~~ and `~~c~~`", "<del>a b</del> and `~~c~~`"),
        ("about ~5 to ~6", "about ~5 to ~6"),
        ("[a](/b#:~:text=c) [d](/e#:~:text=f)", "[a](/b#:~:text=c) [d](/e#:~:text=f)"),
        ("<https://a.org/~b/> <https://a.org/~c/>", "<https://a.org/~b/> <https://a.org/~c/>"),
        ("[a]\n\n[a]: /~b/~c", "[a]\n\n[a]: /~b/~c"),
        ("~~[a](/b)~~ and ~c [d](/e)~", "<del>[a](/b)</del> and <del>c [d](/e)</del>"),
        ("\\$5, \\<b> and \\*", "$5, &lt;b> and \\*"),
        ('[a](/b "c \\"d\\"")', '[a](/b "c &quot;d&quot;")'),
        ("- [a]\n\n  [a]: /b 'c'", '- [a]\n\n[A]: </b> "c"'),
        ("[a]\n\n[a]: /b", "[a]\n\n[a]: /b"),
        ("    ~~a~~\\\n    - b", "    ~~a~~\\\n    - b"),
        ("<div>\n- a\n  - b\n</div>", "<div>\n- a\n  - b\n</div>"),
        ("a  \nb\n\n\nc", "a  \nb\n\n\nc"),
    ],
)
def test_blocks_are_written_as_our_renderer_reads_them(body: str, became: str) -> None:
    assert rewrite_blocks(body).text.rstrip("\n") == became


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("a\n- b\n  - c", "<p>a</p><ul><li>b<ul><li>c</li></ul></li></ul>"),
        ("1. a\n   - b\n\n     c", "<ol><li><p>a</p><ul><li><p>b</p><p>c</p></li></ul></li></ol>"),
        ("- a\n\n<!-- -->\n\n    b", "<ul><li>a</li></ul><!-- --><pre>b</pre>"),
        ("- a\n  - b\n\n  c", "<ul><li><p>a</p><ul><li>b</li></ul><p>c</p></li></ul>"),
        ("- ```\n  a\n  ```", "<ul><li><!-- --><pre>a</pre></li></ul>"),
        ("- > a\n  > b", "<ul><li><!-- --><blockquote><p>ab</p></blockquote></li></ul>"),
        ("> 1) a\n>    ~~~\n>    b", "<blockquote><ol><li>a<pre>b</pre></li></ol></blockquote>"),
        ("* a\n* b\n\n+ c", "<ul><li>a</li><li>b</li></ul><!-- --><ul><li>c</li></ul>"),
        ("- # a\n\n  b", "<ul><li><h1>a</h1><p>b</p></li></ul>"),
    ],
)
def test_what_is_nested_in_the_source_is_nested_on_the_page(body: str, html: str) -> None:
    shown = make_parser(heading_ids=False).convert(rewrite_blocks(body).text)

    for gone in ("\n", '<div class="codehilite">', "</div>", "<span></span>", "<code>", "</code>"):
        shown = shown.replace(gone, "")
    assert shown == html


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("a\n\n- b\n- c", []),
        ("*   a\n*   b", []),
        ("a\n- b", [MOVED]),
        ("1) b", [MOVED]),
        ("~~a~~", [MARKS]),
        ("- a\n\n  ```py\n  b\n  ```", ["the language of code in a list or quotation: py", MOVED]),
    ],
)
def test_what_was_changed_is_noted(body: str, seen: list[str]) -> None:
    assert [note.seen for note in rewrite_blocks(body).notes] == seen


@given(st.lists(st.sampled_from(LINES), max_size=8).map("\n".join))
def test_items_headings_code_and_words_are_those_of_commonmark(body: str) -> None:
    meant = MarkdownIt("commonmark").render(body)
    shown = make_parser(heading_ids=False).convert(rewrite_blocks(body).text)

    assert read_blocks(shown) == read_blocks(meant)


def read_blocks(html: str) -> list[list[str]]:
    """Return the texts of items, headings, code and the whole page, without white space."""
    page = lxml.html.fragment_fromstring(html, "div")
    return [
        ["".join(element.text_content().split()) for element in page.xpath(path)]
        for path in ("//li", "//h1 | //h2", "//pre", ".")
    ]
