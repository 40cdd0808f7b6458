"""Rows for other programs, and the files that are made of them."""

import csv
import json
from dataclasses import replace
from datetime import date, datetime, time
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.share.export import ExportRow, first_of_each, make_rows
from advocacy.share.export_forms import COLUMNS, make_buffer_csv, make_csv, make_json
from advocacy.share.kit import make_kit
from advocacy.share.life import State
from advocacy.share.networks import read_networks
from tests.share.conftest import MakePost

BERLIN = ZoneInfo("Europe/Berlin")
ROW = ExportRow(
    id="tag:blog.example.org,2026:night#x-caption-0123456789",
    post="tag:blog.example.org,2026:night",
    network="x",
    variant="caption",
    state=State.NOT_YET,
    title="The night shift",
    text='Ana wrote, "wind it".\n\n#Clocks',
    warning="",
    url="https://blog.example.org/2026/night/",
    image_url="https://blog.example.org/cards/night.png",
    topics=("Reading", "Signs, & such"),
    lang="en",
    moment=datetime(2026, 4, 5, 9, 0, tzinfo=BERLIN),
    until=date(2026, 4, 30),
)


def rows_of(post, site, today: date, *network_ids: str) -> list[ExportRow]:
    networks = {each: read_networks()[each] for each in network_ids}
    return [*make_rows(make_kit(post, site, networks, today), ["Reading"], BERLIN, time(9, 30))]


@pytest.mark.parametrize(
    ("today", "moments"),
    [
        (date(2026, 4, 4),  ["2026-04-05T09:30:00+02:00"] * 3),
        (date(2026, 4, 5),  [None] * 3),
        (date(2026, 4, 30), [None] * 3),
        (date(2026, 5, 1),  []),
    ],
)  # fmt: skip
def test_what_is_offered_later_has_its_time_and_what_is_over_has_no_row(
    make_post: MakePost, site, today: date, moments: list[str | None]
) -> None:
    post = make_post(
        "share: {from: 2026-04-05, until: 2026-04-30, captions: {default: [One., Two., Three.]}}"
    )

    rows = rows_of(post, site, today, "x")

    assert [row.moment.isoformat() if row.moment else None for row in rows] == moments


def test_a_text_that_waits_for_its_sharer_is_no_row(make_post: MakePost, site) -> None:
    post = make_post("share: {captions: {x: ['I saw [[what?]]', Ready.], bluesky: ['[[why?]]']}}")

    one = replace(site, sharing=replace(site.sharing, variants=1))

    rows = rows_of(post, one, date(2026, 4, 10), "x", "bluesky")

    assert [(row.network, row.variant) for row in rows] == [
        ("x", "caption"),
        ("bluesky", "summary"),
    ]
    assert "Ready." in rows[0].text
    assert rows[0].id == f"{post.id}#x-{rows[0].short_id}"


def test_one_account_says_a_thing_once() -> None:
    rows = [ROW, replace(ROW, id="other"), replace(ROW, network="bluesky")]

    assert first_of_each(rows) == (rows[0], rows[2])


def test_buffer_gets_its_header_and_its_times_letter_by_letter() -> None:
    text = make_buffer_csv([ROW, replace(ROW, moment=None)]).decode()

    assert text.splitlines()[0] == "Text,Image URL,Tags,Posting Time"
    assert [*csv.reader(StringIO(text, newline=""))][1:] == [
        [ROW.text, ROW.image_url, "Reading, Signs  & such", "2026-04-05 09:00"],
        [ROW.text, ROW.image_url, "Reading, Signs  & such", ""],
    ]


def test_a_warning_is_told_wherever_a_text_goes() -> None:
    row = replace(ROW, text="It is me.", warning="On being tired")

    buffer = next(csv.DictReader(StringIO(make_buffer_csv([row]).decode(), newline="")))
    sheet = next(csv.DictReader(StringIO(make_csv([row]).decode("utf-8-sig"), newline="")))
    data = json.loads(make_json([row]))["rows"][0]

    assert buffer["Text"] == "On being tired\n\nIt is me."
    assert (sheet["warning"], sheet["text"]) == ("On being tired", "It is me.")
    assert (data["warning"], data["text"]) == ("On being tired", "It is me.")


def test_a_mention_reaches_buffer_as_it_is() -> None:
    rows = [
        *csv.DictReader(StringIO(make_buffer_csv([replace(ROW, text="@ana wound it")]).decode()))
    ]

    assert rows[0]["Text"] == "@ana wound it"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1",             "'=1+1"),
        ("+49 30",           "'+49 30"),
        ("-1",               "'-1"),
        ("@SUM(A1)",         "'@SUM(A1)"),
        ("\t=1",             "'\t=1"),
        ("\r=1",             "'\r=1"),
        ("\n=1",             "'\n=1"),
        ("＝1",              "'＝1"),
        ("＠a",              "'＠a"),
        (" =1",              "' =1"),
        ("\u00a0\u2028＋1",  "'\u00a0\u2028＋1"),
        ("a=1",              "a=1"),
        (" a",               " a"),
        ("#Clocks",          "#Clocks"),
        ("'=1",              "'=1"),
        ("",                 ""),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    row = replace(ROW, text=text, title=text, topics=(text,))

    read = next(csv.DictReader(StringIO(make_csv([row]).decode("utf-8-sig"), newline="")))

    assert (read["text"], read["title"], read["topics"]) == (cell, cell, cell)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_one_quoted_cell(text: str) -> None:
    written = make_csv([replace(ROW, text=text)]).decode("utf-8-sig")

    header, row = csv.reader(StringIO(written, newline=""))
    assert tuple(header) == COLUMNS
    assert row[COLUMNS.index("text")].removeprefix("'") == text.removeprefix("'")
    assert len(row) == len(COLUMNS)


def test_excel_is_told_that_letters_are_utf_8_and_buffer_gets_its_header_alone() -> None:
    assert make_csv([ROW]).startswith(b'\xef\xbb\xbf"id",')
    assert make_buffer_csv([ROW]).startswith(b"Text,Image URL,")


def test_json_tells_what_is_known() -> None:
    rows = json.loads(make_json([ROW, replace(ROW, moment=None, until=None)]))["rows"]

    assert rows[0] == {
        "id": ROW.id,
        "post": ROW.post,
        "network": "x",
        "variant": "caption",
        "state": "not yet",
        "language": "en",
        "title": ROW.title,
        "text": ROW.text,
        "link": ROW.url,
        "image": ROW.image_url,
        "topics": ["Reading", "Signs, & such"],
        "time": "2026-04-05T09:00+02:00",
        "until": "2026-04-30",
    }
    assert not {"time", "until"} & rows[1].keys()
