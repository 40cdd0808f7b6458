"""Pages that list posts: series, what is chosen, the archive; each says of itself what it is."""

import re
from collections import defaultdict

import pytest

from tests.site.conftest import SmallSite

ENTRY = re.compile(r'<h[23]><a class="p-name u-url" href="([^"]+)"')


def read(site: SmallSite, page: str) -> str:
    return (site.output / page / "index.html").read_text(encoding="utf-8")


def test_there_is_no_list_of_purposes_where_no_post_has_one(small_site):
    post = small_site.root / "content/posts/night-shift.md"
    text = post.read_text(encoding="utf-8")
    small_site.write("content/posts/night-shift.md", text.replace("purpose: engagement\n", ""))
    assert small_site.run().status == 0

    assert not (small_site.output / "purposes").exists()
    pages = [file.read_text(encoding="utf-8") for file in small_site.output.rglob("*.html")]
    assert not [page for page in pages if "/purposes/" in page]


@pytest.fixture
def three_parts(small_site):
    """A site with a series of three posts, of which one is old."""
    for number in (1, 2, 3):
        fields = {"series": "The Cellar & us", "date": f"202{number}-03-01"}
        small_site.post(f"part-{number}", fields=fields)
    return small_site


def test_a_series_has_a_page_on_which_it_is_read_from_the_first_part(three_parts):
    text = "---\nsummary: What lies below us.\n---\n\nMore than we thought.\n"
    three_parts.write("content/series/the-cellar-us.md", text)
    assert three_parts.run().status == 0

    page = read(three_parts, "series/the-cellar-us")
    assert ENTRY.findall(page) == [f"/202{n}/the-part-{n}/" for n in (1, 2, 3)]
    assert '<meta name="description" content="What lies below us.">' in page
    assert "<p>More than we thought.</p>" in page
    assert 'href="/series/the-cellar-us/"' in read(three_parts, "2022/the-part-2")
    assert 'href="/series/the-cellar-us/"' in read(three_parts, "series")


@pytest.mark.parametrize(
    ("about", "later", "running"),
    [
        ("", "2023-06-01", True),
        ("complete: true\n", "2023-06-01", False),
        ("", "2026-06-01", False),
    ],
)
def test_the_home_page_names_series_of_which_more_may_come(three_parts, about, later, running):
    front = f"summary: What lies below us.\n{about}"
    three_parts.write("content/series/the-cellar-us.md", f"---\n{front}---\n")
    (three_parts.root / "content/posts/night-shift.md").unlink()
    three_parts.post("later", fields={"date": later})
    assert three_parts.run("advocacy build", "--today", "2026-11-01").status == 0

    assert ("Series running" in read(three_parts, "")) == running
    assert ("· complete" in read(three_parts, "series/the-cellar-us")) == bool(about)


def test_what_is_pinned_leads_and_what_is_featured_is_named(small_site):
    small_site.post("old", fields={"date": "2020-01-01", "pinned": "true"})
    small_site.post("older", fields={"date": "2019-01-01", "featured": "true"})
    assert small_site.run().status == 0

    home = read(small_site, "")
    assert ENTRY.findall(home)[:2] == ["/2020/the-old/", "/2026/the-night-shift/"]
    assert len(ENTRY.findall(home)) == 3
    featured = re.findall(r'<section class="featured".*?</section>', home, re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"', featured) == ["/2019/the-older/"]


def test_a_pinned_post_stays_on_its_numbered_page(small_site):
    small_site.write(
        "advocacy.toml", "page_size = 5\n" + (small_site.root / "advocacy.toml").read_text()
    )
    for number in range(1, 13):
        pinned = {"pinned": "true"} if number == 1 else {}
        small_site.post(f"p-{number:02}", fields={"date": f"2020-01-{number:02}", **pinned})
    assert small_site.run().status == 0

    assert ENTRY.findall(read(small_site, ""))[0] == "/2020/the-p-01/"
    assert "/2020/the-p-01/" in ENTRY.findall(read(small_site, "page/1"))


def test_the_archive_lists_years_and_how_much_is_in_each(three_parts):
    assert three_parts.run().status == 0

    page = read(three_parts, "archive")
    assert re.findall(r'href="/(\d{4})/"', page) == ["2026", "2023", "2022", "2021"]
    assert 'href="/archive/"' in read(three_parts, "")
    assert 'href="/archive/"' in read(three_parts, "2021")


def test_purposes_are_reached_from_the_home_page(sample):
    home = (sample / "output/index.html").read_text(encoding="utf-8")

    assert 'href="/purposes/"' in home


def test_no_two_pages_of_a_language_have_one_title_or_one_description(sample):
    """Pages of kits are named as their posts are, and no search engine lists them.

    A colleague's page has their name as its title in every language.
    """
    output = sample / "output"
    titles, descriptions = defaultdict(list), defaultdict(list)
    for file in output.rglob("*.html"):
        text, name = file.read_text(encoding="utf-8"), file.relative_to(output).as_posix()
        if name.startswith("share/") or 'http-equiv="refresh"' in text:
            continue
        (title,) = re.findall(r"<title>(.+?)</title>", text, re.DOTALL)
        (description,) = re.findall(r'<meta name="description" content="(.+?)">', text)
        (lang,) = re.findall(r'<html lang="([^"]+)"', text)
        titles[lang, title].append(name)
        descriptions[lang, description].append(name)

    assert len(titles) > 30
    assert [pages for pages in titles.values() if len(pages) > 1] == []
    assert [pages for pages in descriptions.values() if len(pages) > 1] == []


def test_lists_say_how_long_a_post_takes_to_read(small_site):
    small_site.post(
        "long", fields={"date": "2026-02-01", "topics": "[reading]"}, body="word " * 900
    )
    assert small_site.run().status == 0

    for page in ("", "topics/reading", "2026", "staff/ana"):
        told = re.findall(r"<span>(\d) min</span>", read(small_site, page))
        assert told == ["1", "4"], page
