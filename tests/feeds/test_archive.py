"""Older entries stay where they are, and every entry is reached from the feed."""

import json
from dataclasses import replace
from datetime import timedelta

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.feeds.archive import make_archived
from advocacy.feeds.atom import make_atom
from advocacy.feeds.feed import Addresses
from advocacy.feeds.json_feed import make_json_feed
from advocacy.feeds.rss import make_rss
from tests.feeds.samples import FEED, HOME, NIGHT

MAKE = {"rss": make_rss, "atom": make_atom, "json": make_json_feed}
HUB = "https://hub.example/"


def addresses_of(number: int) -> Addresses:
    base = f"{HOME}/feeds/all/{number}"
    return Addresses(f"{base}.atom.xml", f"{base}.rss.xml", f"{base}.json")


def archived(posts: int, window: int = 5):
    days = [NIGHT.published + timedelta(days=number) for number in range(posts)]
    entries = tuple(replace(NIGHT, id=f"tag:example.org,{day}", published=day) for day in days)
    return make_archived(replace(FEED, entries=entries, hub_url=HUB), window, addresses_of)


@pytest.mark.parametrize(
    ("posts", "archives"), [(0, 0), (1, 0), (5, 0), (6, 1), (10, 1), (11, 2), (15, 2), (16, 3)]
)
def test_an_archive_is_made_when_the_feed_lets_go_of_its_entries(posts, archives):
    assert len(archived(posts)) == 1 + archives


@given(st.integers(0, 60), st.integers(1, 9))
def test_every_entry_is_reached_and_each_archive_is_full(posts, window):
    feed, *archives = archived(posts, window)

    ids = {entry.id for each in (feed, *archives) for entry in each.entries}

    assert len(ids) == posts
    assert len(feed.entries) == min(posts, window)
    assert {len(each.entries) for each in archives} <= {window}


@pytest.mark.parametrize("form", MAKE)
def test_an_archive_is_the_same_bytes_when_posts_are_added(form):
    before, after = archived(11)[1:], archived(23)[1:]

    assert len(after) > len(before)
    for old, new in zip(before, after, strict=False):
        assert MAKE[form](old) == MAKE[form](new)


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_each_document_leads_to_the_one_before_it(form):
    feed, oldest, newer = archived(11)
    end = f"{form}.xml"

    links = [_links(MAKE[form](each)) for each in (feed, newer, oldest)]

    current = f"{HOME}/feeds/all.{end}"
    assert links == [
        {"self": current, "hub": HUB, "prev-archive": f"{HOME}/feeds/all/2.{end}"},
        {
            "self": f"{HOME}/feeds/all/2.{end}",
            "prev-archive": f"{HOME}/feeds/all/1.{end}",
            "current": current,
        },
        {"self": f"{HOME}/feeds/all/1.{end}", "current": current},
    ]


def _links(xml: bytes) -> dict[str, str]:
    links = feedparser.parse(xml).feed.links
    return {each.rel: each.href for each in links if each.rel not in {"alternate", "license"}}


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_an_archive_says_that_it_is_one(form):
    feed, archive = archived(6)

    assert b"<fh:archive/>" in MAKE[form](archive)
    assert b"fh:" not in MAKE[form](feed)


def test_an_archive_is_of_the_same_feed():
    feed, archive = (feedparser.parse(make_atom(each)).feed for each in archived(6))

    assert archive.id == feed.id


def test_json_feed_names_its_hub_and_its_next_page():
    feed, oldest, newer = (json.loads(make_json_feed(each)) for each in archived(11))

    assert feed["hubs"] == [{"type": "WebSub", "url": HUB}]
    assert [each.get("next_url") for each in (feed, newer, oldest)] == [
        f"{HOME}/feeds/all/2.json",
        f"{HOME}/feeds/all/1.json",
        None,
    ]
    assert "hubs" not in oldest
