"""Pages for colleagues that nobody built anew, when all that they show has ended since."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
BEFORE, AFTER = "2099-04-05T00:00:00Z", "2099-04-07T00:00:00Z"


@pytest.mark.parametrize(("now", "left"), [(BEFORE, 1), (AFTER, 0)])
def test_an_own_page_whose_kits_all_ended_says_that_there_is_nothing(
    page: Page, now: str, left: int
) -> None:
    page.clock.set_fixed_time(now)
    page.goto("/own-ending.html")

    nothing = page.get_by_text("There is nothing for you to share just now.")

    expect(page.locator("article.own")).to_have_count(left)
    expect(nothing).to_be_visible(visible=not left)
    expect(page.get_by_text("Older, and still to share")).to_be_visible(visible=bool(left))


@pytest.mark.parametrize(("now", "left"), [(BEFORE, 1), (AFTER, 0)])
def test_a_hub_whose_kits_all_ended_says_that_there_is_nothing(
    page: Page, now: str, left: int
) -> None:
    page.clock.set_fixed_time(now)
    page.goto("/hub-ending.html")

    expect(page.locator(".kits > li")).to_have_count(left)
    expect(page.get_by_role("search")).to_be_visible(visible=bool(left))
    expect(page.get_by_text("There is nothing to share just now.")).to_be_visible(visible=not left)
    expect(page.get_by_text("Nothing here fits all of that.")).to_be_hidden()
