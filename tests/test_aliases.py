"""An old address leads to one page, and takes the place of nothing."""

from dataclasses import replace

import pytest

from advocacy.aliases import alias_address
from advocacy.feed_settings import FeedSettings
from advocacy.library import read_library
from tests.conftest import POST, STAFF


@pytest.mark.parametrize(
    ("alias", "address"),
    [
        ("/2019/old-name/", "2019/old-name/"),
        ("2019/old-name", "2019/old-name/"),
        ("/old.html", "old.html"),
        ("/old.html/", "old.html/"),
        ("/2019/index.html", "2019/"),
        ("/index.html", ""),
        ("/v1.0", "v1.0/"),
    ],
)
def test_an_old_address_is_a_folder_or_an_html_file(alias, address):
    assert alias_address(alias) == address


def problems(site, write, alias: str) -> list[str]:
    """Read a site whose second post has an old address."""
    write("content/staff/ana.md", STAFF)
    write("content/pages/about.md", "---\ntitle: About\n---\n\nUs.\n")
    write("content/posts/a.md", POST.replace("purpose", "aliases: [/2020/Night/]\npurpose"))
    day = POST.replace("night-shift", "day-shift").replace("The night", "The day")
    write("content/posts/b.md", day.replace("purpose", f"aliases: [{alias}]\npurpose"))
    return [str(each) for each in read_library(site).problems]


@pytest.mark.parametrize(
    ("alias", "told"),
    [
        ("/2026/the-night-shift/", "is an address of content/posts/a.md already"),
        ("/2020/night/index.html", "is an address of content/posts/a.md already"),
        ("/2020/night", "is an address of content/posts/a.md already"),
        ("/about/", "is an address of content/pages/about.md already"),
        ("/2026/the-day-shift", "leads there already"),
        ("/index.html", "is an address of the site's own"),
        ("/staff/zed/", "is below the site's own address /staff/"),
        ("/fr/topics/reading/", "is below the site's own address /topics/"),
        ("/404.html", "is the site's own file /404.html"),
        ("/robots.txt", "is the site's own file /robots.txt"),
        ("/Sitemap.XML", "is the site's own file /sitemap.xml"),
        ("/humans.txt/", "is the site's own file /humans.txt"),
        ("/favicon.ico", "is the site's own file /favicon.ico"),
        ("/llms.txt/more/", "is the site's own file /llms.txt"),
        ("/colophon/", "is the site's own address /colophon/"),
        ("/fr/colophon", "is the site's own address /colophon/"),
        ("/2024/", "is the archive of the year 2024"),
        ("/fr/", "is the pages in the language `fr`"),
        ("/_redirects", "is the site's own file /_redirects"),
        ("/_headers", "is an address of the site's own"),
        ("/2020/night/index.html/x/", "is a file and a folder at once"),
    ],
)
def test_an_old_address_that_cannot_be_had_is_told_with_its_place(site, write, alias, told):
    (problem,) = problems(site, write, alias)

    assert problem.startswith("content/posts/b.md:8:11: ")
    assert told in problem
    assert "Take " in problem


@pytest.mark.parametrize(
    ("path", "alias", "told"),
    [
        ("content/staff/ana.md", "/author/ana/", ""),
        ("content/staff/ana.md", "/staff/ana-m/", ""),
        ("content/staff/ana.md", "/staff/ben/", "is an address of content/staff/ben.md already"),
        ("content/staff/ana.md", "/staff/ana-m/more/", "is below the site's own address /staff/"),
        ("content/staff/ana.md", "/topics/ana/", "is below the site's own address /topics/"),
        ("content/staff/ana.md", "/staff/ana", "leads there already"),
        ("content/pages/about.md", "/about-us.html", ""),
        ("content/pages/about.md", "/staff/about/", "is below the site's own address /staff/"),
        ("content/pages/about.md", "/robots.txt", "is the site's own file /robots.txt"),
        ("content/pages/about.md", "/2026/the-night-shift/", "is an address of content/posts/a.md"),
        ("content/posts/a.md", "/staff/ana-m/", "is below the site's own address /staff/"),
        ("content/posts/a.md", "/feed/", "is an old feed below [feeds.moved]"),
        ("content/posts/a.md", "/feed/more/", "is an old feed below [feeds.moved]"),
        ("content/posts/a.md", "/feed/index.html/x/", "is a file and a folder at once"),
    ],
)
def test_pages_and_colleagues_have_old_addresses_by_the_same_rules(site, write, path, alias, told):
    texts = {
        "content/staff/ana.md": STAFF,
        "content/staff/ben.md": STAFF,
        "content/pages/about.md": "---\ntitle: About\n---\n\nUs.\n",
        "content/posts/a.md": POST,
    }
    for each, text in texts.items():
        own = f"---\naliases: [{alias}]\n" if each == path else "---\n"
        write(each, text.replace("---\n", own, 1))
    feeds = FeedSettings(moved={"/feed/more": "all.rss.xml", "/feed": "all.atom.xml"})

    problems = read_library(replace(site, feeds=feeds)).problems

    assert [(each.path, each.line, each.column) for each in problems] == [(path, 2, 11)] * bool(
        told
    )
    assert all(told in each.message for each in problems)


def test_a_page_cannot_be_where_an_old_feed_is(site, write):
    write("content/pages/feed.md", "---\ntitle: Feed\n---\n\nUs.\n")
    feeds = FeedSettings(moved={"/feed/": "all.rss.xml"})

    (problem,) = read_library(replace(site, feeds=feeds)).problems

    assert str(problem).startswith("content/pages/feed.md: `/feed/` is an old feed below")


@pytest.mark.parametrize(
    "alias",
    [
        "/2020/day/",
        "/day.html",
        "/fr/2020/day/",
        "/about.html",
        "/robots/",
        "'/d/', /d/index.html, /D",
    ],
)
def test_an_old_address_may_be_anywhere_else(site, write, alias):
    assert problems(site, write, alias) == []
