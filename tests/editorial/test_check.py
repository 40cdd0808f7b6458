"""Positions, what blocks, and what the checker does with more than one file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial_settings import Editorial
from advocacy.library import read_library
from advocacy.markup.targets import Targets
from advocacy.publishing.rendering import make_targets
from advocacy.site import Site
from tests.conftest import POST, STAFF
from tests.editorial.conftest import CheckPost, MakeGuide, check_library, places

Write = Callable[..., Path]
FRONT = POST.partition("\nSomebody")[0] + "\n"
BODY_LINE = 12


@pytest.mark.parametrize(
    ("body", "start", "end"),
    [
        ("The chairman.", (0, 5), (0, 13)),
        ("thinking outside\nthe box", (0, 1), (1, 8)),
        ("> thinking outside\n> the box", (0, 3), (1, 10)),
        ("- a\n  - thinking\n    outside the box", (1, 5), (2, 20)),
        ("thinking **outside\nthe** box", (0, 1), (1, 10)),
        ("[thinking](https://a.example/x) outside the box", (0, 2), (0, 48)),
        ("👩‍🚀 the chairman", (0, 9), (0, 17)),
        ("é̀ chairman", (0, 4), (0, 12)),
        ("\t\n- \tchairman", (1, 4), (1, 12)),
        ("a &amp; b &mdash; chair&#109;an", (0, 19), (0, 32)),
        ("\\*\\_ chair\\-man chairman", (0, 17), (0, 25)),
        ("| a |\n|---|\n| x \\| chairman |", (2, 8), (2, 16)),
        ("> | a | b |\n> |---|---|\n> | x | chairman", (2, 9), (2, 17)),
        ("> chairman | b\n> --|--\n> x | y", (0, 3), (0, 11)),
        ("a | b\n--|--\nx | chairman", (2, 5), (2, 13)),
        ("## The chairman ##", (0, 8), (0, 16)),
        ("The chairman\n===", (0, 5), (0, 13)),
        ("## chairman #1 ##", (0, 4), (0, 12)),
        ("![the chairman](../images/x.png)", (0, 7), (0, 15)),
        ("<b>chair</b>man", (0, 4), (0, 16)),
        ("a  \nchairman", (1, 1), (1, 9)),
        ("a\\\nchairman", (1, 1), (1, 9)),
        ("***a chairman* b**", (0, 6), (0, 14)),
        ("***chairman", (0, 4), (0, 12)),
        ("`` x`y `` chairman", (0, 11), (0, 19)),
        ("term\n: the chairman", (1, 7), (1, 15)),
        ("a[^n]\n\n[^n]: b\n    chairman", (3, 5), (3, 13)),
        ('!!! note "a chairman"\n    b', (0, 13), (0, 21)),
        ('![x](../images/x.png "The chairman")', (0, 27), (0, 35)),
        ("1.     The chairman", (0, 12), (0, 20)),
        ("- a\n\n      The chairman", (2, 11), (2, 19)),
        ("Term\n:       The chairman", (1, 13), (1, 21)),
        ('<abbr title="The chairman">x</abbr>', (0, 18), (0, 26)),
        ("The chair\u00adman", (0, 5), (0, 14)),
        ("The chair&shy;&#8203;man x", (0, 5), (0, 25)),
        ("a\u00a0\u200bchairman", (0, 4), (0, 12)),
        ("!!! chairman\n    b", (0, 5), (0, 13)),
        ("[a chairman][r]\n\n[r]: https://a.example/chairman", (0, 4), (0, 12)),
    ],
)
def test_a_finding_stands_where_its_words_stand(
    body: str, start: tuple[int, int], end: tuple[int, int], check_post: CheckPost
) -> None:
    findings = [each for each in check_post(body) if each.check.startswith("Values.")]

    assert len(findings) == 1
    finding = findings[0]
    assert (finding.line - BODY_LINE, finding.column) == start
    assert (finding.end_line - BODY_LINE, finding.end_column) == end


def test_windows_line_ends_and_a_byte_order_mark_move_nothing(
    site: Site, guide: Guide, write: Write
) -> None:
    text = f"{FRONT}thinking outside\nthe box".replace("\n", "\r\n")
    write("content/posts/x.md", b"\xef\xbb\xbf" + text.encode())
    write("content/staff/ana.md", STAFF)

    findings = check_library(read_library(site), guide, Targets(site))

    assert places(findings) == [(BODY_LINE, 1, "Values.Wording")]
    assert findings[0].span == len("thinking outside")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("summary: Our chairman spoke.", 14),
        ("summary: 'It''s the chairman'", 21),
        ('summary: "It\\u0027s \\"the\\" chairman"', 29),
        ("question: >-\n  Is this\n  the chairman?", 7),
        ("question: |\n  The chairman?", 7),
        ("question: Is it\n  the chairman?", 7),
        ('question: "Is it \\\n  the chairman?"', 7),
        ("image_credit: 🎈 chairman", 17),
        ("share: {captions: {x: the chairman}}", 27),
        ("share: {hashtags: [chairman]}", 20),
        ("share:\n  captions:\n    default:\n    - a\n    - the chairman", 11),
        ("image_alt: the chairman", 16),
    ],
)
def test_front_matter_is_checked_where_it_stands(
    line: str, column: int, check_post: CheckPost
) -> None:
    key = line.partition(":")[0]
    kept = [row for row in FRONT.rstrip().split("\n")[:-1] if not row.startswith(f"{key}:")]
    text = "\n".join([*kept, line, "---", "", "Body."])

    findings = check_post(text)

    last = len(kept) + line.count("\n") + 1
    assert places(findings) == [(last, column, "Values.Respect")]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("name: Chairman Ana", 7),
        ("team: Office of the chairman", 21),
        ("pronouns: chairman", 11),
        ("photo_alt: The chairman", 16),
        ("links: {Chairman: https://ana.example.org}", 19),
    ],
)
def test_what_colleagues_say_of_themselves_is_checked(
    line: str, column: int, site: Site, guide: Guide, write: Write
) -> None:
    name = "" if line.startswith("name:") else "name: Ana\n"
    write("content/staff/ana.md", f"---\n{name}role: Librarian\n{line}\n---\n")

    findings = check_library(read_library(site), guide, Targets(site))

    last = 4 if name else 3
    assert places(findings) == [(last, column, "Values.Respect")]


def test_a_finding_says_everything_once(check_post: CheckPost) -> None:
    finding = check_post("A policeman.")[0]

    assert finding.message == "Write `police officer`, not `policeman`."
    assert finding.replacements == ("police officer",)
    assert finding.match == "policeman"
    assert finding.link == "/values/#Values.Respect"
    assert finding.principle == "respect"
    assert (finding.severity, finding.blocks, finding.span) == ("error", True, 9)


@pytest.mark.parametrize(
    ("blocks", "since", "expected"),
    [
        ("error", None, [True, False]),
        ("warning", None, [True, True]),
        ("error", date(2026, 3, 31), [True, False]),
        ("error", date(2026, 4, 1), [False, False]),
        ("suggestion", date(2030, 1, 1), [False, False]),
    ],
)
def test_the_settings_decide_what_blocks(
    blocks: str,
    since: date | None,
    expected: list[bool],
    site: Site,
    guide: Guide,
    write: Write,
) -> None:
    write("content/posts/x.md", f"{FRONT}The chairman.\n\nGoing forward.")
    write("content/staff/ana.md", STAFF)
    strict = replace(site, editorial=Editorial(blocks, since))

    findings = check_library(read_library(strict), guide, Targets(strict))

    assert [finding.blocks for finding in findings] == expected
    assert [finding.severity for finding in findings] == ["error", "warning"]


def test_an_unreadable_file_always_blocks(site: Site, guide: Guide, write: Write) -> None:
    write("content/posts/x.md", "no front matter")
    lenient = replace(site, editorial=Editorial("error", date(2030, 1, 1)))

    findings = check_library(read_library(lenient), guide, Targets(lenient))

    assert places(findings) == [(1, 0, "FrontMatter.Missing")]
    assert findings[0].blocks


def test_a_colleagues_broken_file_is_told_of_that_file_alone(
    site: Site, guide: Guide, write: Write
) -> None:
    """No post is blamed whose author or reviewer it is, and no link to such a post."""
    bo = POST.replace("night", "day").replace("[ana]", "[bo]\nreviewed_by: [ana]")
    write("content/staff/ana.md", STAFF.replace("role: Librarian", ""))
    write("content/staff/bo.md", STAFF)
    write("content/posts/a.md", POST)
    write("content/posts/b.md", f"{bo}\nWe read [the first](a.md).\n")
    library = read_library(site)

    findings = check_library(library, guide, make_targets(library, date(2026, 4, 1)))

    assert [(each.path, each.check) for each in findings] == [
        ("content/staff/ana.md", "Staff.Role")
    ]


def test_pages_and_staff_are_checked_too(site: Site, guide: Guide, write: Write) -> None:
    write("content/pages/about.md", "---\ntitle: The chairman\n---\nTODO\n")
    write("content/staff/ana.md", STAFF.replace("Librarian", "Chairman") + "\nThe chairman.\n")

    findings = check_library(read_library(site), guide, Targets(site))

    assert [(each.path, each.line, each.column) for each in findings] == [
        ("content/pages/about.md", 2, 12),
        ("content/pages/about.md", 4, 1),
        ("content/staff/ana.md", 3, 7),
        ("content/staff/ana.md", 8, 5),
    ]


def test_only_the_paths_that_are_named_are_checked(site: Site, guide: Guide, write: Write) -> None:
    write("content/pages/about.md", "---\ntitle: The chairman\n---\n")
    write("content/pages/terms.md", "---\ntitle: The chairman\n---\n")
    write("content/pages/broken.md", "---\n")

    findings = check_library(read_library(site), guide, Targets(site), ["content/pages/terms.md"])

    assert [each.path for each in findings] == ["content/pages/terms.md"]


def test_two_posts_with_one_id_are_told_whichever_is_checked(
    site: Site, guide: Guide, write: Write
) -> None:
    write("content/staff/ana.md", STAFF)
    for day in ("30", "31"):
        write(f"content/posts/{day}.md", POST.replace("date: 2026-03-31", f"date: 2026-03-{day}"))
    paths = ["content/posts/30.md", "content/posts/31.md", "content/staff/ana.md"]

    told = [
        {each.check for each in check_library(read_library(site), guide, Targets(site), [path])}
        for path in paths
    ]

    assert ["Post.Id" in each for each in told] == [True, True, False]


def test_a_guide_does_not_find_its_own_examples(
    site: Site, guide: Guide, make_page: MakeGuide, write: Write
) -> None:
    write("content/pages/values.md", (Path(__file__).parent / "guide.md").read_text("utf-8"))

    assert check_library(read_library(site), guide, Targets(site)) == ()


RUNAWAY = """
## Be quick {#quick}

```yaml rule
id: Values.Slow
extends: existence
message: "`%s`"
nonword: true
tokens: ['(?:a|a)+b']
examples: {bad: [ab], good: [b]}
```
"""


def test_a_runaway_pattern_is_a_mistake_of_the_guide(
    check_post: CheckPost, make_page: MakeGuide
) -> None:
    findings = check_post("a" * 40 + "c\n\nab", read_guide(make_page(RUNAWAY)))

    assert [(each.path, each.line, each.check, each.blocks) for each in findings] == [
        ("content/pages/values.md", 7, "Guide.Runaway", True)
    ]


def test_a_rule_says_no_more_than_its_limit(check_post: CheckPost, make_page: MakeGuide) -> None:
    rules = read_guide(make_page(RUNAWAY.replace("nonword: true", "limit: 2")))

    assert len(check_post("ab ab\n\nab ab", rules)) == 2


def test_a_mistake_in_front_matter_hides_none_in_the_body(check_post: CheckPost) -> None:
    text = FRONT.replace("2026-03-31", "soon") + "\nThe chairman. [here](https://example.org/a)\n"

    codes = {finding.check for finding in check_post(text)}

    assert {"Post.Date", "Values.Respect", "Link.Text"} <= codes


def test_the_space_at_the_end_of_a_match_is_not_told(
    check_post: CheckPost, make_page: MakeGuide
) -> None:
    rule = (
        "id: Values.One\nextends: existence\nmessage: \"'%s'.\"\n"
        "tokens: ['studies show (?:that )?']\nexamples: {bad: [studies show that], good: [x]}"
    )
    guide = read_guide(make_page(f"## One {{#one}}\n\n```yaml rule\n{rule}\n```\n"))

    found = check_post("Now studies show that it is.", guide)

    told = [(each.message, each.column, each.span) for each in found if each.check == "Values.One"]
    assert told == [("'studies show that'.", 5, 17)]
