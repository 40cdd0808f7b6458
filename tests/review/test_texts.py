"""What colleagues will be offered of a post, and who vouches for it."""

import json
from typing import Any

import pytest

from tests.review.conftest import CONSENT, KIM, MORE_GUIDE, PullRequest

SAME = "A letter lay behind our door for sixty years and nobody knew of it until May."


def only_post_of(request: PullRequest, *words: str) -> dict[str, Any]:
    (post,) = json.loads(request.review("--format", "json", *words).output)["posts"]
    found: dict[str, Any] = post
    return found


def with_networks(request: PullRequest) -> None:
    request.site.add("advocacy.toml", '\n[share]\nnetworks = ["bluesky"]\nvariants = 1\n')


@pytest.mark.parametrize(
    ("captions", "sources", "alike"),
    [
        ("[One letter lay behind the door.]", ["caption"], 0),
        (f"[{SAME}, {SAME} Today we know]", ["caption", "caption"], 90),
        ("[Behind a door lay a letter of 1962., Who wrote to us?]", ["caption", "caption"], 0),
    ],
)
def test_how_alike_captions_are_is_told(
    pull_request: PullRequest, captions: str, sources: list[str], alike: int
) -> None:
    with_networks(pull_request)
    pull_request.site.post("clock", fields={"share": f"{{captions: {{default: {captions}}}}}"})

    (network,) = only_post_of(pull_request)["networks"]

    assert [each["source"] for each in network["texts"]] == sources
    assert network["alike_percent"] >= alike
    assert (network["alike_percent"] == 0) is (alike == 0)


def test_a_text_says_whom_it_is_for_and_what_is_to_be_filled_in(
    pull_request: PullRequest,
) -> None:
    with_networks(pull_request)
    captions = '[{text: "I wound it myself.", for: authors}, "I like [[your clock]] best."]'
    pull_request.site.post("clock", fields={"share": f"{{captions: {{default: {captions}}}}}"})

    (network,) = only_post_of(pull_request)["networks"]

    marks = [(each["has_prompt"], each["for_authors"]) for each in network["texts"]]
    assert (True, False) in marks
    assert (False, True) in marks
    assert {each["limit"] for each in network["texts"]} == {300}
    assert all(each["discloses"] for each in network["texts"])


def test_a_text_is_counted_as_its_network_counts_it(pull_request: PullRequest) -> None:
    with_networks(pull_request)
    captions = "[I wound it 👩🏽‍🚀]"
    pull_request.site.post("clock", fields={"share": f"{{captions: {{default: {captions}}}}}"})

    (network,) = only_post_of(pull_request)["networks"]
    (text,) = network["texts"]

    assert text["length"] == len(text["text"].replace("👩🏽‍🚀", "x"))


def test_a_network_that_has_no_room_for_the_address_has_a_problem(
    pull_request: PullRequest,
) -> None:
    with_networks(pull_request)
    settings = pull_request.site.root / "advocacy.toml"
    url = "https://stories.lindenmark.example"
    text = settings.read_text(encoding="utf-8").replace(url, f"{url}/{'x' * 300}")
    settings.write_text(text, encoding="utf-8")
    pull_request.site.post("clock")

    (network,) = only_post_of(pull_request)["networks"]

    assert network["texts"] == []
    assert "characters, and Bluesky takes 300." in network["problem"]
    assert "Bluesky takes 300. Give the post a shorter `slug`, or" in pull_request.review().output


@pytest.mark.parametrize(
    ("attest", "given"),
    [
        ("", ["missing", "missing"]),
        ("{Values.Consent: v6761069}", ["given", "missing"]),
        (f"{{{CONSENT}}}", ["stale", "missing"]),
        ("{Values.Consent: v6761069, Values.Answer: v20c6f94}", ["given", "given"]),
    ],
)
def test_who_vouches_for_what_is_told(
    pull_request: PullRequest, attest: str, given: list[str]
) -> None:
    pull_request.git("checkout", "--quiet", "main")
    pull_request.site.add("content/pages/values.md", MORE_GUIDE)
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-B", "post")
    pull_request.site.post("clock", fields={"attest": attest} if attest else {})

    vouching = only_post_of(pull_request)["vouching"]

    assert [each["given"] for each in vouching] == given
    assert [bool(each["cure"]) for each in vouching] == [each != "given" for each in given]


@pytest.mark.parametrize("readers", ["[kim]", ""])
def test_whoever_has_read_a_post_answers_nothing_of_it(
    pull_request: PullRequest, readers: str
) -> None:
    ask = 'ask: "I will answer readers for a week."'
    pull_request.git("checkout", "--quiet", "main")
    pull_request.site.add(
        "content/pages/values.md", MORE_GUIDE.replace(ask, f"{ask}\nreviewer: true")
    )
    pull_request.site.write("content/staff/kim.md", KIM)
    pull_request.commit()
    pull_request.git("checkout", "--quiet", "-B", "post")
    fields = {"attest": "{Values.Answer: v0000000}", "reviewed_by": readers or "[]"}
    pull_request.site.post("clock", fields=fields)

    vouching = only_post_of(pull_request)["vouching"]

    assert [each["given"] for each in vouching if each["id"] == "Values.Answer"] == ["stale"]


@pytest.mark.parametrize(
    ("preview", "fields", "url"),
    [
        ("https://pr-7.example.org", {}, "https://pr-7.example.org/2026/the-clock/"),
        ("https://example.org/pr/7/", {}, "https://example.org/pr/7/2026/the-clock/"),
        ("https://pr-7.example.org", {"status": "draft"}, ""),
        ("https://pr-7.example.org", {"date": "2026-05-01"}, ""),
    ],
)
def test_what_can_be_seen_in_a_preview_is_linked(
    pull_request: PullRequest, preview: str, fields: dict[str, str], url: str
) -> None:
    pull_request.site.post("clock", fields=fields)

    assert only_post_of(pull_request, "--preview", preview)["url"] == url


@pytest.mark.parametrize(
    ("preview", "told"),
    [
        ("https://example.org/pr/7", "https://example.org/pr/7/"),
        ("http://localhost:8000//", "http://localhost:8000/"),
        ("", ""),
    ],
)
def test_a_preview_has_one_slash_at_its_end(
    pull_request: PullRequest, preview: str, told: str
) -> None:
    report = json.loads(pull_request.review("--format", "json", "--preview", preview).output)

    assert report["preview"] == told
