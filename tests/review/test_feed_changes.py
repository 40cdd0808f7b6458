"""What readers of a feed are told by a pull request, as values."""

import pytest

from advocacy.review.built_site import Entry
from advocacy.review.comparing import compare_sites
from advocacy.review.feed_changes import EntryChange
from tests.review.test_comparing import RAIN, SNOW, site

ENTRY = Entry("Rain", "https://a.example/2026/rain/", "2026-03-01")
MOVED = ENTRY._replace(url="https://a.example/2026/snow/")
THERE = RAIN._replace(path="content/posts/2026-rain.md")
EDITED = ENTRY._replace(updated="2026-03-09")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (({}, {}), ({"id": RAIN}, {"id": ENTRY}), ["new"]),
        (({"id": RAIN}, {"id": ENTRY}), ({"id": RAIN}, {"id": ENTRY}), []),
        (({"id": RAIN}, {"id": ENTRY}), ({"id": SNOW}, {"id": MOVED}), []),
        (({"id": RAIN}, {"id": ENTRY}), ({"id": RAIN}, {"id": EDITED}), ["updated"]),
        (({"id": RAIN}, {"id": ENTRY}), ({"other": RAIN}, {"other": ENTRY}), ["anew"]),
        (({"id": RAIN}, {"id": ENTRY}), ({"other": SNOW}, {"other": MOVED}), ["anew", "withdrawn"]),
        (({"id": RAIN}, {"id": ENTRY}), ({"other": THERE}, {"other": ENTRY}), ["anew"]),
        (({"id": RAIN}, {"id": ENTRY}), ({}, {}), ["withdrawn"]),
        (({"id": RAIN}, {"id": ENTRY}), ({"id": RAIN}, {}), []),
        (({"id": RAIN}, {}), ({"id": RAIN}, {"id": ENTRY}), ["brought"]),
        (
            ({"id": RAIN}, {"id": ENTRY}),
            ({"id": SNOW._replace(path=THERE.path), "other": RAIN}, {"id": MOVED, "other": ENTRY}),
            ["new"],
        ),
        (
            ({"id": RAIN, "other": SNOW}, {"id": ENTRY}),
            ({"other": RAIN}, {"other": ENTRY}),
            ["brought"],
        ),
    ],
    ids=[
        "a new post",
        "the same",
        "another address",
        "an edit that is told",
        "another id at one address",
        "another id and address",
        "another id and file at one address",
        "a post that is gone",
        "a post that the feed has no room for",
        "a post that was on the site",
        "a new post where one was that moved",
        "a post that the feed had no room for, where one was that is gone",
    ],
)
def test_readers_of_a_feed_are_told(before, after, told):
    old_posts, old_feed = before
    new_posts, new_feed = after
    was = site({"feeds/all.json": "a"}, posts=old_posts, feed=old_feed)
    now = site({"feeds/all.json": "b"}, posts=new_posts, feed=new_feed)

    (feed,) = compare_sites(was, now, ()).feeds

    assert [each.kind for each in feed.entries] == told


def test_an_edit_that_nobody_is_told_of_touches_the_feed_alone():
    before = site({"feeds/all.atom.xml": "a", "feeds/all/1.atom.xml": "a"}, feed={"id": ENTRY})
    after = site({"feeds/all.atom.xml": "b", "feeds/all/1.atom.xml": "a"}, feed={"id": ENTRY})

    (feed,) = compare_sites(before, after, ()).feeds

    assert (feed.name, feed.is_new, feed.is_gone, feed.entries) == ("all", False, False, ())


def test_a_feed_that_comes_or_goes_is_told_by_name():
    before, after = site({"feeds/staff/ana.json": "a"}), site({"feeds/topics/reading.json": "a"})

    feeds = compare_sites(before, after, ()).feeds

    assert [(feed.name, feed.is_new, feed.is_gone) for feed in feeds] == [
        ("staff/ana", False, True),
        ("topics/reading", True, False),
    ]


def test_an_entry_is_called_as_its_post():
    before = site({"feeds/all.json": "a"}, feed={})
    after = site({"feeds/all.json": "b"}, posts={"id": RAIN}, feed={"id": ENTRY})

    (feed,) = compare_sites(before, after, ()).feeds

    assert feed.entries == (EntryChange("new", "Rain", ENTRY.url),)
