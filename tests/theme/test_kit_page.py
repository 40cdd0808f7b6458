"""A kit's page in a real browser: each state, phone and desk, with script and without."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.theme.conftest import PHONE
from tests.theme.kit_page import (
    FIRST,
    KIT,
    SECOND,
    THIRD,
    remember,
    shown_boxes,
    visible_sections,
    visit,
)
from tests.theme.kit_samples import OTHER, PROMPTED, TEXT

pytestmark = pytest.mark.browser


@pytest.fixture
def page(page: Page) -> Page:
    """A page of somebody whom chance has given the first of three texts."""
    remember(page, FIRST)
    return page


WHY = {
    "kit-not-yet": "Offered from March 31, 2026. Until then the texts can be read",
    "kit-over": "No longer offered; the last day was June 30, 2026. The texts can be read",
}


@pytest.mark.parametrize("name", WHY)
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_kit_that_is_not_offered_can_be_read_alone_and_says_why(
    browser: Browser, address: str, name: str, script: bool
) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=script)
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"/{name}.html")
    page.wait_for_load_state("networkidle")
    boxes = page.locator(".wording textarea").all()

    assert [box.get_attribute("readonly") for box in boxes] == [""] * 8
    expect(page.locator(".closed")).to_contain_text(WHY[name])
    for box in boxes:
        expect(box).to_have_accessible_description(re.compile(re.escape(WHY[name])))
    assert page.get_by_role("button", name="Copy", exact=True).count() == 0
    page.get_by_role("link", name="See what can be shared now").click()
    assert page.url.endswith("/hub.html")
    assert failed == []
    context.close()


@pytest.mark.parametrize(
    ("now", "is_over"),
    [("2026-06-30T21:59:59Z", False), ("2026-06-30T22:00:00Z", True)],
)
def test_a_kit_that_ended_since_the_build_is_offered_no_more(
    page: Page, now: str, is_over: bool
) -> None:
    page.clock.set_fixed_time(now)
    visit(page, "/kit-ending.html")
    header, box = page.locator("header.opening"), page.locator("#_x").get_by_role("textbox")

    assert header.get_by_text("Ends soon: until June 30, 2026.").is_visible() is not is_over
    assert header.get_by_text("the last day was June 30, 2026.").is_visible() is is_over
    assert bool(page.get_by_role("button", name="Copy", exact=True).count()) is not is_over
    assert page.get_by_role("link", name="Open X").count() == (0 if is_over else 1)
    assert box.is_editable() is not is_over
    described = "230 of 280 characters" + (f" {WHY['kit-over']}" if is_over else "")
    expect(box).to_have_accessible_description(re.compile(f"^{re.escape(described)}"))


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_phone_shows_one_network_at_a_time(script: bool, browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=script)
    page = context.new_page()
    page.goto(KIT)
    shown = [visible_sections(page)]

    page.get_by_role("navigation", name="Networks").get_by_text("Bluesky").click()
    shown.append(visible_sections(page))
    buttons = page.get_by_role("button").count()
    context.close()

    assert shown == [["_linkedin"], ["_bluesky"]]
    assert buttons == (1 if script else 0)


def test_copy_is_under_the_thumb(page: Page) -> None:
    page.set_viewport_size(PHONE)
    visit(page)

    box = page.locator("#_linkedin").get_by_role("button", name="Copy").bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"]
    assert box["height"] >= 44


def test_a_desk_shows_the_networks_side_by_side(page: Page) -> None:
    visit(page)

    assert len(visible_sections(page)) == 7
    tops = [box["y"] for each in page.locator(".snippet").all() if (box := each.bounding_box())]
    assert tops[0] == tops[1] == tops[2]


@pytest.mark.parametrize(
    ("chance", "text"), [(FIRST, TEXT), (SECOND, PROMPTED), (THIRD, OTHER)], ids=str
)
def test_chance_decides_which_words_come_first(page: Page, chance: float, text: str) -> None:
    remember(page, chance)
    visit(page)

    assert shown_boxes(page) == [text]


def test_what_chance_decided_stays_on_the_device(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    requests: list[str] = []
    visit(page)
    first, kept = shown_boxes(page), page.evaluate("JSON.stringify(localStorage)")
    page.on("request", lambda request: requests.append(f"{request.url} {request.post_data}"))

    seen = []
    for _ in range(3):
        page.reload()
        page.locator("[data-copies]:not([hidden])").last.wait_for(state="attached")
        seen.append((shown_boxes(page), page.evaluate("JSON.stringify(localStorage)")))
    context.close()

    assert seen == [(first, kept)] * 3
    chance = kept.split('"')[3]
    assert not [each for each in requests if chance in each or not each.startswith(address)]


@pytest.mark.parametrize("failing", ["getItem", "setItem"])
def test_a_device_that_remembers_nothing_has_all_the_rest(
    failing: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.add_init_script(f"Storage.prototype.{failing} = () => {{ throw new Error('private'); }}")
    visit(page)

    assert shown_boxes(page)[0] in (TEXT, PROMPTED, OTHER)
    expect(page.locator("#_x").get_by_role("button", name="Copy")).to_be_visible()
    context.close()


def test_without_script_all_words_stand_one_below_another(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(KIT)
    section = page.locator("#_linkedin")

    assert shown_boxes(page) == [TEXT, PROMPTED, OTHER]
    assert section.get_by_role("link", name="Open LinkedIn").count() == 2
    assert [each.is_visible() for each in section.get_by_role("link").all()] == [True, True]
    assert page.get_by_role("button").count() == 0
    context.close()


def test_a_strict_policy_is_kept(page: Page) -> None:
    def answer(route: Route) -> None:
        page_itself = route.fetch()
        policy = {"content-security-policy": "default-src 'self'; base-uri 'none'"}
        route.fulfill(response=page_itself, headers={**page_itself.headers, **policy})

    page.route("**/kit.html", answer)
    broken: list[str] = []
    page.on("console", lambda message: broken.append(message.text))
    visit(page)
    box = page.locator("#_x").get_by_role("textbox")

    box.fill("Mine")
    expect(page.locator("#_x .count")).to_have_text("4 of 280 characters")
    page.locator("#_picture").scroll_into_view_if_needed()

    assert broken == []
