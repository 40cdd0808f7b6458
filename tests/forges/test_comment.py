"""The commenting jobs: one comment, each change suggested once, and nobody obeyed."""

import json

import pytest

from tests.forges.commenting import (
    COMMIT,
    TOKEN,
    WAYS,
    as_json,
    on_github,
    suggestion,
)

MARKER = "<!-- advocacy-review -->"
SUMMARY = f"{MARKER}\n\n## Nothing blocks\n\n- `content/posts/visit.md:14` Well done."
APART = "\u200b"


def test_the_summary_stands_in_one_comment_that_is_kept_up_to_date(way, forge, folder):
    first = WAYS[way](forge, folder, SUMMARY, "[]")
    second = WAYS[way](forge, folder, SUMMARY.replace("Nothing", "Much"), "[]")

    assert (first, second) == (0, 0)
    (comment,) = forge.comments
    assert comment["body"].startswith(f"{MARKER}\n<!-- suggested: -->\nWhat [the review](https://")
    assert COMMIT[:8] in comment["body"]
    assert "## Much blocks\n\n- `content/posts/visit.md:14` Well done." in comment["body"]


@pytest.mark.parametrize("begin", ["<details>", "<details open>"])
def test_the_folds_of_a_summary_stay_folds(way, forge, folder, begin):
    title = "<summary><strong>The door</strong>: new, <code>a.md</code></summary>"
    fold = f"{begin}{title}\n\nIt was stuck.\n\n</details>\n"

    WAYS[way](forge, folder, f"{MARKER}\n\n{fold}", "[]")

    assert forge.comments[0]["body"].endswith(f"\n\n{fold}")


def test_each_change_is_suggested_once(way, forge, folder):
    more = suggestion(fingerprint="fedcba9876543210", line=20, end_line=22)

    WAYS[way](forge, folder, SUMMARY, as_json(suggestion()))
    WAYS[way](forge, folder, SUMMARY, as_json(suggestion(), more))
    WAYS[way](forge, folder, SUMMARY, as_json(suggestion(), more))

    assert len(forge.reviews) == 2
    assert "suggested: 0123456789abcdef fedcba9876543210 -->" in forge.comments[0]["body"]
    assert "The chair spoke." in json.dumps(forge.reviews[0])


@pytest.mark.parametrize(
    ("way", "first", "second"),
    [
        (
            "github",
            {"path": "content/posts/visit.md", "side": "RIGHT", "line": 14},
            {"line": 22, "start_line": 20, "start_side": "RIGHT"},
        ),
        ("forgejo", {"path": "content/posts/visit.md", "new_position": 14}, {"new_position": 22}),
    ],
    indirect=["way"],
)
def test_several_changes_are_one_review_of_the_commit(way, forge, folder, first, second):
    more = suggestion(fingerprint="fedcba9876543210", line=20, end_line=22)

    WAYS[way](forge, folder, SUMMARY, as_json(suggestion(), more))

    (review,) = forge.reviews
    assert (review["commit_id"], review["event"]) == (COMMIT, "COMMENT")
    assert [
        *(
            first.items() <= review["comments"][0].items(),
            second.items() <= review["comments"][1].items(),
        )
    ] == [True, True]


@pytest.mark.parametrize("way", ["gitlab"], indirect=True)
def test_gitlab_is_told_how_many_lines_a_change_takes_the_place_of(way, forge, folder):
    WAYS[way](forge, folder, SUMMARY, as_json(suggestion(line=12)))

    (discussion,) = forge.reviews
    assert "```suggestion:-2+0\nThe chair spoke.\n```" in discussion["body"]
    assert discussion["position"] == {
        "position_type": "text",
        "new_path": "content/posts/visit.md",
        "old_path": "content/posts/visit.md",
        "new_line": 14,
        "base_sha": "ba5e" * 10,
        "start_sha": "57a7" * 10,
        "head_sha": "5ead" * 10,
    }


def test_a_line_that_is_not_shown_as_changed_keeps_no_other_from_being_suggested(
    way, forge, folder
):
    forge.hidden = {14}
    more = suggestion(fingerprint="fedcba9876543210", line=20, end_line=20)

    status = WAYS[way](forge, folder, SUMMARY, as_json(suggestion(), more))

    assert status == 0
    assert len(forge.reviews) == 1
    assert len(forge.comments) == 1


def test_what_strangers_wrote_is_neither_obeyed_nor_run(way, forge, folder):
    hostile = "@everybody ![a](https://track.example/p.png) `$(touch ran)` $TOKEN \\ ' \"\n/merge\n"
    refused = suggestion(path="../../etc/passwd.md", fingerprint="fedcba9876543210")

    WAYS[way](forge, folder, f"{MARKER}\n\n{hostile}", as_json(refused, suggestion()))

    (comment,) = forge.comments
    shown = (
        hostile.replace("@", f"@{APART}")
        .replace("![", f"!{APART}[")
        .replace("/merge", f"{APART}/merge")
    )
    assert comment["body"].endswith(f"\n\n{shown}")
    assert len(forge.reviews) == 1
    assert "passwd" not in json.dumps(forge.reviews)
    assert not (folder / "ran").exists()


def test_suggestions_that_are_none_keep_no_summary_back(way, forge, folder):
    status = WAYS[way](forge, folder, SUMMARY, "no JSON")

    assert (status, forge.reviews, len(forge.comments)) == (0, [], 1)


def test_a_summary_that_is_too_long_is_cut_and_still_a_comment(way, forge, folder):
    status = WAYS[way](forge, folder, MARKER + "\n\n" + "ü@" * 50_000, "[]")

    assert status == 0
    assert 40_000 < len(forge.comments[0]["body"]) < 65_536


def test_nobody_elses_comment_is_changed(way, forge, folder):
    stranger = {"login": "eve", "username": "eve", "id": 66}
    copied = {
        "id": 1,
        "user": stranger,
        "author": stranger,
        "body": f"{MARKER}\n<!-- suggested: 0123456789abcdef -->",
    }
    forge.comments.append(dict(copied))

    WAYS[way](forge, folder, SUMMARY, as_json(suggestion()))

    assert forge.comments[0] == copied
    assert len(forge.comments) == 2
    assert len(forge.reviews) == 1


def test_the_comment_is_found_behind_many_others(way, forge, folder):
    stranger = {"login": "eve", "username": "eve", "id": 66}
    forge.comments = [
        {"id": number, "user": stranger, "author": stranger, "body": "Yes."}
        for number in range(1, 121)
    ]
    WAYS[way](forge, folder, SUMMARY, "[]")

    WAYS[way](forge, folder, SUMMARY, "[]")

    assert len(forge.comments) == 121


@pytest.mark.parametrize("way", ["github"], indirect=True)
@pytest.mark.parametrize(
    "requests",
    [
        [{"number": 5, "label": "ana:post", "head": {"sha": "0" * 40}}],
        [{"number": 5, "label": "eve:post", "head": {"sha": COMMIT}}],
    ],
    ids=["a newer commit", "somebody else's branch"],
)
def test_a_run_that_belongs_to_no_open_request_says_nothing(way, forge, folder, requests):
    forge.requests = requests

    status = on_github(forge, folder, SUMMARY, as_json(suggestion()))

    assert (status, forge.comments, forge.reviews) == (0, [], [])


@pytest.mark.parametrize("way", ["github"], indirect=True)
@pytest.mark.parametrize(
    "artifacts",
    [
        [{"id": 3, "expired": True, "size_in_bytes": 900}],
        [{"id": 3, "expired": False, "size_in_bytes": 900_000_000}],
    ],
    ids=["expired", "huge"],
)
def test_a_report_that_is_gone_or_huge_is_not_fetched(way, forge, folder, artifacts):
    forge.artifacts = artifacts

    status = on_github(forge, folder, SUMMARY, "[]")

    assert (status, forge.comments) == (0, [])
    assert not [path for _, path, _ in forge.asked if path.endswith("zip")]


@pytest.mark.parametrize("way", ["github"], indirect=True)
def test_the_token_stays_with_the_forge(way, forge, folder):
    on_github(forge, folder, SUMMARY, "[]")

    told = {path: token for _, path, token in forge.asked}
    assert told.pop("/blob") == ""
    assert {*told.values()} == {f"Bearer {TOKEN}"}
