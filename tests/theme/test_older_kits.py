"""The hub in a real browser, where it has no room for all that can be shared."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
# Six on the page, one on that of the year, where another has ended since the build.
NEWEST, ALL = "6 of 8 shown", "of 7 shown"


def test_the_newest_are_shown_and_others_counted(page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))

    page.goto("/hub.html#network=x")

    expect(page.get_by_role("status")).to_have_text(NEWEST)
    assert not [url for url in requests if "hub-older" in url]


@pytest.mark.parametrize("fragment", ["q=the+keys", "topic=maps&q=keys", "q=gloves+keys"])
def test_what_is_asked_for_is_found_among_the_older(page: Page, fragment: str) -> None:
    page.goto(f"/hub.html#{fragment}")

    expect(page.get_by_role("status")).to_have_text(f"1 {ALL}")
    expect(page.locator(".kits").get_by_role("link", name="The keys")).to_be_visible()
    expect(page.get_by_role("link", name="Gone")).to_have_count(0)


def test_when_nothing_is_asked_for_the_newest_are_back(page: Page) -> None:
    page.goto("/hub.html#q=keys")
    page.get_by_role("link", name="The keys").wait_for()

    page.get_by_role("button", name="Show everything").click()

    expect(page.get_by_role("status")).to_have_text(f"6 {ALL}")
    expect(page.get_by_role("link", name="The keys")).to_be_hidden()


def test_without_a_connection_what_is_here_is_searched(page: Page) -> None:
    page.route("**/hub-older.html", lambda route: route.abort())
    page.goto("/hub.html")

    page.get_by_label("Search").fill("night shift")
    expect(page.get_by_role("status")).to_have_text("2 of 8 shown")
    page.unroute("**/hub-older.html")
    page.get_by_label("Search").fill("keys")

    expect(page.get_by_role("status")).to_have_text(f"1 {ALL}")


def test_without_script_the_older_are_on_pages_by_year(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/hub.html")

    page.get_by_role("navigation", name="Older, and still to share").get_by_text("2025").click()

    expect(page.locator(".kits h2 a")).to_have_text(["The keys", "Gone"])
    expect(page.get_by_role("link", name="Everything to share")).to_be_visible()
    context.close()
