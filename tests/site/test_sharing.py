"""A colleague shares a post of the sample, step by step, on a phone."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.site.conftest import SmallSite

pytestmark = pytest.mark.browser
SLUG = "four-metres-to-the-left"
PHONE = {"width": 390, "height": 844}
PROMPT = "[[Where do you sit when you read to somebody?]]"


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    context = browser.new_context(
        base_url=address,
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield context
    context.close()


@pytest.fixture
def kit(context: BrowserContext) -> Page:
    """The kit's page, once its script runs."""
    page = context.new_page()
    page.goto(f"/share/{SLUG}/")
    page.locator("[data-copies]:not([hidden])").last.wait_for(state="attached")
    return page


def shown(page: Page, network: str) -> Locator:
    return page.locator(f"#_{network} .wording:not([hidden])")


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text.replace("\r\n", "\n")


def turn_to(page: Page, network: str, words: str) -> Locator:
    """Press Other words until a text with these words is shown."""
    for _ in range(9):
        wording = shown(page, network)
        if words in wording.get_by_role("textbox").input_value():
            return wording
        wording.get_by_role("button", name="Other words").tap()
    raise AssertionError(f"no text has {words!r}")


def test_twenty_seconds_on_a_phone(kit: Page, context: BrowserContext) -> None:
    opened: list[str] = []

    def composer(route: Route) -> None:
        opened.append(route.request.url)
        route.fulfill(content_type="text/html", body="<p>What is happening?</p>")

    context.route("https://x.com/**", composer)

    # The network.
    kit.get_by_role("navigation", name="Networks").get_by_role("link", name="X").tap()
    wording = turn_to(kit, "x", PROMPT)
    box, copy = wording.get_by_role("textbox"), wording.get_by_role("button", name="Copy")
    link, status = wording.get_by_role("link", name="Open X"), wording.get_by_role("status")

    # The question is still open: nothing can be shared, and the reason is told.
    expect(copy).to_have_attribute("aria-disabled", "true")
    expect(link).to_have_attribute("aria-disabled", "true")
    expect(status).to_have_text("Put your own words in place of the double brackets first")
    assert in_view(copy, kit)
    counted = wording.locator(".count").inner_text()

    # Somebody answers it: the prompt is selected, and goes with the first letter.
    box.tap()
    assert kit.evaluate("getSelection().toString()") == PROMPT
    kit.keyboard.type("On the stairs & by the #window, 100 %.")
    text = box.input_value()
    assert "[[" not in text
    expect(wording.locator(".count")).not_to_have_text(counted)
    expect(status).to_have_text("")

    # Copy.
    copy.tap()
    expect(status).to_have_text("Copied")
    assert clipboard(kit) == text

    # Share.
    with context.expect_page() as page:
        link.tap()
    page.value.wait_for_load_state()
    assert page.value.get_by_text("What is happening?").is_visible()
    assert parse_qs(urlsplit(opened[0]).query) == {"text": [text]}

    # Another text, and back: what was written is still there.
    wording.get_by_role("button", name="Other words").tap()
    assert shown(kit, "x").get_by_role("textbox").input_value() != text
    assert turn_to(kit, "x", "On the stairs").get_by_role("textbox").input_value() == text


def in_view(button: Locator, page: Page) -> bool:
    box = button.bounding_box()
    return box is not None and 0 <= box["y"] <= page.viewport_size["height"] - box["height"]


def test_what_is_written_is_there_when_one_comes_back(kit: Page) -> None:
    # Where there is a prompt, entering the box selects it alone.
    turn_to(kit, "linkedin", "We moved").get_by_role("textbox").fill("My own words.")

    kit.goto("/share/")
    kit.go_back()

    expect(shown(kit, "linkedin").get_by_role("textbox")).to_have_value("My own words.")


def test_each_copy_is_exactly_one_of_the_kits_texts(browser: Browser, address: str, sample) -> None:
    kits = json.loads((sample / "output/share/kits.json").read_text(encoding="utf-8"))["kits"]
    networks = next(each["networks"] for each in kits if each["slug"] == SLUG)
    texts = {each["network"]: {one["text"] for one in each["variants"]} for each in networks}
    context = browser.new_context(
        base_url=address, permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(f"/share/{SLUG}/")
    page.locator("[data-copies]:not([hidden])").last.wait_for()
    copied: dict[str, set[str]] = {}

    for network in texts:
        for _ in page.locator(f"#_{network} .wording").all():
            wording = shown(page, network)
            copy = wording.get_by_role("button", name="Copy")
            if copy.get_attribute("aria-disabled") == "false":
                copy.click()
                expect(wording.get_by_role("status")).to_have_text("Copied")
                copied.setdefault(network, set()).add(clipboard(page))
            wording.get_by_role("button", name="Other words").click()
    context.close()

    # A text with a prompt is not among them, neither here nor there.
    assert copied == texts


def test_without_script_a_kit_still_serves(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/share/{SLUG}/")

    boxes = page.locator("#_mastodon textarea").all()
    links = page.locator("#_mastodon .actions a").all()

    assert len(boxes) == len(links) == 3
    assert all(box.is_visible() for box in boxes)
    # One text has a prompt to fill in first, which nobody can see to without script.
    for box, link in zip(boxes, links, strict=True):
        assert link.is_visible() is ("[[" not in box.input_value())
    assert page.get_by_role("button").count() == 0
    context.close()


def test_a_kit_tells_who_approved_it_and_where_it_is_talked_of(
    small_site: SmallSite, browser: Browser, serve: Callable[[Path], str]
) -> None:
    small_site.write("content/staff/bo.md", "---\nname: Bo Ng\nrole: Editor\n---\n")
    small_site.write("content/staff/cy.md", "---\nname: Cy Roy\nrole: Editor\n---\n")
    fields = {
        "reviewed_by": "[ana, bo, cy v0000000]",
        "discussions": "[https://example.social/@ana/1]",
        "question": "And you?",
    }
    small_site.post("clock", fields=fields)
    assert small_site.run().status == 0
    context = browser.new_context(base_url=serve(small_site.output))
    page = context.new_page()
    page.goto("/share/the-clock/")

    approval = page.locator(".approval").inner_text()
    discussion = page.get_by_role("link", name="example.social").get_attribute("href")
    context.close()

    # Who wrote it has not approved it, nor who read an earlier wording; and without git nobody
    # knows since when it is unchanged.
    assert approval == "Approved by Bo Ng. Checked against our values."
    assert discussion == "https://example.social/@ana/1"
