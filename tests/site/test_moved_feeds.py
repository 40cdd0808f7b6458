"""Subscribers of an older blog find their feed where it was, whichever program made it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advocacy import addresses
from advocacy.library import read_library
from advocacy.publishing.feed_files import find_feeds, make_feeds
from advocacy.publishing.rendering import make_bare_edition, make_edition
from advocacy.share.networks import read_networks
from advocacy.site import read_site
from tests.site.conftest import SmallSite, start_small_site
from tests.site.readers import READERS

# Where other programs have their feeds, and the file in which each is found here.
MOVED = {
    "/feed/": ("all.rss.xml", "feed/index.html"),
    "/author/ana/feed": ("staff/ana.rss.xml", "author/ana/feed/index.html"),
    "/rss/": ("all.rss.xml", "rss/index.html"),
    "/blog/index.xml": ("all.rss.xml", "blog/index.xml"),
    "/atom.xml": ("all.atom.xml", "atom.xml"),
    "/feed.json": ("all.json", "feed.json"),
    "/feeds/ana.atom.xml": ("staff/ana.atom.xml", "feeds/ana.atom.xml"),
}


def move(site: SmallSite, *lines: str) -> None:
    site.add("advocacy.toml", "\n".join(["\n[feeds.moved]", *lines, ""]))


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a site to which all of MOVED have come."""
    site = start_small_site(tmp_path_factory.mktemp("moved") / "site")
    move(site, *(f'"{old}" = "{new}"' for old, (new, _file) in MOVED.items()))
    done = site.run()
    assert done.status == 0, done.said
    return site.output


@pytest.mark.parametrize("old", MOVED)
def test_the_feed_is_where_it_was_and_servers_are_told(moved: Path, old: str) -> None:
    new, file = MOVED[old]

    assert (moved / file).read_bytes() == (moved / "feeds" / new).read_bytes()
    address = f"{old.rstrip('/')}/" if file.endswith("index.html") else old
    assert f"{address} /feeds/{new} 301\n" in (moved / "_redirects").read_text(encoding="utf-8")


@pytest.mark.parametrize("reader", READERS)
def test_readers_read_it_from_a_server_that_redirects_nothing(
    moved: Path, serve: Callable[[Path], str], reader: str, tmp_path: Path
) -> None:
    """Such a server says of a folder's index that it is HTML."""
    read, _forms = READERS[reader]

    seen = read(f"{serve(moved)}/feed/", tmp_path)

    assert [entry.title for entry in seen] == ["The night shift"]


def test_what_is_a_feed_in_a_folder_is_not_checked_as_a_page(small_site: SmallSite) -> None:
    move(small_site, '"/feed/" = "all.rss.xml"', '"/feed-1/" = "all.json"')
    assert small_site.run().status == 0

    done = small_site.run("advocacy check", "--built")

    assert "output/values/" in done.said  # this site's own
    assert "/feed" not in done.said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('"/feed.xml" = "staff/nobody.rss.xml"', "`/feed.xml`: `staff/nobody.rss.xml` is no feed."),
        ('"/feeds/all.atom.xml" = "all.rss.xml"', "is a feed of this site still. Take it out."),
    ],
)
@pytest.mark.parametrize("command", ["advocacy build", "advocacy check"])
def test_where_a_feed_is_none_is_told_with_its_line(
    small_site: SmallSite, line: str, told: str, command: str
) -> None:
    move(small_site, '"/feed/" = "all.rss.xml"', line)
    at = _line_of(small_site, line)

    done = small_site.run(command)

    assert done.status == 2
    assert f"advocacy.toml:{at}: " in done.said
    assert told in done.said
    assert "Traceback" not in done.said


def test_a_check_knows_every_feed_that_a_build_writes(sample: Path) -> None:
    site = read_site(sample)
    site = replace(site, feeds=replace(site.feeds, window=4))
    library = read_library(site)
    edition = make_edition(library, date(2026, 11, 23), read_networks())
    bare = make_bare_edition(library, date(2026, 11, 23))

    written = {
        addresses.feed(name, form)
        for name, feed in make_feeds(edition)
        for form in ("atom", "rss", "json")
        if getattr(feed.at, form)
    }

    assert find_feeds(bare) == written
    assert "feeds/all/1.atom.xml" in written


def test_a_check_blames_no_feed_for_a_post_that_cannot_be_read(small_site: SmallSite) -> None:
    move(small_site, '"/feed/" = "staff/ana.rss.xml"')
    small_site.write("content/posts/night-shift.md", "---\ntitle: [\n---\n")

    done = small_site.run("advocacy check")

    assert done.status == 1
    assert "is no feed" not in done.said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('"feed.xml?a=1" = "all.rss.xml"', "`feed.xml?a=1` cannot be an old feed."),
        ('"/" = "all.rss.xml"', "`/` cannot be an old feed."),
        ('"/sitemap.xml" = "all.rss.xml"', "is the site's own file /sitemap.xml"),
        ('"/robots.txt" = "all.rss.xml"', "is the site's own file /robots.txt"),
        ('"/_redirects" = "all.rss.xml"', "is the site's own file /_redirects"),
        ('"/feeds/" = "all.rss.xml"', "is the site's own address /feeds/"),
        ('"/feeds/feeds.opml" = "all.rss.xml"', "is the site's own list of feeds"),
        ('"/topics/x.xml" = "all.rss.xml"', "is below the site's own address /topics/"),
        ('"/2024/" = "all.rss.xml"', "is the archive of the year 2024"),
        ('"/en/" = "all.rss.xml"', "is the pages in the language `en`"),
        ('"/feed" = "all.atom.xml"', "`/feed` is `/feed/` once more."),
    ],
)
def test_an_address_that_cannot_be_an_old_feed_is_told_with_its_line(
    small_site: SmallSite, line: str, told: str
) -> None:
    move(small_site, '"/feed/" = "all.rss.xml"', line)

    done = small_site.run("advocacy check")

    assert done.status == 2
    assert f"advocacy.toml:{_line_of(small_site, line)}: " in done.said
    assert told in done.said


def _line_of(site: SmallSite, line: str) -> int:
    """Return the line of the settings that is this, and no other."""
    lines = (site.root / "advocacy.toml").read_text(encoding="utf-8").split("\n")
    return lines.index(line) + 1
