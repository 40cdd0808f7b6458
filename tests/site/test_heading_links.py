"""Links beside headings: quiet, reached by keyboard, and no part of what a heading says."""

import pytest
from playwright.sync_api import Browser, expect

from advocacy.markup.rewrite import Heading
from advocacy.publishing.heading_links import link_headings

CLOCK = Heading(2, "the-clock", "The clock")


def linked(html: str, label: str, name: str = "the-clock") -> str:
    link = f'<a class="permalink" href="#{name}" aria-label="{label}"></a>'
    return f'<div class="heading">{html}{link}</div>'


@pytest.mark.parametrize(
    ("html", "headings", "lang", "shown"),
    [
        (
            '<h2 id="the-clock">The <em>clock</em></h2>\n<p>Tick.</p>',
            [CLOCK],
            "en",
            linked('<h2 id="the-clock">The <em>clock</em></h2>', "Link to “The clock”")
            + "\n<p>Tick.</p>",
        ),
        (
            '<h3 id="lhorloge">L’horloge</h3>',
            [Heading(3, "lhorloge", "L’horloge")],
            "fr",
            linked('<h3 id="lhorloge">L’horloge</h3>', "Lien vers «\xa0L’horloge\xa0»", "lhorloge"),
        ),
        (
            '<h2 id="q">"Q" &amp; <b>A</b></h2>',
            [Heading(2, "q", '"Q" & A')],
            "en",
            linked('<h2 id="q">"Q" &amp; <b>A</b></h2>', "Link to “&quot;Q&quot; &amp; A”", "q"),
        ),
    ],
)
def test_each_heading_has_a_link_beside_it(html, headings, lang, shown):
    assert link_headings(html, headings, lang) == shown


@pytest.mark.parametrize(
    ("html", "headings"),
    [
        ('<h2 id="a"><img alt=""></h2>', [Heading(2, "a", "")]),
        ('<pre>&lt;h2 id="the-clock"&gt;</pre>', [CLOCK]),
        ("<h2>No id</h2>", []),
    ],
)
def test_what_has_no_words_or_is_no_heading_has_none(html, headings):
    assert link_headings(html, headings, "en") == html


@pytest.mark.browser
def test_a_link_comes_when_it_is_pointed_at_or_reached_by_keyboard(
    small_site, browser: Browser, serve
):
    small_site.post(
        "long", body="## The clock\n\nTick.\n\n## The [bell](https://bell.example)\n\nDong."
    )
    assert small_site.run().status == 0
    page = browser.new_page(base_url=serve(small_site.output))
    page.goto("/2026/the-long/")
    link = page.get_by_role("link", name="Link to “The clock”")

    # A heading says its own words, and no more.
    expect(page.get_by_role("heading", name="The clock", exact=True)).to_be_visible()
    expect(link).to_have_css("opacity", "0")
    page.get_by_role("heading", name="The clock").hover()
    expect(link).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    expect(link).to_have_css("opacity", "0")
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")

    assert page.url.endswith("/2026/the-long/#the-clock")
    page.close()
    feed = (small_site.output / "feeds/all.atom.xml").read_text(encoding="utf-8")
    assert "permalink" not in feed
    assert 'class="heading"' not in feed


@pytest.mark.browser
def test_on_a_phone_the_link_is_there_and_large_enough(small_site, browser: Browser, serve):
    small_site.post("long", body="## A heading that needs more than one line on a phone\n\nTick.")
    assert small_site.run().status == 0
    context = browser.new_context(
        base_url=serve(small_site.output),
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
    )
    page = context.new_page()
    page.goto("/2026/the-long/")
    link = page.locator(".permalink")
    box = link.bounding_box()

    expect(link).to_have_css("opacity", "1")
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    assert box["x"] + box["width"] <= 390
    context.close()
