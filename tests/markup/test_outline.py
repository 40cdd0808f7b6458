"""Which level a heading is shown at: never more than one below the one before it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.markup.outline import Outline
from advocacy.markup.render import Renderer
from advocacy.markup.targets import Targets


def shown(written: list[int]) -> list[int]:
    outline = Outline()
    return [outline.place(level) for level in written]


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ([2, 3, 4, 2], [2, 3, 4, 2]),
        ([3, 3, 4, 3], [2, 2, 3, 2]),
        ([2, 4, 2], [2, 3, 2]),
        ([2, 4, 3], [2, 3, 3]),
        ([4, 3, 2], [2, 2, 2]),
        ([1, 2, 3], [2, 3, 4]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
        ([6, 6], [2, 2]),
    ],
)
def test_a_level_that_is_left_out_is_closed(written, levels):
    assert shown(written) == levels


@given(st.lists(st.integers(1, 6)))
def test_no_heading_is_more_than_one_level_below_the_last(written):
    levels = shown(written)

    for before, after in zip([1, *levels], levels, strict=False):
        assert 2 <= after <= before + 1


@given(st.lists(st.integers(2, 6)))
def test_what_is_written_deeper_is_never_shown_higher(written):
    levels = shown(written)

    for at, (before, after) in enumerate(pairwise(written)):
        if after > before:
            assert levels[at + 1] > levels[at] or levels[at] == 6
        elif after == before:
            assert levels[at + 1] == levels[at]


def test_a_page_shows_it_and_a_table_of_contents_knows(site):
    rendered = Renderer(Targets(site, {})).render(
        "### A\n\n##### *B*\n\n### C", "content/posts/x.md"
    )

    assert rendered.html.replace("\n", "") == (
        '<h2 id="a">A</h2><h3 id="b"><em>B</em></h3><h2 id="c">C</h2>'
    )
    assert [(each.level, each.text) for each in rendered.headings] == [(2, "A"), (3, "B"), (2, "C")]
