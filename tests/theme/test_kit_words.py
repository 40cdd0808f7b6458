"""The texts of a kit in a real browser: turned, filled in, edited, counted and previewed."""

import pytest
from playwright.sync_api import Page, expect

from tests.theme.kit_page import FIRST, SECOND, remember, shown_boxes, visit
from tests.theme.kit_samples import LINK, OTHER, PROMPTED, TEXT

pytestmark = pytest.mark.browser


@pytest.fixture
def page(page: Page) -> Page:
    """A page of somebody whom chance has given the first of three texts."""
    remember(page, FIRST)
    return page


def test_a_changed_text_is_counted_as_the_network_counts(page: Page) -> None:
    visit(page)
    section = page.locator("#_x")
    count, box = section.locator(".count"), section.get_by_role("textbox")
    texts = {
        "short": ("5 of 280 characters", None),
        "👩‍👩‍👧‍👦 https://example.org/a/long/way": ("26 of 280 characters", None),
        "a" * 1281: ("1,281 of 280 characters", "true"),
        "": ("0 of 280 characters", None),
        TEXT: ("230 of 280 characters", None),
    }

    for text, (told, invalid) in texts.items():
        box.fill(text)
        expect(count).to_have_text(told)
        assert box.get_attribute("aria-invalid") == invalid


def test_a_text_that_fits_as_links_are_shown_is_not_too_long(page: Page) -> None:
    visit(page)
    section = page.locator("#_bluesky")
    box = section.get_by_role("textbox")

    box.fill("a" * 288 + " https://example.org/")

    told = "309 of 300 characters; fits, as links are shown shorter"
    expect(section.locator(".count")).to_have_text(told)
    assert box.get_attribute("aria-invalid") is None


def test_a_browser_too_old_to_count_shows_no_stale_count(page: Page) -> None:
    page.route("**/counting.js*", lambda route: route.fulfill(status=404, body=""))
    visit(page)
    section = page.locator("#_x")

    section.get_by_role("textbox").fill("Other words")

    expect(section.locator(".count")).to_be_hidden()
    expect(section.get_by_role("button", name="Copy")).to_be_visible()


def test_other_words_turn_and_keep_what_was_edited(page: Page) -> None:
    visit(page)
    section = page.locator("#_linkedin")
    section.get_by_role("textbox").fill("Mine")
    seen = []

    for _ in range(3):
        section.get_by_role("button", name="Other words").click()
        seen.append(shown_boxes(page)[0])
        focused = page.evaluate("document.activeElement.className")
        assert focused == "other"

    assert seen == [PROMPTED, OTHER, "Mine"]
    assert section.get_by_role("group").first.get_attribute("aria-labelledby")
    expect(section.get_by_text("Text 1 of 3")).to_be_visible()


def test_a_prompt_is_filled_in_before_anything_else(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    remember(page, SECOND)
    visit(page)
    section = page.locator("#_linkedin .wording:not([hidden])")
    box, copy = section.get_by_role("textbox"), section.get_by_role("button", name="Copy")
    link = section.get_by_role("link", name="Open LinkedIn")
    reason = "Put your own words in place of the double brackets first"

    assert (copy.get_attribute("aria-disabled"), link.get_attribute("aria-disabled")) == (
        "true",
        "true",
    )
    for control in (copy, link):
        expect(control).to_have_accessible_description(reason)
    assert link.get_attribute("href") is None
    copy.click(force=True)
    expect(section.get_by_role("status")).to_have_text(reason)
    assert page.evaluate("getSelection().toString()") == "[[What would you have counted?]]"
    page.keyboard.type("Only the left ones.")

    expect(section.get_by_role("status")).to_have_text("")
    assert (copy.get_attribute("aria-disabled"), link.get_attribute("aria-disabled")) == (
        "false",
        None,
    )
    copy.click()
    section.get_by_role("status").get_by_text("Copied").wait_for()
    filled = f"I counted the lost gloves. Only the left ones.\n\n{LINK}"
    assert page.evaluate("navigator.clipboard.readText()") == filled == box.input_value()


@pytest.mark.parametrize("way", ["press", "key"])
def test_the_prompt_is_selected_when_its_box_is_entered(way: str, page: Page) -> None:
    remember(page, SECOND)
    visit(page)
    box = page.locator("#_linkedin .wording:not([hidden])").get_by_role("textbox")

    if way == "press":
        box.click()
    else:
        page.get_by_role("link", name="Checked against our values").focus()
        page.keyboard.press("Tab")

    assert page.evaluate("getSelection().toString()") == "[[What would you have counted?]]"
    if way == "press":  # a second press is for the caret alone
        box.click(position={"x": 20, "y": 20})
        assert page.evaluate("getSelection().toString()") == ""


def test_as_it_was_and_back_again(page: Page) -> None:
    visit(page)
    section = page.locator("#_x")
    box = section.get_by_role("textbox")
    expect(section.get_by_role("button", name="As it was")).to_be_hidden()
    box.fill("Mine")

    section.get_by_role("button", name="As it was").click()
    before = box.input_value(), section.locator(".count").inner_text()
    section.get_by_role("button", name="My words again").click()

    assert before == (TEXT, "230 of 280 characters")
    assert box.input_value() == "Mine"
    expect(section.locator(".count")).to_have_text("4 of 280 characters")


def test_none_of_the_words_written_is_lost_by_going_back(page: Page) -> None:
    visit(page)
    section = page.locator("#_x")
    box = section.get_by_role("textbox")
    for words in ("First", "Second"):
        box.fill(words)
        section.get_by_role("button", name="As it was").click()
    seen = []

    for _ in range(3):
        section.get_by_role("button", name="My words again").click()
        seen.append(box.input_value())
        section.get_by_role("button", name="As it was").click()

    assert seen == ["Second", "First", "Second"]


def test_the_preview_follows_what_is_written(page: Page) -> None:
    visit(page)
    section = page.locator("#_linkedin")
    words = section.locator(".wording:not([hidden]) .preview .words")
    before = words.inner_text()

    section.get_by_role("textbox").fill("Short enough")
    expect(words.locator(".more")).to_be_hidden()
    short = words.inner_text()
    section.get_by_role("textbox").fill("word " * 20)
    expect(words.locator(".more")).to_be_visible()

    assert before == "Somebody has to wind the clock. I walked through the… see more"
    assert short == "Short enough"
    assert words.inner_text() == f"{'word ' * 12}".rstrip() + "… see more"


def test_a_content_warning_counts(page: Page) -> None:
    visit(page)
    section = page.locator("#_mastodon")

    section.get_by_role("textbox").fill("Mine")

    expect(section.locator(".warning")).to_have_text("Dusk.")
    expect(section.locator(".count")).to_have_text("9 of 500 characters")


def test_what_is_too_long_says_so_to_everybody(page: Page) -> None:
    visit(page)
    section = page.locator("#_x")

    section.get_by_role("textbox").fill("a" * 281)

    expect(section.get_by_role("status")).to_have_text("This is longer than the network allows")
