"""`allow` in the front matter: what it lets pass, and what is wrong with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advocacy.editorial.guide import Guide, read_guide
from advocacy.library import read_library
from advocacy.markup.targets import Targets
from advocacy.site import Site
from tests.conftest import STAFF
from tests.editorial.conftest import HERE, CheckPost, MakeGuide, check_library, places
from tests.editorial.test_vouching import post_with

TITLE = "title: The chairman!\n"
LIMIT = """
```yaml rule
id: Values.Enough
extends: occurrence
message: "%s"
scope: paragraph
token: zebra
min: 1
examples: {bad: [horse], good: [zebra]}
```
"""


@pytest.mark.parametrize(
    ("allow", "body", "left"),
    [
        ("{Values.Respect: her own title}", "Words.", [(9, 20, "Values.Loud")]),
        ("{Values.Respect: so, Values.Loud: so}", "Words.", []),
        (
            "{Values.Respect: her own title, Values.Loud: so}",
            "The chairman.",
            [(13, 5, "Values.Respect")],
        ),
        (
            "{Values.Respect: , Values.Loud: so}",
            "Words.",
            [(9, 12, "Values.Respect"), (10, 9, "Allow.Reason")],
        ),
        (
            "{Values.Respct: so, Values.Respect: so, Values.Loud: so}",
            "Words.",
            [(10, 9, "Allow.Unknown")],
        ),
        (
            "{Values.Wording: so, Values.Respect: so, Values.Loud: so}",
            "Words.",
            [(10, 9, "Allow.Unused")],
        ),
        (
            "{Link.Target: so, Values.Respect: so, Values.Loud: so}",
            "[Away](nowhere.md)",
            [(10, 9, "Allow.Unknown"), (13, 8, "Link.Target")],
        ),
        ("\n  Values.Respect: so\n  Values.Loud: >-\n    so it\n    is", "Words.", []),
        ("her own title", "Words.", [(10, 8, "Post.Allow")]),
    ],
)
def test_a_line_lets_pass_what_is_found_above_the_text(
    allow: str, body: str, left: list[tuple[int, int, str]], check_post: CheckPost
) -> None:
    findings = check_post(post_with(f"{TITLE}allow: {allow}", body))

    assert places(findings) == left


@pytest.mark.parametrize(
    ("allow", "told"),
    [
        ("{Values.Respect: }", "Say why: `allow: {Values.Respect: reason}`."),
        ("{Values.Respct: so}", "`Values.Respct` is no rule here. Did you mean `Values.Respect`?"),
        ("{Attest.Missing: so}", "`Attest.Missing` cannot be let pass. Mend what it found."),
        ("{Values.Wording: so}", "`Values.Wording` finds nothing here. Take the line out."),
        ("{chairman: so}", "`chairman` is no rule here. Name one: `allow: {RULE: reason}`."),
    ],
)
def test_what_is_wrong_with_a_line_is_told(allow: str, told: str, check_post: CheckPost) -> None:
    findings = check_post(post_with(f"allow: {allow}"))

    assert [each.message for each in findings] == [told]


def test_a_line_lets_pass_what_concerns_the_whole_file(
    check_post: CheckPost, make_page: MakeGuide
) -> None:
    text = (HERE / "guide.md").read_text("utf-8")
    guide = read_guide(make_page(text.replace("## Be easy", f"{LIMIT}\n## Be easy")))
    lines = "allow: {Values.Enough: none lives here}"

    without, with_line = check_post(post_with(""), guide), check_post(post_with(lines), guide)

    paths = ["content/posts/x.md", "content/staff/ana.md"]
    assert [(each.path, each.check) for each in without] == [(p, "Values.Enough") for p in paths]
    assert [each.path for each in with_line] == paths[1:]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/pages/about.md", "---\ntitle: The chairman\nallow: {Values.Respect: so}\n---\n"),
        (
            "content/staff/ana.md",
            STAFF.replace("Librarian", "Chairman\nallow: {Values.Respect: her title}"),
        ),
    ],
)
def test_pages_and_colleagues_have_such_lines_too(
    path: str, text: str, site: Site, guide: Guide, write: Callable[..., Path]
) -> None:
    write(path, text)

    assert check_library(read_library(site), guide, Targets(site)) == ()
