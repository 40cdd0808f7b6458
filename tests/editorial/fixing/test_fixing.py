"""What `--fix` changes, and what it leaves to people."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advocacy.editorial.fixing.fix import apply_fixes, make_fixes
from advocacy.editorial.fixing.wording import Words, fit
from tests.conftest import POST
from tests.editorial.fixing.conftest import OPEN, body_of, mend_all

PATH = "content/posts/x.md"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The chairman spoke.",                   "The chair spoke."),
        ("Chairman Lee spoke.",                   "Chair Lee spoke."),
        ("- We utilize\n  it.",                   "- We use\n  it."),
        ("> *The* **chairman** spoke.",           "> *The* **chair** spoke."),
        ("| a | b |\n|---|---|\n| chairman | x |", "| a | b |\n|---|---|\n| chair | x |"),
        ("See [the chairman](x.md).",             "See [the chair](x.md)."),
        ("![The chairman](../images/x.png)",      "![The chair](../images/x.png)"),
        ("We really like it.",                    "We like it."),
        ("We like it really.",                    "We like it."),
        ("We really\nlike it.",                   "We\nlike it."),
        ("We like\nreally it.",                   "We like\nit."),
        ("Stop!! Now!",                           "Stop Now"),
        ("A colour.",                             "A color."),
        ("The first of all.",                     "The third of all."),
        ("Der chairman, 議長 chairman 👩‍🚀",       "Der chair, 議長 chair 👩‍🚀"),
        # an editor decides
        ("THE CHAIRMAN SPOKE.",                   None),
        ("It was an elderly man's ache.",         "It was an old man's ache."),
        ("A stomach ache.",                       "A belly pain."),
        ("Just a utilize.",                       None),
        ("It was a really old hour.",             None),
        ("It was a really\nold hour.",            None),
        ("It was a really big\nhour.",            "It was a big\nhour."),
        ("Really, we like it.",                   None),
        ("It is, basically, good.",               None),
        ("A big house.",                          None),
        ("He is restless.",                       None),
        # it is no text, or is written otherwise than it reads
        ("`chairman` and `colour`",               None),
        ("```\nchairman colour\n```",             None),
        ("    chairman colour",                   None),
        ("[x](colour.md)",                        None),
        ("[x][colour]\n\n[colour]: https://a.example/colour", None),
        ("<https://a.example/colour>",            None),
        ("https://a.example/colour and me@colour.example", None),
        ('<b title="colour chairman">x</b>',      None),
        ('<img src="x.png" alt="The chairman">',  None),
        ("<!-- colour chairman -->",              None),
        ("chair*man* chair&#109;an",              None),
        ("A stomach\nache.",                      None),
    ],
)  # fmt: skip
def test_a_fix_changes_words_and_nothing_else(
    before: str, after: str | None, open_with: OPEN
) -> None:
    desk = open_with(before + "\n")

    mended = mend_all(desk)

    assert body_of(desk, mended) == (before if after is None else after) + "\n"


@pytest.mark.parametrize(
    ("line", "match", "replacement", "expected"),
    [
        ("a chairman",     "chairman", "chair",   (Words("chair"),)),
        ("A Chairman",     "Chairman", "chair",   (Words("Chair"),)),
        ("a CHAIRMAN",     "CHAIRMAN", "chair",   ()),
        ("on github",      "github",   "GitHub",  (Words("GitHub"),)),
        ("an old hat",     "old",      "big",     ()),
        ("an old hat",     "old",      "ancient", (Words("ancient"),)),
        ("a big hat",      "big",      "old",     ()),
        ("Rita old hat",   "old",      "big",     (Words("big"),)),
        ("an hour",        "hour",     "moment",  ()),
        ("an hour",        "hour",     "instant", (Words("instant"),)),
        ("a university",   "university", "institution", ()),
        ("a university",   "university", "school", (Words("school"),)),
        ("a school",       "school",   "university", ()),
        ("an old hat",     "old",      "honest",  ()),
        ("an old hat",     "old",      "European", ()),
        ("a new hat",      "new",      "one-off", ()),
        ("an agency",      "agency",   "NGO",     ()),
        ("a very old hat", "very",     "",        ()),
        ("a very old hat", " very",    "",        ()),
        ("a very old hat", "very ",    "",        ()),
        ("a very big hat", "very ",    "",        (Words(""),)),
        ("a very big hat", "very",     "",        (Words("", behind=1), Words("", before=1))),
        ("an utterly old hat", "utterly", "",       (Words("", behind=1), Words("", before=1))),
        ("a very *",       "very",     "",        ()),
        ("so very good",   "very",     "",        (Words("", behind=1), Words("", before=1))),
        ("so very good",   " very",    "",        (Words(""),)),
        ("so very good",   " very ",   "",        (Words(" "),)),
        ("good, very",     "very",     "",        ()),
        ("Very good",      "Very",     "",        ()),
        ("very good",      "very",     "",        (Words("", behind=1),)),
        ("good!",          "!",        "",        (Words(""),)),
        ("good",           "good",     "good",    ()),
        ("good",           "good",     "a\nb",    ()),
        ("good",           "good",     "  ",      ()),
    ],
)  # fmt: skip
def test_a_replacement_fits_its_neighbours(
    line: str, match: str, replacement: str, expected: tuple[Words, ...]
) -> None:
    begin = line.index(match)

    assert fit(line, begin, begin + len(match), replacement) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("summary: The chairman left.",          "summary: The chair left."),
        ('summary: "The chairman left."',        'summary: "The chair left."'),
        ("summary: >\n  The\n  chairman left.",  "summary: >\n  The\n  chair left."),
        ('summary: "The chair\\x6dan left."',    None),
        ("summary: The chairman left. # chairman", "summary: The chair left. # chairman"),
        ("title: The chairman\nsummary: x",      None),
        ("title: The chairman\nslug: x\nsummary: x", "title: The chair\nslug: x\nsummary: x"),
        ("series: The chairman\nsummary: x",     None),
        ("summary: x\nimage: colour.png\nimage_alt: x", None),
    ],
)  # fmt: skip
def test_front_matter_keeps_its_shape(before: str, after: str | None, open_with: OPEN) -> None:
    post = POST.replace("summary: What happens in a library after the doors close.", before)
    if "title:" in before:
        post = post.replace("title: The night shift\n", "")

    desk = open_with(post)

    expected = post if after is None else post.replace(before, after)
    assert mend_all(desk).texts.get(PATH, post.encode()).decode() == expected


def test_a_fix_that_would_change_the_markdown_is_let_be(open_with: OPEN) -> None:
    desk = open_with("It is so.\nreally - a list of one, chairman.\n")

    assert body_of(desk, mend_all(desk)) == "It is so.\nreally - a list of one, chair.\n"


def test_a_file_with_broken_front_matter_is_mended_in_its_body_only(open_with: OPEN) -> None:
    post = POST.replace("topics: [reading]", "topics: [chairman]").replace("Some", "Chairman some")

    mended = mend_all(open_with(post))

    assert mended.texts[PATH].decode() == post.replace("Chairman some", "Chair some")


def test_line_ends_and_the_byte_order_mark_stay(open_with: OPEN) -> None:
    text = POST + "The chairman spoke.\n\nWe really utilize it\nagain.\n"
    raw = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()

    mended = mend_all(open_with(raw))

    assert mended.texts[PATH] == raw.replace(b"chairman", b"chair").replace(
        b"really utilize", b"use"
    )


def test_rules_that_undo_one_another_change_nothing(open_with: OPEN) -> None:
    mended = mend_all(open_with("The chairman is eager.\n"))

    assert mended.texts == {}
    assert mended.restless == (PATH,)
    assert {each.check for each in mended.findings} == {"Values.Swap", "Values.There"}


def test_of_two_fixes_that_overlap_the_first_is_made(open_with: OPEN) -> None:
    desk = open_with("The chairman!! spoke.\n")
    manuscript = desk.manuscript(PATH)
    assert manuscript

    fixes = make_fixes(desk.check(), manuscript)

    assert [fix.text for fix in fixes] == ["chair"]
    assert body_of(desk, mend_all(desk)) == "The chair spoke.\n"


PIECES = st.sampled_from(
    [
        "chairman", "Chairman", "CHAIRMAN", "really", "Really", "utilize", "colour", "Stop!", "the",
        "an elderly", "a", "stomach ache", " ", "  ", "\n", "\n\n", "- ", "1. ", "> ", "# ", "    ",
        "`", "``", "*", "**", "_", "[", "](colour.md)", "![", "<b>", "</b>", '<i title="colour">',
        "<!--", "-->", "&amp;", "\\", "|", "|---|---|", "\t", ",", ".", "議長", "👩‍🚀", "é",
        "\u00a0",
        "https://a.example/colour", "```", "~", ":", "\u200b",
    ]
)  # fmt: skip


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(body=st.lists(PIECES, max_size=25).map("".join))
def test_fixing_changes_nothing_outside_of_the_spans_and_is_done_at_once(
    body: str, open_with: OPEN
) -> None:
    desk = open_with(f"Begin.\n\n{body}\n")
    manuscript = desk.manuscript(PATH)
    assert manuscript
    source = manuscript.source
    findings = [each for each in desk.check() if each.path == PATH]
    fixes = make_fixes(findings, manuscript)
    fixed = apply_fixes(source.text, fixes)

    at = left = 0
    for fix in fixes:
        start = source.offset(fix.finding.line, fix.finding.column)
        end = source.offset(fix.finding.end_line, fix.finding.end_column)
        # One space next to words that are taken out goes with them.
        space = source.text[fix.start : start] + source.text[end : fix.end]
        assert space == "" or (space == " " and not fix.text)
        assert fixed.startswith(source.text[left : fix.start] + fix.text, at)
        at += fix.start - left + len(fix.text)
        left = fix.end
    assert fixed[at:] == source.text[left:]

    mended = mend_all(desk)
    assert mend_all(desk.with_texts(mended.texts)).texts == {}
