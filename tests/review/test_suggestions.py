"""Suggested changes: whole lines, where they changed, and only what one sees."""

import json
from typing import Any

import pytest

from advocacy.review.patch import make_patch
from advocacy.review.suggestion import Suggestion
from tests.review.conftest import PullRequest
from tests.review.test_posts import KEY

BAD = "She left the old folks home."
GOOD = "She left the care home."


def suggestions_of(request: PullRequest) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(request.review("--format", "json").output)[
        "suggestions"
    ]
    return found


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (BAD, [(BAD, GOOD)]),
        (f"It rained.\n\n{BAD}", [(BAD, GOOD)]),
        (f"{BAD} {BAD}", [(f"{BAD} {BAD}", f"{GOOD} {GOOD}")]),
        (f"{BAD}\n{BAD}", [(BAD, GOOD), (BAD, GOOD)]),
        ("She left the old\nfolks home.", []),
        (f"`{BAD}`", []),
        (f"{BAD} {KEY}", []),
        (f"{BAD} \u202edet", []),
        (f"\t{BAD}", []),
    ],
)
def test_changed_lines_are_written_anew(
    pull_request: PullRequest, body: str, lines: list[tuple[str, str]]
) -> None:
    pull_request.site.post("clock", body=body)

    found = suggestions_of(pull_request)

    assert [("\n".join(each["old"]), "\n".join(each["new"])) for each in found] == lines


def test_lines_that_did_not_change_are_let_be(pull_request: PullRequest) -> None:
    pull_request.git("checkout", "--quiet", "main")
    pull_request.site.post("clock", body=f"{BAD}\n\nOne.\n\nTwo.\n\nThree.")
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-B", "post")
    pull_request.site.post("clock", body=f"{BAD}\n\nOne.\n\nTwo.\n\nThree. {BAD}")

    (found,) = suggestions_of(pull_request)

    assert found["old"] == [f"Three. {BAD}"]


def test_a_suggestion_is_known_wherever_its_lines_stand(pull_request: PullRequest) -> None:
    pull_request.site.post("clock", body=BAD)
    (before,) = suggestions_of(pull_request)
    pull_request.site.post("clock", body=f"It rained.\n\n{BAD}")

    (after,) = suggestions_of(pull_request)

    assert after["line"] == before["line"] + 2
    assert after["fingerprint"] == before["fingerprint"]


def test_what_blocks_is_commented_on_first_and_not_too_often(
    pull_request: PullRequest, tmp_path: Any
) -> None:
    settings = pull_request.site.root / "content/pages/values.md"
    settings.write_text(settings.read_text().replace("level: error", "level: warning"))
    pull_request.site.post("clock", body="\n\n".join([BAD] * 30))

    pull_request.review("--comments", str(tmp_path / "comments.json"))

    assert len(json.loads((tmp_path / "comments.json").read_text())) == 20


def test_a_patch_counts_lines_on() -> None:
    changes = [
        Suggestion("a.md", 3, ("one", "two"), ("one two",), ()),
        Suggestion("a.md", 9, ("x",), ("y",), ()),
        Suggestion("b.md", 1, ("x",), ("y", "z"), ()),
    ]

    patch = make_patch(changes, "blog/")

    assert patch.split("\n") == [
        *("--- a/blog/a.md", "+++ b/blog/a.md"),
        *("@@ -3,2 +3 @@", "-one", "-two", "+one two"),
        *("@@ -9 +8 @@", "-x", "+y"),
        *("--- a/blog/b.md", "+++ b/blog/b.md"),
        *("@@ -1 +1,2 @@", "-x", "+y", "+z"),
    ]
