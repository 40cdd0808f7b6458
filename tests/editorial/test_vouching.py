"""Attestations: when they are asked for, what answers them, and when an answer is out of date."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advocacy.editorial.guide import Guide, read_guide
from advocacy.editorial.site_guide import read_site_guide
from advocacy.editorial_settings import Editorial
from advocacy.errors import SettingsError
from advocacy.library import read_library
from advocacy.markup.targets import Targets
from advocacy.site import Site
from tests.conftest import POST, STAFF
from tests.editorial.conftest import CheckPost, MakeGuide, check_library

HEAD = "## Keep what is told you {#trust}\n\n```yaml attest\n"
BLOCK = 'id: Values.Consent\nask: "Everybody said yes."\n'
VERSION = "vd36d31f"
FRONT = POST.partition("---\n\n")[0]


@pytest.fixture
def make_guide(make_page: MakeGuide) -> Callable[..., Guide]:
    """Make a guide with one attestation of these lines, and others whole."""

    def make(lines: str = "", *more: str, block: str = BLOCK) -> Guide:
        blocks = [f"{block}{lines}", *more]
        return read_guide(make_page(HEAD + "```\n\n```yaml attest\n".join(blocks) + "\n```\n"))

    return make


def post_with(lines: str, body: str = "Somebody winds the clock.") -> str:
    """Return a post that has these lines of front matter in place of or besides its own."""
    keys = {line.partition(":")[0] for line in lines.split("\n") if line[:1].strip()}
    kept = [line for line in FRONT.splitlines() if line.partition(":")[0] not in keys]
    return "\n".join([*kept, *filter(None, [lines]), "---", "", body, ""])


@pytest.mark.parametrize(
    ("when", "lines", "body", "asked"),
    [
        ("", "", "", True),
        ("when: {topics: [reading]}", "", "", True),
        ("when: {topics: reading}", "", "", True),
        ("when: {topics: [open-source]}", "", "", False),
        ("when: {topics: [open-source, reading]}", "", "", True),
        ("when: {purpose: issues}", "", "", False),
        ("when: {purpose: [issues, engagement]}", "", "", True),
        ("when: {audience: neighbours}", "", "", False),
        ("when: {audience: neighbours}", "audience: neighbours", "", True),
        ("when: {relationship: [paid, gift]}", "", "", False),
        (
            "when: {relationship: [paid, gift]}",
            "relationship: gift\ndisclosure: They gave it to us.",
            "",
            True,
        ),
        ("when: {lang: fr}", "", "", False),
        ("when: {lang: fr}", "lang: fr", "", True),
        ("when: {has: question}", "", "", True),
        ("when: {has: modified}", "", "", False),
        ("when: {has: modified}", "modified: 2026-04-01", "", True),
        ("when: {has: picture}", "", "![The desk](https://example.org/x.png)", True),
        ("when: {has: picture}", "image: x.png\nimage_alt: The desk", "", True),
        ("when: {has: picture}", "", "No picture.", False),
        ("when: {phrases: ['she said']}", "", "Then SHE\nsaid so.", True),
        ("when: {phrases: ['she said']}", "", "Then she saids so. `she said`", False),
        ("when: {phrases: ['she said']}", "summary: As she said, no.", "", True),
        ("when: {phrases: ['she said']}", "share: {captions: {x: she said}}", "", False),
        ("when: {topics: reading, phrases: [yes]}", "", "no", False),
        ("when: {topics: reading, phrases: [yes]}", "", "yes", True),
        ("when: [{topics: open-source}, {phrases: [yes]}]", "", "yes", True),
        ("when: [{topics: open-source}, {phrases: [yes]}]", "", "no", False),
        ("", "status: draft", "", False),
        ("", "visibility: internal", "", True),
    ],
)
def test_an_attestation_is_asked_for_where_its_when_fits(
    when: str,
    lines: str,
    body: str,
    asked: bool,
    make_guide: Callable[..., Guide],
    check_post: CheckPost,
) -> None:
    findings = check_post(post_with(lines, body or "Words."), make_guide(when))

    codes = [each.check for each in findings if each.check.startswith(("Attest.", "Review."))]
    assert codes == (["Attest.Missing"] if asked else [])


@pytest.mark.parametrize(
    ("lines", "told", "line", "column"),
    [
        ("", f"add this line to the front matter: `attest: {{Values.Consent: {VERSION}}}`", 1, 1),
        (
            "attest: {Values.Other: v0000000}",
            f"write `attest: {{Values.Other: v0000000, Values.Consent: {VERSION}}}`",
            10,
            1,
        ),
        (
            "attest:\n    Values.Other: v0000000",
            f"add this line below `attest:`: `    Values.Consent: {VERSION}`",
            10,
            1,
        ),
        (
            "attest: {Values.Consent: yes}",
            f"write `Values.Consent: {VERSION}` in place of `Values.Consent: yes`.",
            10,
            1,
        ),
        (
            f"attest: {{Values.Consent: {VERSION}0}}",
            f"write `Values.Consent: {VERSION}` in place of `Values.Consent: {VERSION}0`.",
            10,
            1,
        ),
    ],
)
def test_the_line_to_paste_is_shown_and_mends_it(
    lines: str,
    told: str,
    line: int,
    column: int,
    make_guide: Callable[..., Guide],
    check_post: CheckPost,
) -> None:
    missing = check_post(post_with(lines), make_guide())[0]

    assert missing.check == "Attest.Missing"
    assert "`Values.Consent` asks: “Everybody said yes.”" in missing.message
    assert missing.message.endswith(told)
    assert (missing.line, missing.column) == (line, column)
    assert (missing.principle, missing.severity, missing.blocks) == ("trust", "error", True)
    assert missing.replacements == ()


def test_what_is_shown_can_be_pasted_once_for_all(
    make_guide: Callable[..., Guide], check_post: CheckPost
) -> None:
    guide = make_guide("", 'id: Values.Answer\nask: "I answer."')
    first, second = check_post(post_with(""), guide)
    line = first.message.rpartition(": `")[2].rstrip("`")

    assert line in second.message
    assert check_post(post_with(line), guide) == ()


def test_an_answer_that_is_none_is_kept_in_what_is_shown(
    make_guide: Callable[..., Guide], check_post: CheckPost
) -> None:
    guide = make_guide("", 'id: Values.Answer\nask: "I answer."')

    told = [each.message for each in check_post(post_with("attest: {Values.Consent: yes}"), guide)]

    assert len(told) == 2
    assert "write `attest: {Values.Consent: yes, Values.Answer: v" in told[0]
    assert told[0].count("Values.Consent") == 1


@pytest.mark.parametrize(
    ("changed", "is_stale"),
    [
        ('id: Values.Consent\nask: "Everybody  said\n  yes."\n', False),
        ("ask: >-\n  Everybody\n  said yes.\nid: Values.Consent\n", False),
        (f"{BLOCK}when: {{topics: [reading]}}\n", False),
        ('id: Values.Consent\nask: "Everybody has said yes."\nlevel: suggestion\n', True),
    ],
)
def test_an_answer_is_out_of_date_when_the_wording_is_another(
    changed: str, is_stale: bool, make_guide: Callable[..., Guide], check_post: CheckPost
) -> None:
    findings = check_post(
        post_with(f"attest: {{Values.Consent: {VERSION}}}"), make_guide(block=changed)
    )

    assert [each.check for each in findings] == (["Attest.Stale"] if is_stale else [])
    if is_stale:
        assert (findings[0].line, findings[0].column, findings[0].span) == (10, 26, 8)
        assert (findings[0].principle, findings[0].severity) == ("trust", "suggestion")
        assert "now says: “Everybody has said yes.”" in findings[0].message
        assert findings[0].replacements == ()


@pytest.mark.parametrize(
    ("title", "name", "place", "told"),
    [
        ("The door",   "Values.Consnt",       (12, 3, 13), "Did you mean `Values.Consent`?"),
        ("The door",   "Else.Where",          (12, 3, 10), "guide. Take it out."),
        ("Else.Where", "Else.Where",          (12, 3, 10), "guide. Take it out."),
        ("The door",   '"Else.\\u0057here"',  (1, 1, 3),   "guide. Take it out."),
    ],
)  # fmt: skip
def test_an_answer_to_nothing_is_told(
    title: str,
    name: str,
    place: tuple[int, int, int],
    told: str,
    make_guide: Callable[..., Guide],
    check_post: CheckPost,
) -> None:
    lines = f"attest:\n  Values.Consent: {VERSION}\n  {name}: v0000000"
    post = re.sub("title: .*", f"title: {title}", post_with(lines))

    finding = check_post(post, make_guide())[0]

    assert (finding.check, finding.severity) == ("Attest.Unknown", "warning")
    assert (finding.line, finding.column, finding.span) == place
    assert finding.message.endswith(told)


@pytest.mark.parametrize(("since", "asked"), [(None, 1), ("2026-03-31", 1), ("2026-04-01", 0)])
def test_an_old_post_is_not_asked(
    since: str | None,
    asked: int,
    site: Site,
    make_guide: Callable[..., Guide],
    write: Callable[..., Path],
) -> None:
    write("content/posts/x.md", POST)
    write("content/staff/ana.md", STAFF)
    day = date.fromisoformat(since) if since else None
    strict = replace(site, editorial=Editorial(enforce_from=day))

    findings = check_library(read_library(strict), make_guide(), Targets(strict))

    assert len(findings) == asked


def test_its_level_is_the_guides_own(
    make_guide: Callable[..., Guide], check_post: CheckPost
) -> None:
    finding = check_post(post_with(""), make_guide("level: suggestion"))[0]

    assert (finding.severity, finding.blocks) == ("suggestion", False)


def test_a_phrase_that_runs_away_is_a_mistake_of_the_guide(
    make_guide: Callable[..., Guide], check_post: CheckPost
) -> None:
    guide = make_guide("when: {phrases: ['(?:a|a)+b']}")

    findings = check_post(post_with("", "a" * 40 + "c b"), guide)

    assert [(each.path, each.line, each.check) for each in findings] == [
        ("content/pages/values.md", 6, "Guide.Runaway")
    ]


@pytest.mark.parametrize(
    ("lines", "line", "column", "told"),
    [
        ("when: {topic: [reading]}", 9, 8, "`topic` is not a key that is known here. Did you mean"),
        ("when: {purpose: [isues]}", 9, 17, "Did you mean `issues`?"),
        ("when: {has: [pictures]}", 9, 13, "Did you mean `picture`?"),
        ("when: {has: []}", 9, 7, "`when` says nothing."),
        ("when: {}", 9, 7, "`when` says nothing."),
        ("when: reading", 9, 7, "`reading` is not a list of `key: value`."),
        ("when:\n  phrases:\n    - good\n    - '(bad'", 12, 7, "is no regular expression"),
        ("level: high", 9, 8, "`high` is none of"),
        ("reviewer: ben", 9, 11, "is none of `true`, `wording` and `false`"),
    ],
)
def test_a_mistake_in_the_guide_is_told_where_it_stands(
    lines: str, line: int, column: int, told: str, make_guide: Callable[..., Guide]
) -> None:
    with pytest.raises(SettingsError) as caught:
        make_guide(lines)

    problem = caught.value.problems[0]
    assert told in problem.message
    assert (problem.line, problem.column) == (line, column)


@pytest.mark.parametrize(
    ("when", "column", "told"),
    [
        (
            "{topics: [readin]}",
            17,
            "`readin` is no topic in advocacy.toml. Did you mean `reading`?",
        ),
        (
            "{audience: everybody}",
            18,
            "no audience in advocacy.toml. Known: neighbours, colleagues",
        ),
        ("{lang: de}", 14, "`de` is no language in advocacy.toml. Known: en, fr."),
    ],
)
def test_what_the_site_does_not_have_cannot_be_asked_for(
    when: str, column: int, told: str, site: Site, write: Callable[..., Path]
) -> None:
    text = f"---\ntitle: Values\n---\n{HEAD}{BLOCK}when: {when}\n```\n"
    write("content/pages/values.md", text)

    with pytest.raises(SettingsError) as caught:
        read_site_guide(read_library(site))

    assert told in str(caught.value)
    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (9, column)
