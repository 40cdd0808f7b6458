"""Rows as files: for Buffer, for spreadsheets, and for programs of one's own."""

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO

from advocacy.share.export import ExportRow

# What Buffer's bulk upload reads, letter by letter, of which its Help Center tells (checked in
# November 2026, at second hand); times are of the channel's own zone.
BUFFER_HEADER = "Text,Image URL,Tags,Posting Time"
BUFFER_MOST_ROWS = 100
BUFFER_TIME = "%Y-%m-%d %H:%M"
JSON_VERSION = 1
# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection), and calculates it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = (
    *("id", "post", "network", "variant", "state", "language"),
    *("title", "text", "warning", "link", "image", "topics", "time", "until"),
)


def make_buffer_csv(rows: Sequence[ExportRow]) -> bytes:
    """Return rows of one channel as Buffer's bulk upload takes them.

    Texts are as they are: an `@` at the beginning is a mention, which Buffer must get. It has no
    place for a content warning, which so begins the text.
    """
    cells = (
        (
            row.below_warning,
            row.image_url,
            ", ".join(topic.replace(",", " ") for topic in row.topics),
            row.moment.strftime(BUFFER_TIME) if row.moment else "",
        )
        for row in rows
    )
    return f"{BUFFER_HEADER}\r\n{_table(cells)}".encode()


def make_csv(rows: Sequence[ExportRow]) -> bytes:
    """Return rows for a spreadsheet: each cell quoted, and none of them a formula.

    It begins with a byte order mark, without which Excel takes `ü` for two other letters.
    """
    cells = ([_inert(value) for value in _values(row)] for row in rows)
    return _table([COLUMNS, *cells]).encode("utf-8-sig")


def make_json(rows: Sequence[ExportRow]) -> bytes:
    """Return rows for programs, with what is not known left out."""
    told = [
        {key: value for key, value in zip(COLUMNS, _values(row), strict=True) if value}
        | {"topics": list(row.topics)}
        for row in rows
    ]
    whole = {"version": JSON_VERSION, "rows": told}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def is_formula(text: str) -> bool:
    """Say whether a spreadsheet would calculate a text; some drop blanks before it."""
    return text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)


def _values(row: ExportRow) -> tuple[str, ...]:
    """Return a row's values in the order of COLUMNS."""
    return (
        *(row.id, row.post, row.network, row.variant, str(row.state), row.lang),
        *(row.title, row.text, row.warning, row.url, row.image_url, ", ".join(row.topics)),
        row.moment.isoformat(timespec="minutes") if row.moment else "",
        row.until.isoformat() if row.until else "",
    )


def _inert(text: str) -> str:
    return f"'{text}" if is_formula(text) else text


def _table(rows: Iterable[Sequence[str]]) -> str:
    table = StringIO(newline="")
    csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return table.getvalue()
