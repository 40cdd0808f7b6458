"""A reader that people use subscribes to both forms of a feed."""

import os
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from advocacy.feeds.atom import make_atom
from advocacy.feeds.feed import ILLEGAL
from advocacy.feeds.rss import make_rss
from tests.conftest import need
from tests.feeds.samples import FEED


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *values: object) -> None:
        pass


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address at which the test's folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=tmp_path))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def _read(folder: Path, url: str) -> list[tuple[object, ...]]:
    """Let newsboat load a feed, and return what it keeps of each entry, newest first."""
    (folder / "urls").write_text(f"{url}\n")
    (folder / "config").write_text("")
    command = [need("newsboat"), "-u", "urls", "-c", "cache.db", "-C", "config", "-x", "reload"]
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8", "no_proxy": "*"}
    subprocess.run(command, cwd=folder, env=environment, check=True, timeout=30)
    with sqlite3.connect(folder / "cache.db") as cache:
        query = "select title, url, guid, author, pubDate, content from rss_item order by pubDate"
        rows = cache.execute(query).fetchall()
    cache.close()
    return rows[::-1]


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_newsboat_reads_what_was_written(
    tmp_path: Path, write: Callable[..., Path], served: str, name: str
) -> None:
    make = {"rss": make_rss, "atom": make_atom}[name]
    write("feed.xml", make(FEED))

    rows = _read(tmp_path, f"{served}/feed.xml")

    assert [_kept(*row) for row in rows] == [
        (
            ILLEGAL.sub("", entry.title),
            entry.url,
            entry.id,
            ", ".join(author.name for author in entry.authors),
            entry.published,
            ILLEGAL.sub("", entry.html).strip(),
        )
        for entry in FEED.newest_first
    ]


def _kept(
    title: str, url: str, guid: str, author: str, published: int, content: str
) -> tuple[object, ...]:
    moment = datetime.fromtimestamp(published).astimezone()
    return (title, url, guid, author, moment, content.strip())
