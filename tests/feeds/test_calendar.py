"""The calendar of share kits, read back as a calendar program would."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from advocacy.feeds.calendar import Span, make_calendar

URL = "https://blog.example.org/share/kits.ics"
SPAN = Span(
    id="tag:blog.example.org,2026-03-31:night#share",
    title="To share, if you like: Clocks; winding\\them",
    description="Two lines,\nthe second; last",
    first=date(2026, 3, 31),
    last=date(2026, 4, 9),
    changed=datetime(2026, 3, 31, 1, 0, tzinfo=timezone(timedelta(hours=2))),
    url="https://blog.example.org/share/night/",
    topics=("Reading", "Signs, & such"),
    lang="en",
)


def read(*spans: Span) -> list:
    return Calendar.from_ical(make_calendar("Share kits", spans, URL)).walk("VEVENT")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("UID", "tag:blog.example.org,2026-03-31:night#share@blog.example.org"),
        ("SUMMARY", SPAN.title),
        ("DESCRIPTION", SPAN.description),
        ("URL", SPAN.url),
        ("TRANSP", "TRANSPARENT"),
    ],
)
def test_an_event_says(key: str, expected: str) -> None:
    assert read(SPAN)[0][key] == expected


def test_an_event_lasts_whole_days_and_its_end_is_the_day_after() -> None:
    event = read(SPAN)[0]

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 3, 31), date(2026, 4, 10))
    assert event["DTSTAMP"].dt == datetime(2026, 3, 30, 23, 0, tzinfo=UTC)
    assert [str(each) for each in event["CATEGORIES"].cats] == list(SPAN.topics)


def test_events_are_in_the_order_of_their_days() -> None:
    later = replace(SPAN, id="later", first=date(2026, 4, 1))

    written = make_calendar("Share kits", (later, SPAN), URL)

    assert written == make_calendar("Share kits", (SPAN, later), URL)
    assert [event["UID"] for event in read(later, SPAN)][1].startswith("later")


def test_a_calendar_without_events_is_one() -> None:
    assert read() == []


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=300))
def test_any_title_is_read_back_from_lines_of_75_bytes(title: str) -> None:
    written = make_calendar("Share kits", (replace(SPAN, title=f"a{title}a"),), URL)

    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert [event["SUMMARY"] for event in Calendar.from_ical(written).walk("VEVENT")] == [
        f"a{title}a"
    ]


def test_a_path_stays_on_its_line() -> None:
    path = r"C:\News\new;, \\N"
    (event,) = read(replace(SPAN, title=path, description=path, topics=(path,)))

    told = (event["SUMMARY"], event["DESCRIPTION"], *event["CATEGORIES"].cats)
    assert told == (path, path, path)


@pytest.mark.parametrize(
    "title", ["BEGIN:VEVENT\r\nX", "a\rURL:https://evil.example", "a\x00\x0bb"]
)
def test_a_title_adds_no_line_of_its_own(title: str) -> None:
    events = read(replace(SPAN, title=title))

    assert [event["URL"] for event in events] == [SPAN.url]
