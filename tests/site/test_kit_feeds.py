"""Feeds and the calendar of share kits, in a built site."""

import json
from datetime import date

import feedparser
import pytest
from icalendar import Calendar

from tests.site.conftest import SmallSite

TODAY = "2026-04-10"
HUB = "https://stories.lindenmark.example/share/"
OWN_CAPTION = (
    "{captions: {default: ['I wound <b>the</b> clock & lived.', 'I was [[what?]] there.']}}"
)


def build(site: SmallSite) -> None:
    done = site.run("advocacy build", "--today", TODAY)
    assert done.status == 0, done.said


@pytest.fixture
def kits(small_site: SmallSite) -> SmallSite:
    """A site with a kit in each state."""
    fields = {"topics": "[reading]", "share": OWN_CAPTION}
    small_site.post("now", fields=fields)
    small_site.post("ending", fields={"share": "{until: 2026-04-12}"})
    small_site.post("over", fields={"share": "{until: 2026-04-09}"})
    small_site.post("old", fields={"date": "2025-04-09"})
    small_site.post("coming", fields={"share": "{from: 2026-04-20, until: 2026-04-30}"})
    build(small_site)
    return small_site


def entries(site: SmallSite, name: str = "all") -> dict:
    feed = feedparser.parse((site.output / f"share/feeds/{name}.atom.xml").read_bytes())
    assert not feed.bozo
    return {entry.title: entry for entry in feed.entries}


def test_the_feed_has_what_is_offered_and_leads_to_its_kit(kits):
    assert {title: entry.link for title, entry in entries(kits).items()} == {
        "The night shift": f"{HUB}the-night-shift/",
        "The now": f"{HUB}the-now/",
        "The ending": f"{HUB}the-ending/",
        "The old": f"{HUB}the-old/",
    }


def test_json_feed_has_the_same_entries(kits):
    items = json.loads((kits.output / "share/feeds/all.json").read_bytes())["items"]

    assert [item["id"] for item in items] == [entry.id for entry in entries(kits).values()]


def test_a_topic_has_a_feed_of_its_own(kits):
    assert set(entries(kits, "topics/reading")) == {"The night shift", "The now"}


def test_an_entry_has_texts_that_are_ready_and_nothing_to_fill_in(kits):
    html = entries(kits)["The now"].content[0].value

    assert "I wound &lt;b&gt;the&lt;/b&gt; clock &amp; lived." in html
    assert "[[" not in html
    assert "LinkedIn" in html
    assert "cards/the-now.png" in html


def test_an_edited_caption_announces_nothing(kits):
    before = entries(kits)["The now"]
    file = kits.root / "content/posts/now.md"
    file.write_text(file.read_text().replace("I wound", "I have wound"))

    build(kits)

    after = entries(kits)["The now"]
    assert "I have wound" in after.content[0].value
    assert [after[key] for key in ("id", "published", "updated")] == [
        before[key] for key in ("id", "published", "updated")
    ]


def test_an_entry_is_as_new_as_the_first_day_of_its_kit(small_site):
    small_site.post("late", fields={"share": "{from: 2026-04-05}"})

    build(small_site)

    assert entries(small_site)["The late"].published == "2026-04-05T00:00:00+02:00"


def test_the_calendar_has_what_is_offered_and_what_will_be(kits):
    calendar = Calendar.from_ical((kits.output / "share/kits.ics").read_bytes())

    days = {
        event["URL"].removeprefix(HUB): (event["DTSTART"].dt, event["DTEND"].dt)
        for event in calendar.walk("VEVENT")
    }
    assert days == {
        "the-night-shift/": (date(2026, 3, 31), date(2026, 4, 1)),
        "the-now/": (date(2026, 3, 1), date(2026, 3, 2)),
        "the-ending/": (date(2026, 3, 1), date(2026, 4, 13)),
        "the-coming/": (date(2026, 4, 20), date(2026, 5, 1)),
    }


def test_only_the_pages_of_kits_lead_to_their_feeds(kits):
    pages = {file for file in kits.output.rglob("*.html") if b"share/feeds/" in file.read_bytes()}

    share = kits.output / "share"
    assert {share / "index.html", share / "the-now/index.html"} <= pages
    assert all(file.is_relative_to(share) for file in pages)
    assert b"kits.ics" in (share / "index.html").read_bytes()
