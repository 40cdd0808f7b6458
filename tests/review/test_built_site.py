"""A built site as it is read: which files are pages, and where old addresses lead."""

from dataclasses import replace

import pytest

from advocacy.errors import CommandError
from advocacy.library import Library
from advocacy.review.built_site import Entry, address_of, feed_of, read_built_site

PAGE = '<!doctype html><html lang="en"><title>Rain</title><p>{}</p>'
ONWARD = '<!doctype html><html lang="en"><meta http-equiv="refresh" content="0; url={}">'


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
        ("feed/index.html", "<?xml version='1.0'?><rss/>", {""}, {}),
        ("_redirects", "/blog/old/ /blog/a/ 301\n# why\n\n", {""}, {"old/": "a/"}),
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


def test_a_feed_is_known_by_its_name(library, write, tmp_path):
    item = '{"id": "1", "url": "https://example.org/blog/a/", "title": "A", "date_modified": "d"}'
    write("out/index.html", PAGE)
    write("out/feeds/staff/ana.json", f'{{"items": [{item}]}}')

    built = read_built_site([tmp_path / "out"], library)

    assert built.feeds == {"staff/ana": {"1": Entry("A", "https://example.org/blog/a/", "d")}}


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
