"""Whom a review names: who might share a post, and who knows what it is about."""

import json
from typing import Any

import pytest

from tests.review.conftest import PullRequest


def colleague(**fields: str) -> str:
    own = {"name": "Ben Okafor", "role": "Caretaker", **fields}
    front = "\n".join(f"{key}: {value}" for key, value in own.items())
    return f"---\n{front}\n---\n\nI keep the keys.\n"


def named(request: PullRequest, key: str) -> list[tuple[str, list[str]]]:
    told: dict[str, Any] = json.loads(request.review("--format", "json").output)
    (post,) = (each for each in told["posts"] if each["title"] == "The clock")
    return [(each["id"], each["reasons"]) for each in post[key]]


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ({"ask_me_about": "[Clocks]"}, ["Clocks"]),
        ({"ask_me_about": "[The clock tower, Keys]"}, ["The clock tower"]),
        ({"ask_me_about": "[What we read]"}, ["What we read"]),
        (
            {"ask_me_about": "[Night work, The dark, Letters]"},
            ["Night work", "The dark", "Letters"],
        ),
        ({"share": "{topics: [reading]}"}, ["Reading"]),
        ({"ask_me_about": "[Reading]", "share": "{topics: [reading]}"}, ["Reading"]),
        ({"ask_me_about": "[Keys]"}, None),
        ({"ask_me_about": "[The old days]"}, None),
        ({"ask_me_about": "[Clocks]", "left": "2026-01-01"}, None),
        ({}, None),
    ],
)
def test_who_knows_what_a_post_is_about_is_named(
    pull_request: PullRequest, fields: dict[str, str], reasons: list[str] | None
) -> None:
    pull_request.site.add("advocacy.toml", 'night = "After dark"\n')
    pull_request.site.write("content/staff/ben.md", colleague(**fields))
    about = {"topics": "[reading, night]", "series": "House letters"}
    pull_request.site.post("clock", fields=about)

    found = named(pull_request, "readers")

    assert found == ([("ben", reasons)] if reasons else [])


def test_who_knows_most_of_a_post_is_named_first_and_not_everybody(
    pull_request: PullRequest,
) -> None:
    for name in ("ben", "cem", "dora", "eva", "finn", "gil"):
        fields = {"name": name.title(), "ask_me_about": "[Clocks]", "share": "{}"}
        fields |= {"share": "{topics: [reading]}"} if name == "gil" else {}
        pull_request.site.write(f"content/staff/{name}.md", colleague(**fields))
    pull_request.site.post("clock", fields={"topics": "[reading]"})

    found = named(pull_request, "readers")

    assert found[0] == ("gil", ["Clocks", "Reading"])
    assert [name for name, _ in found[1:]] == ["ben", "cem", "dora", "eva"]
    assert len(named(pull_request, "sharers")) == 5


@pytest.mark.parametrize("field", ["authors", "reviewed_by"])
def test_who_wrote_or_read_a_post_is_not_asked_to_read_it(
    pull_request: PullRequest, field: str
) -> None:
    pull_request.site.write("content/staff/ben.md", colleague(ask_me_about="[Clocks]"))
    pull_request.site.post("clock", fields={field: "[ben]"})

    assert named(pull_request, "readers") == []


@pytest.mark.parametrize(
    ("fields", "authors", "reasons"),
    [
        ({"share": "{}"}, "[ana]", []),
        ({"share": "{topics: [reading]}"}, "[ana]", ["Reading"]),
        ({"share": "{topics: [reading]}"}, "[ben]", None),
        ({"share": "{}", "left": "2026-01-01"}, "[ana]", None),
        ({}, "[ana]", None),
    ],
)
def test_who_might_share_a_post_is_named_but_for_its_authors(
    pull_request: PullRequest, fields: dict[str, str], authors: str, reasons: list[str] | None
) -> None:
    pull_request.site.write("content/staff/ben.md", colleague(**fields))
    pull_request.site.post("clock", fields={"topics": "[reading]", "authors": authors})

    assert named(pull_request, "sharers") == ([("ben", reasons)] if reasons is not None else [])
