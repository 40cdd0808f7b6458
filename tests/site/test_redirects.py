"""Old addresses lead to what has moved, by a page and by a table, and to nothing else."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')

YUKI = """\
---
name: 佐藤 ゆき
name_lang: ja
role: Librarian
aliases: [/author/yuki/, /staff/y-sato]
---
"""
ABOUT = "---\ntitle: About\naliases: [/about-us.html]\n---\n\nUs.\n"


def led_to(output: Path, address: str) -> str:
    """Return where the page at an old address leads."""
    (href,) = REFRESH.findall((output / address).read_text(encoding="utf-8"))
    assert isinstance(href, str)
    return href


def test_an_old_slug_leads_to_the_post_and_is_no_page_of_its_own(small_site):
    small_site.post("piano", fields={"aliases": "[/2025/old-piano/, /piano.html]"})
    assert small_site.run().status == 0

    assert led_to(small_site.output, "2025/old-piano/index.html") == "/2026/the-piano/"
    assert led_to(small_site.output, "piano.html") == "/2026/the-piano/"
    page = (small_site.output / "piano.html").read_text(encoding="utf-8")
    canonical = "https://stories.lindenmark.example/2026/the-piano/"
    assert f'<link rel="canonical" href="{canonical}">' in page
    assert (small_site.output / "_redirects").read_text(encoding="utf-8") == (
        "/2025/old-piano/ /2026/the-piano/ 301\n/piano.html /2026/the-piano/ 301\n"
    )


def test_old_addresses_of_pages_and_colleagues_lead_on(small_site):
    small_site.write("content/staff/yuki.md", YUKI)
    small_site.write("content/pages/about.md", ABOUT)
    assert small_site.run().status == 0

    assert led_to(small_site.output, "about-us.html") == "/about/"
    assert led_to(small_site.output, "author/yuki/index.html") == "/staff/yuki/"
    assert led_to(small_site.output, "staff/y-sato/index.html") == "/staff/yuki/"
    page = (small_site.output / "author/yuki/index.html").read_text(encoding="utf-8")
    assert '<a href="/staff/yuki/" lang="ja" dir="ltr">佐藤 ゆき</a>' in page
    assert "This page has moved" in page
    assert (small_site.output / "_redirects").read_text(encoding="utf-8") == (
        "/about-us.html /about/ 301\n"
        "/author/yuki/ /staff/yuki/ 301\n"
        "/staff/y-sato/ /staff/yuki/ 301\n"
    )


def test_an_old_address_in_two_spellings_leads_on_by_both(small_site):
    small_site.post("piano", fields={"aliases": "[/2025/Old-Piano/, /2025/old-piano/]"})
    assert small_site.run().status == 0

    for spelling in ("Old-Piano", "old-piano"):
        assert led_to(small_site.output, f"2025/{spelling}/index.html") == "/2026/the-piano/"


def test_a_site_below_a_path_redirects_below_it(small_site):
    text = (small_site.root / "advocacy.toml").read_text(encoding="utf-8")
    small_site.write("advocacy.toml", text.replace(".example", ".example/blog", 1))
    small_site.post("piano", fields={"aliases": "[/übung/alt/]"})
    assert small_site.run().status == 0

    assert led_to(small_site.output, "übung/alt/index.html") == "/blog/2026/the-piano/"
    table = (small_site.output / "_redirects").read_text(encoding="utf-8")
    assert table == "/blog/%C3%BCbung/alt/ /blog/2026/the-piano/ 301\n"


def test_a_hidden_post_is_led_to_and_not_named_in_the_table(small_site):
    small_site.post("secret", fields={"status": "hidden", "aliases": "[/old/]"})
    small_site.post("draft", fields={"status": "draft", "aliases": "[/older/]"})
    assert small_site.run().status == 0

    assert led_to(small_site.output, "old/index.html") == "/2026/the-secret/"
    assert 'content="noindex"' in (small_site.output / "old/index.html").read_text("utf-8")
    assert not (small_site.output / "_redirects").exists()
    assert not (small_site.output / "older").exists()


def test_an_old_address_that_is_taken_stops_the_build(small_site):
    small_site.post("thief", fields={"aliases": "[/2026/the-night-shift/]"})

    done = small_site.run()

    assert done.status == 1
    assert "content/posts/thief.md:7:11" in done.said


@pytest.mark.parametrize("address", ["/2025/piano-room/", "/booking-trouble/"])
def test_a_browser_is_led_on(sample, serve, browser: Browser, address):
    page = browser.new_page()
    page.goto(serve(sample / "output") + address)
    page.wait_for_url("**/2025/we-double-booked-the-piano-room/")

    title = page.locator("h1").inner_text()
    page.close()

    assert title == "We gave the piano room to three people at once"


def test_an_old_address_tells_machines_of_nothing_but_where_to_go(small_site):
    small_site.post("moved", fields={"slug": "moved", "aliases": "[/old/]"})
    assert small_site.run().status == 0
    page = (small_site.output / "old/index.html").read_text(encoding="utf-8")

    assert '<link rel="canonical" href="https://stories.lindenmark.example/2026/moved/">' in page
    assert "ld+json" not in page
    assert 'rel="alternate"' not in page
