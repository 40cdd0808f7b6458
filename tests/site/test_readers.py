"""Real feed readers, on a real server, agree on what the site says."""

import subprocess
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import feedparser
import pytest

from tests.conftest import need

TITLE = "Ampersand & <code> ]]> 👩‍🚀 مرحبا"


@pytest.fixture
def feeds(small_site, serve) -> str:
    """The address of a site with an entry that is hard to write down."""
    small_site.write("content/staff/yuki.md", "---\nname: 佐藤 ゆき\nrole: Archivist\n---\n")
    small_site.post(
        "hard",
        fields={"title": f"'{TITLE}'", "slug": "hard", "authors": "[ana, yuki]"},
        body=f"{TITLE} and a bell: \x07.\n\n[values](../pages/values.md)",
    )
    done = small_site.run()
    assert done.status == 0, done.said
    return f"{serve(small_site.output)}/feeds"


def test_feedparser_reads_the_same_from_both(feeds):
    rss, atom = (feedparser.parse(f"{feeds}/all.{kind}.xml") for kind in ("rss", "atom"))

    assert (rss.bozo, atom.bozo) == (False, False)
    assert [entry.title for entry in rss.entries] == ["The night shift", TITLE]
    for one, other in zip(rss.entries, atom.entries, strict=True):
        for key in ("title", "link", "id", "published_parsed"):
            assert one[key] == other[key]
    assert [author.name for author in atom.entries[1].authors] == ["Ana Müller", "佐藤 ゆき"]
    assert "مرحبا" in rss.entries[1].content[0].value
    assert 'href="https://stories.lindenmark.example/values/"' in rss.entries[1].content[0].value
    assert rss.feed.link == "https://stories.lindenmark.example/"


def test_newsboat_reads_the_same_from_both(feeds, tmp_path):
    newsboat = need("newsboat")

    rss, atom = (
        read_with_newsboat(newsboat, f"{feeds}/all.{kind}.xml", tmp_path / kind)
        for kind in ("rss", "atom")
    )

    assert rss == atom
    assert {row[0] for row in rss} == {"The night shift", TITLE}


def read_with_newsboat(newsboat: str, url: str, folder: Path) -> list[tuple[str, ...]]:
    """Return title, link, id and date of each entry as newsboat stored them."""
    folder.mkdir()
    (folder / "urls").write_text(f"{url}\n")
    (folder / "config").touch()
    files = ["-u", folder / "urls", "-c", folder / "cache.db", "-C", folder / "config"]
    subprocess.run([newsboat, *map(str, files), "-x", "reload"], check=True, timeout=60)
    with closing(connect(folder / "cache.db")) as database:
        query = "select title, url, guid, pubDate from rss_item order by guid"
        return list(database.execute(query))


def test_each_colleague_and_topic_has_feeds(sample):
    folder = sample / "output" / "feeds"
    staff = [file.stem for file in (sample / "content/staff").glob("*.md")]

    for staff_id in staff:
        parsed = feedparser.parse((folder / "staff" / f"{staff_id}.rss.xml").read_bytes())
        assert not parsed.bozo
        assert parsed.entries
    assert len(list((folder / "topics").glob("*.atom.xml"))) > 3


def test_every_feed_of_the_sample_is_well_formed_and_absolute(sample):
    for file in (sample / "output" / "feeds").rglob("*.xml"):
        parsed = feedparser.parse(file.read_bytes())
        assert not parsed.bozo, file
        for entry in parsed.entries:
            for reference in ('href="/', 'src="/', 'href="#'):
                assert reference not in entry.content[0].value, (file, entry.title)
