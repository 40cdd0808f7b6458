"""The list of all feeds, read back as a reader would."""

import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

from advocacy.feeds.opml import Folder, Subscription, make_opml
from tests.conftest import need

HOME = "https://stories.lindenmark.example/"
ALL = Subscription("Tom & <Jerry> ]]>\x07", f"{HOME}feeds/all.rss.xml", HOME, "en")
ANA = Subscription("Ana Müller", f"{HOME}feeds/staff/ana.rss.xml", f"{HOME}staff/ana/")
FOLDERS = (Folder("", (ALL,)), Folder("One colleague", (ANA,)))


def test_a_list_says_what_each_feed_is_and_where():
    body = ElementTree.fromstring(make_opml("Lindenmark", HOME, FOLDERS)).find("body")

    assert body is not None
    assert [dict(each.attrib) for each in body] == [
        {
            "type": "rss",
            "version": "RSS2",
            "text": "Tom & <Jerry> ]]>",
            "title": "Tom & <Jerry> ]]>",
            "xmlUrl": ALL.rss_url,
            "htmlUrl": HOME,
            "language": "en",
        },
        {"text": "One colleague"},
    ]
    assert [each.get("xmlUrl") for each in body.iterfind("outline/outline")] == [ANA.rss_url]


def test_the_same_list_is_the_same_bytes():
    assert make_opml("A", HOME, FOLDERS) == make_opml("A", HOME, list(FOLDERS))


def test_newsboat_takes_the_list_in(tmp_path: Path):
    (tmp_path / "feeds.opml").write_bytes(make_opml("Lindenmark", HOME, FOLDERS))
    for name in ("urls", "config"):
        (tmp_path / name).touch()

    command = [need("newsboat"), "-u", "urls", "-c", "cache.db", "-C", "config", "-i", "feeds.opml"]
    environment = {**os.environ, "HOME": str(tmp_path)}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, timeout=30)

    lines = (tmp_path / "urls").read_text(encoding="utf-8").splitlines()
    assert [line.split()[0] for line in lines] == [ALL.rss_url, ANA.rss_url]
