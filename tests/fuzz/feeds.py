"""Feeds: whatever a post says, each form of a feed can be read, and says the same."""

import json
import re
from typing import Any

import feedparser
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree

from advocacy.feeds.atom import make_atom
from advocacy.feeds.calendar import Span, make_calendar
from advocacy.feeds.feed import make_legal
from advocacy.feeds.json_feed import make_json_feed
from advocacy.feeds.opml import Folder, Subscription, make_opml
from advocacy.feeds.rss import make_rss
from tests.feeds.samples import HOME, NIGHT, make_feed_of
from tests.fuzz.target import Target
from tests.fuzz.texts import encoded, hostile_texts

STRICT = etree.XMLParser(resolve_entities=False, no_network=True)


def hold(content: bytes) -> None:
    """Try one text in each field of an entry, of its feed, and of a list of feeds."""
    text = make_legal(content.decode("utf-8", "replace").replace("\r", ""))
    text = f"x{text}."
    line = re.sub("\\s+", " ", text)
    feed = make_feed_of(line, text)
    for make in (make_rss, make_atom):
        _check_xml(make(feed), line, text)
    _check_json(make_json_feed(feed), line, text)
    _check_opml(make_opml(line, HOME, [Folder(line, (Subscription(line, HOME, HOME),))]), line)
    _check_calendar(line, text)


def _check_xml(content: bytes, line: str, text: str) -> None:
    tree = etree.fromstring(content, STRICT)
    titles = [
        each.text for each in tree.iter("{*}title", "title") if each.getparent().tag != "image"
    ]
    assert titles == [line] * 2, titles
    if _is_misread(text) or _is_misread(line):
        return
    told: Any = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    assert not told.bozo, told.get("bozo_exception")
    (entry,) = told.entries
    assert (entry.title, entry.author) == (line, line)
    assert entry.content[0].value == text


def _is_misread(text: str) -> bool:
    """Say whether feedparser takes a text for one that was written in another encoding."""
    try:
        return not text.encode("latin-1").decode("utf-8").isascii()
    except UnicodeError:
        return bool(re.search("[\x80-\x9f]", text))


def _check_json(content: bytes, line: str, text: str) -> None:
    told = json.loads(content)
    (item,) = told["items"]
    assert (told["title"], item["title"]) == (line, line)
    assert (item["content_html"], item["summary"]) == (text, text)
    assert item["authors"] == [{"name": line}]


def _check_opml(content: bytes, line: str) -> None:
    outline = etree.fromstring(content, STRICT).find("body/outline/outline")
    assert outline.get("title") == line


def _check_calendar(line: str, text: str) -> None:
    day = NIGHT.published.date()
    span = Span("x", line, text, day, day, NIGHT.published, f"{HOME}/x/", (line,))
    (event,) = Calendar.from_ical(make_calendar(line, (span,), f"{HOME}/x.ics")).walk("VEVENT")
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (line, text)


FEEDS = Target("feeds", encoded(st.one_of(hostile_texts(), hostile_texts(3))), hold, few=60)
