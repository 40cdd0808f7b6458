"""JSON Feed says what Atom says, in the form that jsonfeed.org/version/1.1 describes."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import feedparser
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from advocacy.feeds.atom import make_atom
from advocacy.feeds.feed import ILLEGAL
from advocacy.feeds.json_feed import make_json_feed
from tests.feeds.samples import CARD, FEED, HOME, HORLOGE, NIGHT, SIGNS

URL = {"type": "string", "pattern": "^https?://"}
AUTHOR = {
    "type": "object",
    "properties": {"name": {"type": "string", "minLength": 1}, "url": URL},
    "additionalProperties": False,
    "minProperties": 1,
}
HUB = {
    "type": "object",
    "required": ["type", "url"],
    "additionalProperties": False,
    "properties": {"type": {"const": "WebSub"}, "url": URL},
}
# Written from https://www.jsonfeed.org/version/1.1/, for what we say of its keys.
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": URL,
        "feed_url": URL,
        "next_url": URL,
        "hubs": {"type": "array", "items": HUB},
        "description": {"type": "string"},
        "icon": URL,
        "favicon": URL,
        "language": {"type": "string"},
        "authors": {"type": "array", "items": AUTHOR},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": URL,
                    "title": {"type": "string"},
                    "content_html": {"type": "string"},
                    "summary": {"type": "string"},
                    "image": URL,
                    "date_published": {"type": "string", "format": "date-time"},
                    "date_modified": {"type": "string", "format": "date-time"},
                    "authors": {"type": "array", "items": AUTHOR},
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "language": {"type": "string"},
                },
            },
        },
    },
}
ADDRESS = f"{HOME}/feeds/all.json"
JSON = json.loads(make_json_feed(FEED))


def test_it_has_the_form_that_the_standard_describes() -> None:
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(JSON)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("title", FEED.title),
        ("home_page_url", FEED.home_url),
        ("feed_url", ADDRESS),
        ("description", FEED.description),
        ("language", "en"),
        ("icon", f"{HOME}/theme/site-512.png"),
        ("favicon", f"{HOME}/theme/icon.png"),
        ("authors", [{"name": "Lindenmark Libraries e.V.", "url": FEED.home_url}]),
    ],
)
def test_the_feed_says(key: str, expected: object) -> None:
    assert JSON[key] == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("id", [SIGNS.id, HORLOGE.id, NIGHT.id]),
        ("title", [SIGNS.title[:-1], HORLOGE.title, NIGHT.title]),
        ("content_html", [ILLEGAL.sub("", SIGNS.html), HORLOGE.html, NIGHT.html]),
        ("language", ["en", "fr", "en"]),
        ("image", [None, None, CARD.url]),
        ("tags", [["Open source", "Reading & writing"], None, ["Reading & writing"]]),
    ],
)
def test_each_item_says(key: str, expected: list[object]) -> None:
    assert [item.get(key) for item in JSON["items"]] == expected


def test_ids_dates_and_links_are_those_of_atom() -> None:
    atom: Any = feedparser.parse(make_atom(FEED))

    assert [item["id"] for item in JSON["items"]] == [entry.id for entry in atom.entries]
    assert [item["url"] for item in JSON["items"]] == [entry.link for entry in atom.entries]
    for key, other in (("date_published", "published"), ("date_modified", "updated")):
        own = [datetime.fromisoformat(item[key]) for item in JSON["items"]]
        assert own == [datetime.fromisoformat(entry[other]) for entry in atom.entries]


def test_an_empty_feed_still_has_its_items() -> None:
    assert json.loads(make_json_feed(replace(FEED, entries=())))["items"] == []


def test_half_of_a_pair_spoils_no_feed() -> None:
    entry = replace(NIGHT, title="night \ud83d shift")

    assert json.loads(make_json_feed(replace(FEED, entries=(entry,))))["items"][0]["title"] == (
        "night  shift"
    )
