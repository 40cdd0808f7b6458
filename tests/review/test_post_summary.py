"""What a summary says of one post, a line each."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advocacy.review.markdown import make_markdown_text
from advocacy.review.post_review import (
    Asked,
    Change,
    Disclosing,
    PostReview,
    Readability,
    State,
)
from advocacy.review.post_summary import make_post_blocks

POST = PostReview("content/posts/rain.md", Change.NEW, "The rain", "2026/rain/", authors=("Ana",))
SAID = "I work at Lindenmark Libraries."


def tell(*posts: PostReview) -> list[str]:
    """Return the lines that are said of posts."""
    return make_markdown_text(make_post_blocks(posts)).splitlines()


@pytest.mark.parametrize(
    ("changes", "heading"),
    [
        ([Change.NEW], "### The post"),
        ([Change.NEW, Change.NEW], "### Posts: 2 new"),
        ([Change.NEW, Change.REMOVED, Change.NEW], "### Posts: 2 new, 1 removed"),
    ],
)
def test_posts_are_counted(changes: list[Change], heading: str) -> None:
    assert tell(*(replace(POST, change=each) for each in changes))[0] == heading


def test_without_a_post_nothing_is_said() -> None:
    assert tell() == []


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({}, "<strong>The rain</strong>: new, public at once, by Ana"),
        ({"title": ""}, "<strong>content/posts/rain.md</strong>: new, public at once, by Ana"),
        (
            {"authors": ("Ana", "Ben")},
            "<strong>The rain</strong>: new, public at once, by Ana and Ben",
        ),
        ({"authors": ()}, "<strong>The rain</strong>: new, public at once"),
        ({"change": Change.REMOVED}, "<strong>The rain</strong>: removed, by Ana"),
        ({"state": State.DRAFT}, "<strong>The rain</strong>: new, a draft, by Ana"),
        ({"state": State.INTERNAL}, "<strong>The rain</strong>: new, internal, on no page, by Ana"),
        ({"state": State.HIDDEN}, "<strong>The rain</strong>: new, hidden, in no list, by Ana"),
        ({"state": State.EXPIRED}, "<strong>The rain</strong>: new, expired, by Ana"),
        (
            {"state": State.DUE, "day": date(2026, 5, 1)},
            "<strong>The rain</strong>: new, due on 2026-05-01, by Ana",
        ),
        (
            {"is_read": False},
            "<strong>content/posts/rain.md</strong>: new; cannot be read yet, see what blocks",
        ),
    ],
)  # fmt: skip
def test_a_post_says_what_it_is(fields: dict[str, Any], title: str) -> None:
    assert f"<details open><summary>{title}</summary>" in tell(replace(POST, **fields))


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "- At `/2026/rain/`"),
        (
            {"url": "https://a.example/2026/rain/"},
            "- [See it as it will be](<https://a.example/2026/rain/>) at `/2026/rain/`",
        ),
        (
            {"change": Change.MOVED, "was": "2026/old/", "is_led_on": True},
            "- Moves from `/2026/old/` to `/2026/rain/`; readers of the old address are led on.",
        ),
        (
            {"change": Change.MOVED, "was": "2026/old/", "is_led_on": False},
            "- Moves from `/2026/old/` to `/2026/rain/`. "
            "**Nothing leads on from there**: name it below `aliases`.",
        ),
        (
            {"change": Change.REMOVED, "is_led_on": True},
            "- Was at `/2026/rain/`; readers of the old address are led on.",
        ),
        (
            {"readability": Readability(1, 1, 1.0)},
            "- **Reads**: 1 word, 1 minute; 1 word a sentence on average.",
        ),
        (
            {"readability": Readability(200, 2, 9.5, 0.0)},
            "- **Reads**: 200 words, 2 minutes; 9.5 words a sentence on average; school year 0.",
        ),
        ({"disclosing": Disclosing("paid")}, "- **Disclosure**: The post is paid for."),
        ({"disclosing": Disclosing("none")}, "- **Disclosure**: Its author does not work here."),
        ({"disclosing": Disclosing("employee")}, "- **Disclosure**: no sentence is asked for."),
        (
            {"disclosing": Disclosing("gift", SAID, "I work at Lindenmark Libraries", 11)},
            "- **Disclosure**: The post is about something given. "
            "Line 11 of the post says “I work at Lindenmark Libraries”.",
        ),
        (
            {"disclosing": Disclosing("employee", SAID, "I work at Lindenmark Libraries", 11)},
            "- **Disclosure**: line 11 of the post says “I work at Lindenmark Libraries”.",
        ),
        (
            {"disclosing": Disclosing("paid", SAID)},
            "- **Disclosure**: The post is paid for. The post itself does not say so; each text to "
            f"share does, with “{SAID}”",
        ),
        (
            {"disclosing": Disclosing("employee", SAID)},
            "- **Disclosure**: the post itself does not say so; each text to share does, with "
            f"“{SAID}”",
        ),
        ({"reviewed_by": ("Ben", "Kim")}, "- **Read by**: Ben and Kim"),
        ({"reviewed_before": ("Ben",)}, "- **Read an earlier wording**: Ben"),
        (
            {"sharers": (Asked("ben", "Ben"), Asked("kim", "Kim", ("Commas",)))},
            "- **Might share it**: Ben, Kim (Commas)",
        ),
        ({"committed_by": ("Ana", "Ben")}, "- **Committed by**: Ana and Ben"),
    ],
)  # fmt: skip
def test_each_fact_is_a_line(fields: dict[str, Any], line: str) -> None:
    assert line in tell(replace(POST, **fields))


@pytest.mark.parametrize(
    ("fields", "begin"),
    [
        ({"committed_by": ("Ana",)}, "- **Committed by**"),
        ({"address": ""}, "- At "),
        ({"change": Change.REMOVED}, "- **Purpose**"),
        ({"is_read": False}, "- **Purpose**"),
    ],
)
def test_what_goes_without_saying_is_not_said(fields: dict[str, Any], begin: str) -> None:
    lines = tell(replace(POST, **fields))

    assert [line for line in lines if line.startswith(begin)] == []
