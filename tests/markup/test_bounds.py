"""What a text may not have too much of."""

import pytest

from advocacy.errors import ContentError
from advocacy.markup.blocks import SourceMap
from advocacy.markup.bounds import find_excess
from advocacy.markup.render import Renderer
from advocacy.markup.source_map import make_source_map
from advocacy.source import Source


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[" * 500, ""),
        ("[" * 501, "501 `[` are not closed."),
        ("]" * 501 + "[" * 501, "501 `[` are not closed."),
        ("[x] " * 5000, ""),
        ("<!-- " * 501, "501 `<` are not closed."),
        ("<!-- > " * 501, "501 `<!--` are not closed."),
        ("<!-- --> " * 501, ""),
        ("# a\n" * 500, ""),
        ("# a\n" * 501, "There are 501 headings."),
        ("> # a\n" * 501, "There are 501 headings."),
        ("a\n=\n" * 501, "There are 501 headings."),
        ("a\n: b\n" * 501, "There are 501 definitions."),
        ("a: b\n" * 501, ""),
        ("<div>" * 1001, "1001 elements of HTML are open at once."),
        ("<div>\n" + "<b>" * 30_000 + "</i>" * 30_000, "30001 elements of HTML are open"),
        ("a <b>" * 1001, ""),
        ("<p>a</p>\n" * 1001, ""),
        ("<div><br/>" * 1000, ""),
        ("`a` " * 50_000, ""),
        ("`a` " * 50_001, "A paragraph has 200004 characters."),
        ("`a` \n\n" * 50_001, ""),
    ],
)
def test_too_much_is_counted(text: str, told: str) -> None:
    found = find_excess(text)

    assert found.startswith(told)
    assert bool(found) == bool(told)


@pytest.mark.parametrize(
    "text", ["<!-- " * 40_000, "a\n: " * 15_000, "# a\n" * 15_000, "<p>" * 9_000]
)
def test_too_much_is_refused_by_the_checker_and_the_renderer(text: str, renderer: Renderer) -> None:
    found = make_source_map(Source("content/posts/x.md", text))
    with pytest.raises(ContentError) as caught:
        renderer.render(text, "content/posts/x.md")

    assert found == SourceMap()
    assert [each.path for each in caught.value.problems] == ["content/posts/x.md"]
