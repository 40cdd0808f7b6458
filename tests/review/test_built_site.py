"""A built site as it is read: which files are pages, and where old addresses lead."""

from dataclasses import replace

import pytest

from advocacy.errors import CommandError
from advocacy.library import Library, read_library
from advocacy.review.built_site import Entry, address_of, feed_of, read_built_site
from tests.conftest import POST, STAFF

PAGE = '<!doctype html><html lang="en"><title>Rain</title><p>{}</p>'
ONWARD = '<!doctype html><html lang="en"><meta http-equiv="refresh" content="0; url={}">'

STYLED = '<!doctype html><link rel="stylesheet" href="/blog/theme/style.css">'


@pytest.fixture
def library(site):
    return Library(replace(site, url="https://example.org/blog"), (), {}, {}, ())


@pytest.mark.parametrize(
    ("name", "text", "pages", "redirects"),
    [
        ("a/index.html", PAGE, {"", "a/"}, {}),
        ("404.html", PAGE, {"", "404.html"}, {}),
        ("old/index.html", ONWARD.format("/blog/a/"), {""}, {"old/": "a/"}),
        ("old.html", ONWARD.format("/blog/caf%C3%A9/"), {""}, {"old.html": "café/"}),
        ("old/index.html", ONWARD.format("https://b.example/"), {""}, {"old/": "https://b.example/"}),
        ("a/index.html", PAGE.format('http-equiv="refresh" leads on'), {"", "a/"}, {}),
        ("old.htm", ONWARD.format("/blog/a/"), {""}, {"old.htm": "a/"}),
        ("old/index.html", STYLED + ONWARD.format("/blog/a/"), {""}, {"old/": "a/"}),
        ("feed/index.html", "<?xml version='1.0'?><rss/>", {""}, {}),
        ("feed/index.html", '{"version": "https://jsonfeed.org/version/1.1"}', {""}, {}),
        ("search/index.json", "{}", {""}, {}),
        ("_redirects", "/blog/old/ /blog/a/ 301\n# why\n\n/alone\n", {""}, {"old/": "a/"}),
        ("_redirects", b"/blog/old/ /blog/caf\xe9/ 301\n", {""}, {"old/": "caf\ufffd/"}),
        ("images/a.png", "", {""}, {}),
    ],
)  # fmt: skip
def test_pages_and_old_addresses_are_told_apart(
    library, write, tmp_path, name, text, pages, redirects
):
    write("out/index.html", PAGE)
    write(f"out/{name}", text)

    built = read_built_site([tmp_path / "out"], library)

    assert built.pages == pages
    assert built.redirects == redirects
    assert built.files.keys() == {"index.html", name}


def test_an_old_address_leads_where_its_page_says(library, write, tmp_path):
    write("out/index.html", PAGE)
    for old in ("2025/old", "old"):
        write(f"out/{old}/index.html", ONWARD.format("/blog/a/"))
    write("out/_redirects", "/blog/old/ /blog/b/ 301\n/blog/2025/old/ /blog/b/ 301\n")

    built = read_built_site([tmp_path / "out"], library)

    assert built.redirects == {"2025/old/": "a/", "old/": "a/"}


def test_of_what_two_folders_have_the_first_counts(library, write, tmp_path):
    write("blog/index.html", PAGE)
    write("kits/index.html", f"{PAGE} and more")
    write("kits/share/a/index.html", PAGE)

    built = read_built_site([tmp_path / "blog", tmp_path / "kits"], library)

    assert built.files.keys() == {"index.html", "share/a/index.html"}
    assert built.size_bytes == 2 * len(PAGE)
    assert built.pages == {"", "share/a/"}


def test_only_posts_that_have_a_page_are_there(site, write, tmp_path):
    for slug in ("rain", "snow"):
        write(f"content/posts/{slug}.md", POST.replace("night", slug))
    write("content/staff/ana.md", STAFF)
    write("out/index.html", PAGE)
    write("out/2026/the-rain-shift/index.html", PAGE)

    built = read_built_site([tmp_path / "out"], read_library(replace(site, root=tmp_path)))

    assert [post.address for post in built.posts.values()] == ["2026/the-rain-shift/"]


@pytest.mark.parametrize(
    ("item", "entry"),
    [
        ('{"id": "1", "url": "/a/", "title": "A", "date_modified": "d"}', Entry("A", "/a/", "d")),
        ('{"id": 1, "url": "/a/", "title": "A"}', Entry("A", "/a/", "")),
    ],
)
def test_a_feed_is_known_by_its_name(library, write, tmp_path, item, entry):
    write("out/index.html", PAGE)
    write("out/feeds/staff/ana.json", f'{{"items": [{item}]}}')

    built = read_built_site([tmp_path / "out"], library)

    assert built.feeds == {"staff/ana": {"1": entry}}


def test_a_folder_without_a_page_is_named(library, write, tmp_path):
    write("out/images/a.png", "")

    with pytest.raises(
        CommandError, match=r"out: No page was built here\. Build it first, or name"
    ):
        read_built_site([tmp_path / "out"], library)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"items": [1]}', '{"items": [{}]}'])
def test_a_feed_that_no_build_wrote_is_named(library, write, tmp_path, text):
    write("out/index.html", PAGE)
    write("out/feeds/all.json", text)

    with pytest.raises(CommandError, match=r"all\.json: This is no feed that a build wrote\."):
        read_built_site([tmp_path / "out"], library)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("index.html", ""),
        ("a/index.html", "a/"),
        ("404.html", "404.html"),
        ("my-index.html", "my-index.html"),
    ],
)
def test_an_index_is_served_for_its_folder(name, address):
    assert address_of(name) == address


@pytest.mark.parametrize(
    ("name", "feed"),
    [
        ("feeds/all.rss.xml", "all"),
        ("feeds/all.atom.xml", "all"),
        ("feeds/staff/ana.json", "staff/ana"),
        ("feeds/all/1.atom.xml", "all/1"),
    ],
)
def test_a_feed_has_one_name_in_each_form(name, feed):
    assert feed_of(name) == feed
