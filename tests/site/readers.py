"""Feed readers that people use, and what each of them understood of an entry."""

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from pathlib import Path
from sqlite3 import connect
from urllib.parse import urlsplit

from tests.conftest import need, need_module, need_node_file

# How sfeed writes a character that would end a line or a field.
ESCAPED = {"n": "\n", "t": "\t", "\\": "\\"}
FORMS = {"rss": "all.rss.xml", "atom": "all.atom.xml", "json": "all.json"}


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry as a reader understood it; None is what this reader does not keep.

    Attributes:
        length: Of the text of the whole content, in characters: some write its markup anew.
    """

    id: str
    title: str
    link: str
    authors: str
    published: datetime
    updated: datetime | None
    categories: tuple[str, ...] | None
    length: int


Read = Callable[[str, Path], list[Seen]]


def read_by_feedparser(url: str, folder: Path) -> list[Seen]:
    feedparser = need_module("feedparser")
    parsed = feedparser.parse(url)
    # Such as that the server said that it is HTML, which no reader minds.
    harmless = feedparser.exceptions.ThingsNobodyCaresAboutButMe
    assert not parsed.bozo or isinstance(parsed.bozo_exception, harmless)
    return [
        Seen(
            each.id,
            each.title,
            each.link,
            each.author,
            moment(each.published),
            moment(each.updated),
            tuple(tag.term for tag in each.get("tags", ())),
            length_of(each.content[0].value),
        )
        for each in parsed.entries
    ]


def read_by_newsboat(url: str, folder: Path) -> list[Seen]:
    (folder / "urls").write_text(f"{url}\n")
    (folder / "config").touch()
    command = [need("newsboat"), "-u", "urls", "-c", "cache.db", "-C", "config", "-x", "reload"]
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8", "no_proxy": "*"}
    subprocess.run(command, cwd=folder, env=environment, check=True, timeout=60)
    with closing(connect(folder / "cache.db")) as database:
        query = "select guid, title, url, author, pubDate, content from rss_item"
        rows = database.execute(query).fetchall()
    return [
        Seen(guid, title, link, author, at(published), None, None, length_of(content))
        for guid, title, link, author, published, content in rows
    ]


def read_by_sfeed(url: str, folder: Path) -> list[Seen]:
    xml = need_module("urllib.request").urlopen(url).read()
    done = subprocess.run([need("sfeed")], input=xml, capture_output=True, check=True)
    rows = (line.split("\t") for line in done.stdout.decode().splitlines())
    return [
        Seen(
            guid,
            title,
            link,
            author,
            at(int(published)),
            None,
            tuple(filter(None, categories.split("|"))),
            length_of(re.sub(r"\\([nt\\])", lambda sign: ESCAPED[sign[1]], content)),
        )
        for published, title, link, content, _kind, guid, author, _enclosure, categories in rows
    ]


def read_by_reader(url: str, folder: Path) -> list[Seen]:
    need_module("sgmllib")
    reader = need_module("reader").make_reader(":memory:")
    with closing(reader):
        reader.add_feed(url)
        reader.update_feed(url)
        return [
            Seen(
                each.id,
                each.title,
                each.link,
                each.authors_str,
                each.published,
                each.updated,
                None,
                length_of(each.content[0].value),
            )
            for each in reader.get_entries()
        ]


FEEDSMITH = """
import { parseFeed } from %s
const { format, feed } = parseFeed(await (await fetch(process.argv[1])).text())
const names = each => (each ?? []).map(one => one.name ?? one)
const seen = {
  rss: e => [e.guid.value, e.title, e.link, e.dc?.creators, e.pubDate, e.atom.updated,
    names(e.categories), e.content.encoded],
  atom: e => [e.id, e.title.value, e.links[0].href, names(e.authors), e.published, e.updated,
    (e.categories ?? []).map(one => one.term), e.content.value],
  json: e => [e.id, e.title, e.url, names(e.authors), e.date_published, e.date_modified,
    e.tags ?? [], e.content_html],
}[format]
console.log(JSON.stringify((feed.items ?? feed.entries).map(seen)))
"""


def read_by_feedsmith(url: str, folder: Path) -> list[Seen]:
    module = need_node_file("feedsmith/dist/index.mjs").as_uri()
    command = [need("node"), "--input-type=module", "-e", FEEDSMITH % json.dumps(module), url]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return [
        Seen(
            guid,
            title,
            link,
            ", ".join(authors),
            moment(published),
            moment(updated),
            tuple(categories),
            length_of(content),
        )
        for guid, title, link, authors, published, updated, categories, content in json.loads(
            done.stdout
        )
    ]


# Each reader with the forms of a feed that it knows.
READERS: Mapping[str, tuple[Read, tuple[str, ...]]] = {
    "feedparser": (read_by_feedparser, ("rss", "atom")),
    "newsboat": (read_by_newsboat, ("rss", "atom")),
    "sfeed": (read_by_sfeed, ("rss", "atom")),
    "reader": (read_by_reader, ("rss", "atom", "json")),
    "feedsmith": (read_by_feedsmith, ("rss", "atom", "json")),
}


def moment(text: str) -> datetime:
    """Return a date of any of the three forms."""
    parse = need_module("dateutil.parser").parse
    value: datetime = parse(text)
    return value


def length_of(html: str) -> int:
    """Return how much text there is in HTML, however its markup is written."""
    return len(" ".join(unescape(re.sub("<[^<>]*>", "", html)).split()))


def at(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds).astimezone()


def make_table(seen: Mapping[tuple[str, str], list[Seen]]) -> str:
    """Return what each reader understood of each form, a line an entry."""
    keys = ("reader", "form", *Seen.__slots__)
    rows = [
        [name, form, *(_cell(getattr(each, key)) for key in Seen.__slots__)]
        for (name, form), entries in seen.items()
        for each in entries
    ]
    widths = [max(map(len, column)) for column in zip(keys, *rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in (keys, *rows)
    )
    return "\n".join(line.rstrip() for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, tuple):
        return "|".join(value) or "none"
    if isinstance(value, datetime):
        return f"{value.astimezone():%Y-%m-%dT%H:%MZ}"
    text = str(value)
    return urlsplit(text).path if text.startswith("http") else text.removeprefix("tag:")
