"""What an import does grows with a text, and not with its square."""

import re
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from sys import maxsize
from types import FrameType
from typing import Any

import pytest

from advocacy.imports.enclosed import find_enclosed
from advocacy.imports.liquid import replace_liquid
from advocacy.imports.liquid_filters import MOST_FILTERS, replace_output
from advocacy.imports.parts import split_body
from advocacy.imports.plain import first_sentence
from advocacy.imports.scope import Scope
from advocacy.imports.wrappers import unwrap_markdown


def _change(text: str) -> None:
    split_body(text)
    unwrap_markdown(text)
    replace_liquid(text, Scope())
    first_sentence(text)


def count_lines(work: Callable[[], object]) -> int:
    """Return how many lines of the importer run."""
    ran = count()

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if "imports" not in frame.f_code.co_filename:
            return None
        if event == "line":
            next(ran)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return next(ran)


@pytest.mark.parametrize(
    "piece",
    [
        *("~~~ x\n", "```\n", "~~~ x\n\n    y\n\n", "\n<div>\n", "<p>a</p>\n", "<p>a</p> `b`\n\n"),
        *('<div markdown="1">\n', '<div markdown="1">a</div>\n', "<p>\n\n    x\n\n</p>\n\n"),
        *("{% comment %}```\n", "{% comment %}\n```\n{% endcomment %}\n", "`a ", "<code>", "{{ x"),
    ],
)
def test_twice_as_long_a_text_takes_twice_as_many_steps(piece: str) -> None:
    once, twice = (count_lines(partial(_change, piece * times)) for times in (100, 200))

    assert twice < 2.2 * once


class Counted:
    """A pattern that counts the signs it is tried on."""

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self.signs = 0

    def search(self, text: str, at: int, end: int = maxsize) -> re.Match[str] | None:
        """Search as patterns do."""
        found = self.pattern.search(text, at, end)
        self.signs += (found.end() if found else min(end, len(text))) - at
        return found


@pytest.mark.parametrize("text", ["<!-- " * 500, "<!-- -->" * 500, "<!-- " * 500 + "-->"])
def test_each_sign_is_looked_at_once_for_what_closes(text: str) -> None:
    end: Any = Counted("-->")

    found = [*find_enclosed(text, re.compile("<!--"), lambda _: end)]

    assert len(found) == len(re.findall("<!--.*?-->", text))
    assert end.signs <= len(text)


def test_an_output_with_more_filters_than_anybody_writes_is_left_out() -> None:
    scope = Scope({"page.title": "Lift"})
    inside = "page.title" + " | append: 'x'" * MOST_FILTERS

    assert replace_output(inside, scope).text == "Lift" + "x" * MOST_FILTERS
    assert replace_output(f"{inside} | url", scope).text == ""
