"""What people read in a terminal."""

import pytest

from advocacy.editorial.reports.excerpt import WIDTH, make_excerpt
from advocacy.editorial.reports.report import Report
from advocacy.editorial.reports.text import make_text_report
from advocacy.editorial.reports.visible import make_visible, split_clusters
from tests.editorial.reports.conftest import MakeReport, finding


def test_a_finding_shows_its_line_its_reason_and_its_cure(make_report: MakeReport) -> None:
    report = make_report("The chairman spoke.\n")

    assert make_text_report(report).split("\n") == [
        "content/posts/x.md:8:5: Values.Respect Write `chair`, not `chairman`."
        " (/values/#Values.Respect)"
        " [error, blocks]",
        "  8 | The chairman spoke.",
        "    |     ^^^^^^^^ chair",
        "    = Respect people. A job has no gender.",
        "",
        "1 finding; it blocks",
    ]


def test_a_reason_is_told_once(make_report: MakeReport) -> None:
    text = make_text_report(make_report("The chairman met a chairman.\n"))

    assert text.count("A job has no gender.") == 1


def test_advice_that_repeats_is_counted(make_report: MakeReport) -> None:
    text = make_text_report(make_report("It is world-class.\n\n" * 6))

    assert text.count("Values.Wording `world-class` says nothing.") == 3
    assert "content/posts/x.md: 3 more of Values.Wording, at 14:7, 16:7, 18:7" in text


def test_what_blocks_is_never_only_counted(make_report: MakeReport) -> None:
    text = make_text_report(make_report("The chairman spoke.\n\n" * 30))

    assert text.count("[error, blocks]") == 30
    assert "    30  Values.Respect in 1 file\n30 findings; all block" in text


def test_a_brief_report_has_one_line_each(make_report: MakeReport) -> None:
    report = make_report("The chairman spoke.\n\nGoing forward.\n" * 9, is_brief=True)

    assert len(make_text_report(report).split("\n")) == len(report.findings) + 1


@pytest.mark.parametrize(
    ("line", "column", "span", "shown", "marks"),
    [
        ("The chairman spoke.",       5, 8, "The chairman spoke.",    "    ^^^^^^^^"),
        ("\tThe chairman",            6, 8, "    The chairman",       "        ^^^^^^^^"),
        ("ab\tchairman",              4, 8, "ab  chairman",           "    ^^^^^^^^"),
        ("議長は chairman",           5, 8, "議長は chairman",        "       ^^^^^^^^"),
        ("議長は",                    1, 2, "議長は",                 "^^^^"),
        ("e\u0301le\u0301ve chairman", 9, 8, "e\u0301le\u0301ve chairman", "      ^^^^^^^^"),
        ("👩‍🚀 chairman",              5, 8, "👩‍🚀 chairman",           "   ^^^^^^^^"),
        ("\x1b[31mchairman",          6, 8, r"\x1b[31mchairman",      "        ^^^^^^^^"),
        ("\u202echairman",            2, 8, r"\u202echairman",        "      ^^^^^^^^"),
        ("chairman",                  9, 1, "chairman",               "        ^"),
    ],
)  # fmt: skip
def test_carets_stand_below_what_is_meant(
    line: str, column: int, span: int, shown: str, marks: str
) -> None:
    report = Report((), read_lines=lambda _: ("",) * 7 + (line,))
    meant = finding(column=column, span=span, end_column=column + span)

    assert make_excerpt(meant, report) == (f"  8 | {shown}", f"    | {marks}")


@pytest.mark.parametrize("before", [0, 10, 80, 300])
@pytest.mark.parametrize("span", [1, 8, 80, 400])
@pytest.mark.parametrize("behind", [0, 10, 300])
@pytest.mark.parametrize("letter", ["a", "議"])
def test_a_long_line_is_cut_around_what_is_meant(
    before: int, span: int, behind: int, letter: str
) -> None:
    report = Report(
        (), read_lines=lambda _: ("",) * 7 + ("x" * before + letter * span + "y" * behind,)
    )
    meant = finding(column=before + 1, span=span, end_column=before + 1 + span)

    shown, marks = (row[6:] for row in make_excerpt(meant, report))

    width = sum(each.width for each in split_clusters(shown))
    assert width <= WIDTH
    assert shown[marks.index("^") :].startswith(letter)
    assert "……" not in shown
    assert len(marks) <= width


def test_wrapped_words_are_marked_in_each_line(make_report: MakeReport) -> None:
    report = make_report("- It is going\n  forward.\n")

    assert make_excerpt(report.findings[0], report) == (
        "  8 | - It is going",
        "    |         ^^^^^",
        "  9 |   forward.",
        "    |   ^^^^^^^",
    )


def test_nothing_in_a_text_commands_the_terminal() -> None:
    assert make_visible("a\x1b]0;x\x07b\u202ec\u2066\r") == r"a\x1b]0;x\x07b\u202ec\u2066\r"
