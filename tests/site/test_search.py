"""Searching the blog: what is found in Chromium, what never is, and a site that cannot search."""

import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from advocacy.search import ENTRY, make_index
from tests.axe import find_violations
from tests.conftest import PROJECT, STAFF, need_module
from tests.site.conftest import GUIDE, SETTINGS, SmallSite, checksum

ON = "\n[search]\nenabled = true\n"
LANGUAGES = SETTINGS.replace("[disclosure]", '[disclosure]\nja = "図書館で働いています。"').replace(
    "time_zone", 'languages = ["en", "ja"]\ntime_zone'
)
# What posts that no list names have in each part: words that are nowhere else.
SECRET = {"hidden": "xylophonist", "draft": "quicksilver", "internal": "jackdaw"}
UNLISTED = {
    "hidden": {"status": "hidden"},
    "draft": {"status": "draft"},
    "internal": {"visibility": "internal"},
}
SENTENCE = "雨の日に図書館で働く人は、床を拭いてから本を並べる。"


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site in English and Japanese, of more posts than one list of results has room for."""
    need_module("pagefind")
    site = SmallSite(tmp_path_factory.mktemp("searched"))
    site.write("advocacy.toml", LANGUAGES + ON)
    site.write("pelicanconf.py", (PROJECT / "pelicanconf.py").read_text(encoding="utf-8"))
    site.write("content/pages/values.md", GUIDE)
    site.write("content/staff/ana.md", STAFF)
    for number in range(12):
        fields = {"date": f"2026-03-{number + 1:02}", "topics": "[reading]"}
        site.post(f"shelf-{number:02}", fields=fields, body=f"Shelf {number} holds pigeonholes.")
    site.write("content/staff/ben.md", STAFF.replace("Ana Müller", "Łukasz Żak"))
    site.post(
        "clock",
        fields={"authors": "[ana, ben]"},
        body="Somebody has to wind the `<clock> & tower` by hand.",
    )
    japanese = {"lang": "ja", "slug": "rain", "title": "雨の日", "topics": "[reading]"}
    site.post("rain", fields=japanese, body=SENTENCE)
    for state, word in SECRET.items():
        own = {**UNLISTED[state], "title": f"The {word}", "summary": f"A {word}."}
        site.post(state, fields=own, body=f"One {word} and 40 {word}s.")
    done = site.run()
    assert done.status == 0, done.said
    return site


@pytest.fixture
def reader(browser, serve, searched) -> Iterator[Page]:
    context = browser.new_context(base_url=serve(searched.output))
    yield context.new_page()
    context.close()


def look_for(page: Page, words: str, path: str = "/search/") -> Page:
    page.goto(path)
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("searchbox").press("Enter")
    return page


@pytest.mark.browser
@pytest.mark.parametrize(
    ("path", "words", "title", "href"),
    [
        ("/search/",    "wind",   "The clock", "/2026/the-clock/"),
        ("/search/",    "tower",  "The clock", "/2026/the-clock/"),
        ("/search/",    "Łukasz", "The clock", "/2026/the-clock/"),
        ("/ja/search/", "働く",   "雨の日",    "/ja/2026/rain/"),
        ("/ja/search/", "並べる", "雨の日",    "/ja/2026/rain/"),
    ],
)  # fmt: skip
def test_a_word_inside_a_sentence_is_found(reader, path, words, title, href):
    requests: list[str] = []
    reader.on("request", lambda request: requests.append(request.url))

    found = look_for(reader, words, path).locator(".found article")

    expect(found.get_by_role("link", name=title)).to_have_attribute("href", href)
    assert [url for url in requests if not url.startswith(reader.url.partition(path)[0])] == []
    assert not [url for url in requests if words in url]


@pytest.mark.browser
def test_a_result_tells_what_when_and_by_whom(reader):
    found = look_for(reader, "tower").locator(".found article")

    expect(found).to_have_count(1)
    expect(found.locator(".when")).to_have_text("March 1, 2026 Ana Müller, Łukasz Żak")
    expect(found.locator("mark")).to_have_text("tower")
    expect(found.locator(".summary")).to_contain_text("wind the <clock> & tower by hand")
    expect(reader.get_by_role("status")).to_have_text("Posts found: 1")


@pytest.mark.browser
def test_all_is_done_by_keyboard(reader):
    look_for(reader, "pigeonholes")
    expect(reader.locator(".found article")).to_have_count(10)
    expect(reader.get_by_role("status")).to_have_text("Posts found: 12")

    for _ in range(12):  # the button beside the field, the ten posts, the button below them
        reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")

    expect(reader.locator(".found article")).to_have_count(12)
    expect(reader.locator(".found li:nth-child(11) a")).to_be_focused()
    expect(reader.get_by_role("button", name="Show more posts")).to_be_hidden()


@pytest.mark.browser
def test_what_is_looked_for_can_be_sent_to_somebody(reader):
    look_for(reader, "wind & tower")
    expect(reader.locator(".found article")).to_have_count(1)
    address = reader.url

    reader.goto("about:blank")
    reader.goto(address)

    expect(reader.get_by_role("searchbox")).to_have_value("wind & tower")
    expect(reader.locator(".found article")).to_have_count(1)


@pytest.mark.browser
def test_an_empty_field_shows_nothing(reader):
    look_for(reader, "tower")
    expect(reader.locator(".found article")).to_have_count(1)

    reader.get_by_role("searchbox").fill("")

    expect(reader.locator(".found article")).to_have_count(0)
    expect(reader.get_by_role("status")).to_be_empty()


@pytest.mark.browser
@pytest.mark.parametrize("words", ["<b>zzyzx</b> $& $1", *SECRET.values()])
def test_what_is_not_there_is_said(reader, words):
    status = look_for(reader, words).get_by_role("status")

    expect(status).to_contain_text(f"No post has “{words}”")
    expect(reader.locator(".found article")).to_have_count(0)


@pytest.mark.browser
def test_a_search_that_cannot_be_loaded_says_so_and_is_tried_again(reader):
    reader.route("**/wasm.*", lambda route: route.abort())
    status = look_for(reader, "tower").get_by_role("status")
    expect(status).to_contain_text("could not be loaded")

    reader.unroute("**/wasm.*")
    reader.get_by_role("button", name="Search").click()

    expect(status).to_have_text("Posts found: 1")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'", "Posts found: 1"),
        ("default-src 'self'",                                       "could not be loaded"),
    ],
)  # fmt: skip
def test_a_content_security_policy_has_to_allow_webassembly(reader, policy, told):
    def answer(route):
        headers = {"Content-Security-Policy": policy}
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, **headers})

    reader.route("**/*", answer)
    status = look_for(reader, "tower").get_by_role("status")

    expect(status).to_contain_text(told)
    # What was asked for meanwhile is no longer waited for.
    reader.unroute_all(behavior="ignoreErrors")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("words", ["pigeonholes", "zzyzx", ""])
def test_axe_finds_nothing_and_the_page_fits(browser, serve, searched, axe, words, width, scheme):
    context = browser.new_context(
        base_url=serve(searched.output),
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
    )
    page = look_for(context.new_page(), words)
    if words:
        expect(page.get_by_role("status")).not_to_be_empty()

    assert find_violations(page, axe) == []
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) <= 0
    context.close()


@pytest.mark.browser
def test_without_script_there_are_topics_and_years(browser, serve, searched):
    context = browser.new_context(base_url=serve(searched.output), java_script_enabled=False)
    page = context.new_page()
    page.goto("/ja/search/")

    expect(page.get_by_role("search")).to_be_hidden()
    links = {link.get_attribute("href") for link in page.locator(".browse a").all()}
    assert links == {"/ja/topics/reading/", "/ja/2026/", "/search/"}
    context.close()


def test_the_index_holds_posts_that_lists_name_and_nothing_else(searched):
    texts = [read_shard(file) for file in (searched.output / "search").rglob("*.pf_*")]

    assert any("pigeonholes" in text for text in texts)
    assert not [word for word in SECRET.values() for text in texts if word in text]
    assert not [text for text in texts if "/share/" in text or "wind the clock</a>" in text]


def read_shard(file: Path) -> str:
    return gzip.decompress(file.read_bytes()).decode("utf-8", "replace")


def test_two_builds_have_the_same_bytes(searched):
    before = checksum(searched.output)
    shutil.rmtree(searched.output)

    assert searched.run("advocacy build", "--adopt").status == 0

    assert checksum(searched.output) == before
    assert f"search/pagefind/{ENTRY}" in before


def test_an_index_is_made_anew_when_what_is_searched_has_changed(small_site):
    need_module("pagefind")
    small_site.add("advocacy.toml", ON)
    small_site.post("rain")
    kept = small_site.root / ".output.advocacy/search"
    seen = []
    for write in (
        lambda: None,
        lambda: small_site.write("content/pages/about.md", "---\ntitle: About\n---\n\nUs.\n"),
        lambda: small_site.post("rain", body="It poured."),
        lambda: small_site.post("rain", fields={"status": "hidden"}),
    ):
        write()
        assert small_site.run().status == 0
        (file,) = kept.iterdir()
        seen.append((file.name, file.stat().st_mtime_ns))

    assert seen[0] == seen[1]
    assert len(set(seen)) == 3
    shards = (small_site.output / "search/pagefind/fragment").glob("*")
    assert not [each for each in shards if "poured" in read_shard(each)]


def test_an_index_that_was_kept_and_is_damaged_is_made_anew(small_site):
    need_module("pagefind")
    small_site.add("advocacy.toml", ON)
    assert small_site.run().status == 0
    before = checksum(small_site.output)
    (kept,) = (small_site.root / ".output.advocacy/search").iterdir()
    kept.write_bytes(kept.read_bytes()[:-40])

    assert small_site.run().status == 0

    assert checksum(small_site.output) == before


def test_the_languages_of_an_index_have_one_order():
    """Pagefind's own order is one of chance: of twelve languages it is never twice the same."""
    need_module("pagefind")
    words = "<html lang={0}><body data-pagefind-body>word"
    langs = "ar cs da de el en es fi fr it nl pt".split()

    one, two = (
        make_index({f"{lang}/index.html": words.format(lang).encode() for lang in order})
        for order in (langs, langs[::-1])
    )

    assert one == two


def test_pages_lead_to_the_search_of_their_language(searched):
    def read(name: str) -> str:
        return (searched.output / name).read_text(encoding="utf-8")

    assert '<a href="/search/">Search</a>' in read("index.html")
    assert '<a href="/ja/search/">' in read("ja/2026/rain/index.html")
    assert '<a href="/search/">Search all posts</a>' in read("404.html")


def test_search_engines_may_show_each_language_its_search(searched):
    site = "https://stories.lindenmark.example"
    every = {"en": f"{site}/search/", "ja": f"{site}/ja/search/", "x-default": f"{site}/search/"}
    for name in ("search/index.html", "ja/search/index.html"):
        page = (searched.output / name).read_text(encoding="utf-8")

        assert dict(re.findall(r'rel="alternate" hreflang="(\S+)" href="(\S+)"', page)) == every
        assert f'<link rel="canonical" href="{site}/{name.removesuffix("index.html")}">' in page
        assert "noindex" not in page


def test_a_site_has_no_search_unless_it_asks(small_site):
    assert small_site.run().status == 0

    assert not (small_site.output / "search").exists()
    pages = [file.read_text(encoding="utf-8") for file in small_site.output.rglob("*.html")]
    assert not [page for page in pages if "/search/" in page or "pagefind" in page]


def test_a_site_whose_search_is_not_installed_is_built_without_it(small_site):
    """A file that Python runs at its start hides the extra, as if it were not there."""
    small_site.add("advocacy.toml", ON)
    hide = "import sys\nsys.modules['pagefind'] = None\n"
    start = small_site.write("start/sitecustomize.py", hide).parent

    done = small_site.run("advocacy build", PYTHONPATH=str(start))

    assert done.status == 0
    assert "[search]: Pagefind is not installed, so that there is no search page." in done.said
    assert "pip install 'advocacy[search]'" in done.said
    assert not (small_site.output / "search").exists()
    assert "/search/" not in (small_site.output / "404.html").read_text(encoding="utf-8")


def test_a_blog_below_a_path_links_there(small_site):
    need_module("pagefind")
    text = SETTINGS.replace("lindenmark.example", "lindenmark.example/blog")
    small_site.write("advocacy.toml", text + ON)

    assert small_site.run().status == 0

    page = (small_site.output / "search/index.html").read_text(encoding="utf-8")
    assert 'data-script="/blog/search/pagefind/pagefind.js" data-base="/blog/"' in page


def test_pagefind_that_fails_leaves_the_last_site(small_site):
    need_module("pagefind")
    small_site.add("advocacy.toml", ON)
    assert small_site.run().status == 0
    before = checksum(small_site.output)
    broken = small_site.write("broken", "#!/bin/sh\necho no room left >&2\nexit 3\n")
    broken.chmod(0o755)
    small_site.post("late")

    done = small_site.run("advocacy build", PAGEFIND_BINARY_PATH=str(broken))

    assert done.status == 2
    assert "advocacy.toml: [search]: Pagefind made no index: no room left." in done.said
    assert checksum(small_site.output) == before
