"""torture.md holds the finding of each rule between `«` and `»`; nothing else may be found."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from advocacy.editorial.guide import Guide, read_guide
from advocacy.library import read_library
from advocacy.markup.targets import Targets
from advocacy.site import Site
from tests.conftest import STAFF
from tests.editorial.conftest import HERE, MakeGuide, check_library

PATH = "content/posts/x.md"
POST = (HERE / "torture.md").read_text(encoding="utf-8")
# `«words»` are of one of the rules for words, `«Check.Id: words»` of the check that is named.
MARK = re.compile(r"«(?:(?P<check>[A-Z]\w+\.[A-Z]\w+): )?|»")
WORDS = "Torture.Word|Torture.Sign|Torture.Swap"


class Found(NamedTuple):
    """What is found: its first line and column, and those behind its last character."""

    line: int
    column: int
    end_line: int
    end_column: int
    check: str
    words: str


@pytest.fixture
def torture_guide(make_page: MakeGuide) -> Guide:
    return read_guide(make_page((HERE / "torture_guide.md").read_text(encoding="utf-8")))


def unmark(marked: str) -> tuple[str, list[Found]]:
    """Return a text without its marks, and what they hold."""
    text, spans, begun, at = "", [], [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[0] == "»":
            begin, check = begun.pop()
            spans.append((begin, len(text), check))
        else:
            begun.append((len(text), mark["check"] or "Word"))
    assert not begun
    text += marked[at:]
    return text, sorted(make_found(text, *span) for span in spans)


def make_found(text: str, begin: int, end: int, check: str) -> Found:
    places = (place for offset in (begin, end) for place in position(text, offset))
    return Found(*places, check, text[begin:end])


def position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


@pytest.mark.parametrize(
    ("change", "encode"),
    [
        (lambda text: text, lambda text: text.encode()),
        (lambda text: text, lambda text: text.replace("\n", "\r\n").encode()),
        (lambda text: text, lambda text: text.encode("utf-8-sig")),
        (
            lambda text: re.sub("(?m)^(?:    )+", lambda m: "\t" * (len(m[0]) // 4), text),
            str.encode,
        ),
    ],
    ids=["as it is", "with CRLF", "with a BOM", "with tabs"],
)
def test_every_finding_stands_where_it_is_marked(
    change: Callable[[str], str],
    encode: Callable[[str], bytes],
    torture_guide: Guide,
    site: Site,
    write: Callable[..., Path],
) -> None:
    front, body = POST.split("\n---\n", 1)
    text, expected = unmark(f"{front}\n---\n{change(body)}")
    write(PATH, encode(text))
    write("content/staff/ana.md", STAFF)

    findings = check_library(read_library(site), torture_guide, Targets(site))

    found = [
        Found(
            each.line,
            each.column,
            each.end_line,
            each.end_column,
            "Word" if each.check in WORDS else each.check,
            slice_of(text, each.line, each.column, each.end_line, each.end_column),
        )
        for each in findings
    ]
    assert sorted(found) == expected


def slice_of(text: str, line: int, column: int, end_line: int, end_column: int) -> str:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return text[starts[line - 1] + column - 1 : starts[end_line - 1] + end_column - 1]
