"""HTML is cut into tags, texts and comments as browsers cut it."""

import pytest

from advocacy.markup.html_grammar import LONGEST_KEPT, read_tag
from advocacy.markup.html_tokens import cut_html
from advocacy.markup.pieces import trace_exact


@pytest.mark.parametrize(
    ("html", "tokens"),
    [
        ("a<b>c</b>", ["text a", "start b", "text c", "end b"]),
        ("<br/>&amp;", ["empty br", "text &"]),
        ("a <a <a b", ["text a <a <a b"]),
        ("<i>a</i> <a <b", ["start i", "text a", "end i", "text  <a <b"]),
        ("a > b <!-- c", ["text a > b ", "comment  c"]),
        ("<!-- c", ["comment  c"]),
        ("a </1", ["text a </1"]),
        ("a </1>", ["text a ", "comment 1"]),
        ("<p class=x>a<p>b", ["start p x", "text a", "start p", "text b"]),
        ("<script>a<b></script>", ["start script", "text a<b>", "end script"]),
    ],
)
def test_html_is_cut_as_browsers_cut_it(html: str, tokens: list[str]) -> None:
    found = [
        " ".join(
            part for part in (each.kind, each.name, each.text.text, each.attribute("class")) if part
        )
        for each in cut_html(trace_exact(html))
    ]

    assert found == tokens


def test_each_part_leads_back_to_where_it_stands() -> None:
    html = "a<b>cd</b>&amp;e"
    places = [
        each.text.span(0, len(each.text.text))
        for each in cut_html(trace_exact(html, 5))
        if each.kind == "text"
    ]

    assert [html[start - 5 : end - 5] for start, end in places] == ["a", "cd", "&amp;e"]


def test_a_long_tag_is_read_and_not_kept() -> None:
    long = f"<a title={'x' * LONGEST_KEPT}>"

    assert read_tag(long) is not read_tag(long)
    assert read_tag(long) == read_tag(long)
    assert read_tag("<a>") is read_tag("<a>")
