"""Which feeds a site has, and how its pages tell of them."""

import json
import re

import pytest

from tests.site.conftest import SETTINGS, start_small_site

TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
# A feed whose title is in another language than the page says in which, as its last attribute.
ALTERNATE = re.compile(r'<link rel="alternate" type="([^"]+)" title="[^"]*" href="([^"]+)"[^>]*>')


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A site in two languages, with a series, a purpose, and a colleague who wrote nothing."""
    small_site = start_small_site(tmp_path_factory.mktemp("feeds") / "site")
    small_site.write("advocacy.toml", 'languages = ["en", "fr"]\n' + SETTINGS)
    small_site.add("advocacy.toml", '[share]\nnetworks = ["email"]\n')
    text = (small_site.root / "advocacy.toml").read_text(encoding="utf-8")
    small_site.write(
        "advocacy.toml", text.replace("\n\n[topics]", '\nfr = "J’y travaille."\n[topics]')
    )
    small_site.write("content/staff/yuki.md", "---\nname: 佐藤 ゆき\nrole: Archivist\n---\n")
    small_site.post("count", fields={"series": "The Yearly Count", "purpose": "service"})
    small_site.post("again", fields={"series": "The yearly count"})
    small_site.post("horloge", fields={"lang": "fr"})
    done = small_site.run()
    assert done.status == 0, done.said
    return small_site


def test_there_is_a_feed_of_each_part_in_each_form(built):
    folder = built.output / "feeds"
    names = {"all", "languages/en", "languages/fr", "staff/ana", "topics/reading"}
    names |= {"series/the-yearly-count", "purposes/service", "purposes/engagement"}

    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*.*")}

    forms = {f"{name}.{end}" for name in names for end in ("rss.xml", "atom.xml", "json")}
    assert files == {*forms, "feeds.opml", "index.html"}


@pytest.mark.parametrize(
    ("name", "posts"),
    [
        ("all", {"The night shift", "The count", "The again", "The horloge"}),
        ("languages/fr", {"The horloge"}),
        ("languages/en", {"The night shift", "The count", "The again"}),
        ("series/the-yearly-count", {"The count", "The again"}),
        ("purposes/service", {"The count"}),
    ],
)
def test_a_feed_brings_the_posts_of_its_part(built, name, posts):
    feed = json.loads((built.output / f"feeds/{name}.json").read_bytes())

    assert {item["title"] for item in feed["items"]} == posts
    assert feed["feed_url"].endswith(f"/feeds/{name}.json")


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("", ["languages/en", "all"]),
        ("fr/", ["languages/fr", "all"]),
        ("2026/the-count/", ["languages/en", "staff/ana", "series/the-yearly-count", "all"]),
        ("staff/ana/", ["staff/ana", "languages/en", "all"]),
        ("staff/yuki/", ["languages/en", "all"]),
        ("topics/reading/", ["topics/reading", "languages/en", "all"]),
        ("purposes/service/", ["purposes/service", "languages/en", "all"]),
        ("values/", ["languages/en", "all"]),
    ],
)
def test_a_page_tells_of_its_own_feed_first(built, page, feeds):
    text = (built.output / page / "index.html").read_text(encoding="utf-8")

    endings = ("rss.xml", "atom.xml", "json")
    told = [
        (kind, f"/feeds/{name}.{end}")
        for name in feeds
        for kind, end in zip(TYPES, endings, strict=True)
    ]
    assert ALTERNATE.findall(text) == told


def test_the_page_of_feeds_leads_to_every_one(built):
    text = (built.output / "feeds/index.html").read_text(encoding="utf-8")
    main = text[text.index("<main") : text.index("</main>")]

    hrefs = set(re.findall(r'href="(/feeds/[^"]+)"', main))

    files = {
        f"/feeds/{file.relative_to(built.output / 'feeds').as_posix()}"
        for file in (built.output / "feeds").rglob("*.*")
    }
    assert hrefs == files - {"/feeds/index.html"}
