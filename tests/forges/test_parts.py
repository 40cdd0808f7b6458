"""What the commenting jobs take of a report, whoever wrote it: the two programs that read it."""

import json
import subprocess
from typing import Any

import pytest

from tests.conftest import PROJECT, need
from tests.forges.commenting import as_json, suggestion

PARTS = PROJECT / "advocacy/forges/parts"
REVIEWS = PROJECT / "tests/golden/review"
MARKER = "<!-- advocacy-review -->"
APART = "\u200b"


def ask(part: str, text: str, *options: str, known: list[object]) -> Any:
    """Run a part on a text, for a request for which some changes were suggested before."""
    values = ("--arg", "head", "Head", "--argjson", "known", json.dumps([known]))
    done = subprocess.run(
        [need("jq"), "--slurp", *options, *values, (PARTS / part).read_text(encoding="utf-8")],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    "changed",
    [
        {"path": "../../etc/passwd.md"},
        {"path": "content/../advocacy.md"},
        {"path": ".github/workflows/review.yml"},
        {"path": "content/posts/a\nb.md"},
        {"path": 7},
        {"line": 0},
        {"line": 1.5},
        {"line": "14"},
        {"line": 15},
        {"end_line": None},
        {"fingerprint": "0123456789abcdef --> <img src=x>"},
        {"fingerprint": "abc"},
        {"body": "@everybody, look"},
        {"body": "&#64;everybody, look"},
        {"body": "![a pixel](https://track.example/p.png)"},
        {"body": "<img src=https://track.example/p.png>"},
        {"body": "/merge"},
        {"body": "Well.\n  /merge"},
        {"body": "a" * 4000},
        {"body": None},
    ],
)
def test_a_suggestion_that_is_more_than_plain_text_on_a_post_is_left_out(changed):
    assert ask("suggestions.jq", as_json(suggestion(**changed)), known=[]) == []


def test_what_is_plain_text_on_a_post_and_new_is_suggested():
    known, new = suggestion(), suggestion(fingerprint="fedcba9876543210", body="Better.")

    assert ask("suggestions.jq", as_json(known, new), known=[known["fingerprint"]]) == [new]


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        ("<!-- advocacy-review 0123456789abcdef -->\n\nBetter.", "Better."),
        ("[Respect](<https://blog.example/values/>) and / or", None),
        ("<!-- advocacy-review ffffffffffffffff -->\n\nBetter.", ""),
        ("[Respect](<javascript:a()>)", ""),
    ],
)
def test_the_programs_own_marks_are_no_html_of_strangers(made, kept):
    found = ask("suggestions.jq", as_json(suggestion(body=made)), known=[])

    assert found == ([] if kept == "" else [suggestion(body=kept or made)])


def test_ten_changes_are_suggested_at_once():
    many = [suggestion(fingerprint=f"{number:016x}") for number in range(12)]

    assert ask("suggestions.jq", as_json(*many), known=[]) == many[:10]


@pytest.mark.parametrize("text", ["{}", "7", "null", '"text"', "[[], 7, null]", "[]\n[1]"])
def test_json_that_holds_no_suggestions_gives_none(text):
    assert ask("suggestions.jq", text, known=[]) == []


@pytest.mark.parametrize(
    ("hostile", "tamed"),
    [
        ("@everybody", f"@{APART}everybody"),
        ("&#64;everybody", f"&{APART}#64;everybody"),
        ("&commat;everybody", f"&{APART}commat;everybody"),
        ("![a](https://track.example/p.png)", f"!{APART}[a](https://track.example/p.png)"),
        ("<img src=https://track.example>", f"<{APART}img src=https://track.example>"),
        ("Well.\n/merge", f"Well.\n{APART}/merge"),
        ("Well.\r\n  /merge", f"Well.\r\n  {APART}/merge"),
        ("Well.\r/approve", f"Well.\r{APART}/approve"),
        ("-->", "-->"),
        ("<!-- suggested: 0123456789abcdef -->", f"<{APART}!-- suggested: 0123456789abcdef -->"),
        ("<details><summary>More</summary>", "<details><summary>More</summary>"),
        ("<details open onclick=a()>", f"<{APART}details open onclick=a()>"),
        ("[ours](<https://blog.example/>)", "[ours](<https://blog.example/>)"),
        ("`$(touch ran)` $TOKEN \\ ' \"", "`$(touch ran)` $TOKEN \\ ' \""),
    ],
)
def test_what_strangers_wrote_calls_orders_and_shows_nothing(hostile, tamed):
    comment = ask(
        "summary.jq", f"{MARKER}\n\n{hostile}\n", "--raw-input", known=["0123456789abcdef"]
    )

    assert (
        comment["body"] == f"{MARKER}\n<!-- suggested: 0123456789abcdef -->\nHead\n\n\n\n{tamed}\n"
    )


def test_a_summary_that_a_review_wrote_looks_as_it_did():
    summary = (REVIEWS / "rich.md").read_text(encoding="utf-8")

    body = ask("summary.jq", summary, "--raw-input", known=[])["body"]

    # But for signs that nobody sees.
    assert body.replace(APART, "").endswith(summary.removeprefix(MARKER).replace(APART, ""))


def test_each_change_that_a_review_suggests_is_let_pass():
    made = (REVIEWS / "comments.json").read_text(encoding="utf-8")

    found = ask("suggestions.jq", made, known=[])

    assert [each["body"] for each in found] == [
        each["body"].split("-->\n\n", 1)[1] for each in json.loads(made)
    ]
