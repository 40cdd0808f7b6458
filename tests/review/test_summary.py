"""What a summary says of findings, suggestions and other files, and how much of it."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from advocacy.editorial.finding import Finding
from advocacy.review.encoding import make_json
from advocacy.review.markdown import make_markdown_text
from advocacy.review.report import Remark, Report
from advocacy.review.site_changes import BuildFailure, SiteChanges
from advocacy.review.suggestion import Suggestion
from advocacy.review.summary import MOST_OTHERS, MOST_REMARKS, MOST_SUGGESTED, make_summary

REPORT = Report("main", "0" * 40, date(2026, 4, 10))
PATH = "content/posts/rain.md"


def tell(report: Report) -> list[str]:
    return make_markdown_text(make_summary(report)).splitlines()


def remarks(count: int, *, line: int = 3, blocks: bool = True) -> tuple[Remark, ...]:
    found = (
        Finding(PATH, line, 1, 1, "Values.Plain", "error", f"It is {number}.", blocks=blocks)
        for number in range(count)
    )
    return tuple(Remark(each, "Write plainly", "We do.") for each in found)


def suggestions(count: int) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(PATH, number + 1, "a\n", "b\n", ()) for number in range(count))


def failures(*which: str) -> SiteChanges:
    return SiteChanges(failures=tuple(BuildFailure(each, "It is broken.") for each in which))


@pytest.mark.parametrize(
    ("report", "verdict"),
    [
        (REPORT, "Nothing blocks"),
        (replace(REPORT, older=1), "Nothing new blocks"),
        (replace(REPORT, remarks=remarks(1)), "1 finding blocks"),
        (replace(REPORT, remarks=remarks(2), older=1), "2 findings block"),
        (replace(REPORT, remarks=remarks(1, blocks=False)), "Nothing blocks, 1 piece of advice"),
        (replace(REPORT, site=failures("after")), "Nothing blocks, the site cannot be built"),
        (replace(REPORT, site=failures("before")), "Nothing blocks"),
        (
            replace(REPORT, site=failures("before", "after")),
            "Nothing blocks, the site cannot be built",
        ),
    ],
)
def test_the_verdict_is_one_line(report: Report, verdict: str) -> None:
    assert tell(report)[0] == f"## {verdict}"


@pytest.mark.parametrize(
    ("count", "rest"),
    [
        (MOST_REMARKS, []),
        (MOST_REMARKS + 1, ["- and 1 more: `advocacy check` lists them all."]),
        (MOST_REMARKS + 9, ["- and 9 more: `advocacy check` lists them all."]),
    ],
)
@pytest.mark.parametrize("blocks", [True, False])
def test_of_many_findings_some_are_told_and_the_rest_counted(
    count: int, rest: Sequence[str], *, blocks: bool
) -> None:
    lines = tell(replace(REPORT, remarks=remarks(count, blocks=blocks)))

    told = [line for line in lines if line.startswith("- `content/")]
    assert len(told) == MOST_REMARKS
    assert [line for line in lines if "more:" in line] == rest
    assert ["We do." in line for line in told] == [True] + [False] * (MOST_REMARKS - 1)


@pytest.mark.parametrize(("line", "place"), [(3, f"`{PATH}:3`"), (0, f"`{PATH}`")])
def test_a_finding_says_where(line: int, place: str) -> None:
    lines = tell(replace(REPORT, remarks=remarks(1, line=line)))

    assert f"- {place} It is 0. Why: Write plainly. We do." in lines


@pytest.mark.parametrize(
    ("principle", "reason", "end"),
    [
        ("", "", "It is 0. (Values.Plain)"),
        ("Write plainly", "", "It is 0. Why: Write plainly"),
        ("Write plainly", "We do.", "It is 0. Why: Write plainly. We do."),
    ],
)
def test_a_finding_says_why(principle: str, reason: str, end: str) -> None:
    (found,) = remarks(1)

    lines = tell(replace(REPORT, remarks=(replace(found, principle=principle, reason=reason),)))

    assert f"- `{PATH}:3` {end}" in lines


@pytest.mark.parametrize(
    ("count", "title", "rest"),
    [
        (1, "1 change you can take as it is", []),
        (MOST_SUGGESTED, "20 changes you can take as they are", []),
        (
            MOST_SUGGESTED + 2,
            "22 changes you can take as they are",
            ["2 more are found by `advocacy check --diff`."],
        ),
    ],
)
def test_of_many_suggestions_some_are_shown_and_the_rest_counted(
    count: int, title: str, rest: Sequence[str]
) -> None:
    lines = tell(replace(REPORT, suggestions=suggestions(count)))

    assert f"<details><summary><strong>{title}</strong></summary>" in lines
    assert lines.count("+b") == min(count, MOST_SUGGESTED)
    assert [line for line in lines if "more are found" in line] == rest


def test_one_line_that_ends_as_on_windows_is_enough_to_tell() -> None:
    found = (*suggestions(1), Suggestion(PATH, 9, "a\r\n", "b\r\n", ()))

    assert any("end as on Windows" in line for line in tell(replace(REPORT, suggestions=found)))


@pytest.mark.parametrize(("more", "end"), [(0, "`19.png`."), (3, "`19.png`, and 3 more.")])
def test_of_many_other_files_some_are_named_and_the_rest_counted(more: int, end: str) -> None:
    others = tuple(f"{number}.png" for number in range(MOST_OTHERS + more))

    (line,) = (each for each in tell(replace(REPORT, others=others)) if each.startswith("Also"))

    assert line.startswith("Also changed: `0.png`, ")
    assert line.endswith(f"`18.png`, {end}")


@pytest.mark.parametrize("blocks", [False, True])
def test_programs_are_told_whether_anything_blocks(*, blocks: bool) -> None:
    report = replace(REPORT, remarks=remarks(1, blocks=blocks))

    assert json.loads(make_json(report))["blocks"] is blocks


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("Write `a`", "Write `a`."),
        ("Write `a.`", "Write `a.`"),
        ("Write a.", "Write a."),
        ("Write this:", "Write this:"),
    ],
)
def test_what_ends_with_code_is_made_a_sentence(message: str, sentence: str) -> None:
    finding = Finding(PATH, 3, 1, 1, "Values.Plain", "error", message, blocks=True)

    told = tell(replace(REPORT, remarks=(Remark(finding, "Write plainly", "We do."),)))

    assert any(f" {sentence} " in line for line in told), told
