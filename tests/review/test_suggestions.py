"""Suggested changes: whole lines, where they changed, and only what one sees."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from advocacy.changes import Changes
from advocacy.cli.main import main
from advocacy.editorial.finding import Finding
from advocacy.publishing.desk import open_desk
from advocacy.review.comments import make_comments
from advocacy.review.patch import make_patch
from advocacy.review.report import Report
from advocacy.review.suggestion import Suggestion, make_suggestions
from advocacy.share.networks import network_ids
from advocacy.site import read_site
from tests.review.conftest import MORE_GUIDE, TODAY, PullRequest
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
        (f"{BAD[:-1]}\nin May.", [(BAD[:-1], GOOD[:-1])]),
        ("She left the old\nfolks home.", []),
        (f"`{BAD}`", []),
        (f"{BAD} {KEY}", []),
        (f"{BAD} GB82 WEST 1234 5698 7654 32", []),
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
    pull_request.site.add("content/pages/values.md", MORE_GUIDE)
    advice = "We came in order to help."
    pull_request.site.post("clock", body="\n\n".join([advice] * 30 + [BAD]))

    pull_request.review("--comments", str(tmp_path / "comments.json"))

    comments = json.loads((tmp_path / "comments.json").read_text())
    assert [GOOD in each["body"] for each in comments] == [True] + [False] * 19


def test_a_patch_counts_lines_on() -> None:
    changes = [
        Suggestion("a.md", 3, "one\ntwo\n", "one two\n", ()),
        Suggestion("a.md", 9, "x\n", "y\n", ()),
        Suggestion("b.md", 1, "x\n", "y\nz\n", ()),
    ]

    patch = make_patch(changes, "blog/")

    assert patch.split("\n") == [
        *("--- a/blog/a.md", "+++ b/blog/a.md"),
        *("@@ -3,2 +3 @@", "-one", "-two", "+one two"),
        *("@@ -9 +8 @@", "-x", "+y"),
        *("--- a/blog/b.md", "+++ b/blog/b.md"),
        *("@@ -1 +1,2 @@", "-x", "+y", "+z"),
    ]


@pytest.mark.parametrize("diff", ["review", "check --diff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_what_is_suggested_can_be_applied_and_keeps_the_line_ends(
    pull_request: PullRequest, tmp_path: Path, diff: str, end: str, last: str
) -> None:
    post = pull_request.site.post("clock", body=f"It rained.\n{BAD}\n\n{BAD}")
    before = post.read_bytes().removesuffix(b"\n") + last.encode()
    post.write_bytes(before.replace(b"\n", end.encode()))
    pull_request.commit()
    patch = tmp_path / "mend.patch"
    patch.write_bytes(read_patch(pull_request, diff))

    pull_request.git("apply", "--unidiff-zero", str(patch))

    after = before.replace(BAD.encode(), GOOD.encode())
    assert post.read_bytes() == after.replace(b"\n", end.encode())


def read_patch(request: PullRequest, diff: str) -> bytes:
    if diff == "check --diff":
        root = str(request.site.root)
        return CliRunner().invoke(main, ["check", "--site", root, "--diff"]).stdout_bytes
    shown = request.review().stdout_bytes
    return shown.split(b"```diff\n")[1].split(b"\n```")[0] + b"\n"


def test_who_copies_a_patch_for_windows_line_ends_is_told(pull_request: PullRequest) -> None:
    post = pull_request.site.post("clock", body=BAD)
    unix = pull_request.review().output
    post.write_bytes(post.read_bytes().replace(b"\n", b"\r\n"))

    windows = pull_request.review().output

    assert "as on Windows" in windows
    assert "as on Windows" not in unix
    page = pull_request.review("--format", "html").output
    assert f"<ins>+{GOOD}</ins>" in page


def test_a_file_whose_lines_git_counts_otherwise_has_no_suggestion(
    pull_request: PullRequest,
) -> None:
    post = pull_request.site.post("clock", body=f"It rained.\n\n{BAD}")
    post.write_bytes(post.read_bytes().replace(b"rained.\n\n", b"rained.\r\r"))

    assert suggestions_of(pull_request) == []


def suggest(request: PullRequest, names: list[str], old: str, new: str) -> tuple[Suggestion, ...]:
    """Return what is suggested where the last line of some posts is to say something else."""
    desk = open_desk(read_site(request.site.root, network_ids()), date.fromisoformat(TODAY))
    paths = [f"content/posts/{name}.md" for name in names]
    findings = []
    for path in paths:
        lines = desk.raw(path).decode().splitlines()
        line, column = len(lines), lines[-1].index(old) + 1
        finding = Finding(path, line, column, len(old), "Values.Plain", "error", "", match=old)
        end = {"end_line": line, "end_column": column + len(old)}
        findings.append(finding._replace(replacements=(new,), **end))
    return make_suggestions(
        desk, findings, Changes("HEAD", {path: (range(1, 99),) for path in paths})
    )


@pytest.mark.parametrize(
    ("body", "old", "new", "count"),
    [
        (BAD, "folks home", "care home", 1),
        (f"{BAD} {KEY}", "folks home", "care home", 0),
        (f"{BAD} {KEY}", KEY, "Goodbye", 0),
        (BAD, "folks home", KEY, 0),
    ],
)
def test_a_secret_that_no_rule_tells_of_is_not_shown(
    pull_request: PullRequest, body: str, old: str, new: str, count: int
) -> None:
    pull_request.site.post("clock", body=body)

    assert len(suggest(pull_request, ["clock"], old, new)) == count


def test_suggestions_are_in_the_order_of_their_files(pull_request: PullRequest) -> None:
    pull_request.site.post("clock", body=BAD)
    pull_request.site.post("bell", body=BAD)

    found = suggest(pull_request, ["clock", "bell"], "folks home", "care home")

    assert [each.path for each in found] == ["content/posts/bell.md", "content/posts/clock.md"]


def test_suggestions_that_differ_are_known_apart() -> None:
    one = Suggestion("a.md", 3, "x\ny\n", "z\n", ())
    others = [replace(one, path="b.md"), replace(one, before="x\n", after="y\nz\n")]

    assert len({each.fingerprint for each in (one, *others)}) == 3


def test_a_comment_stands_beside_all_the_lines() -> None:
    lines = Suggestion("a.md", 3, "one\ntwo\n", "one two\n", ())
    report = Report("main", "0" * 40, date.fromisoformat(TODAY), suggestions=(lines,))

    (comment,) = json.loads(make_comments(report))

    assert (comment["line"], comment["end_line"]) == (3, 4)
