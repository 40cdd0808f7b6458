"""Pages on paper, and as they are seen in the few colours that a reader has chosen."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.conftest import SmallSite
from tests.site.kinds import keep_where_they_are, one_of_each_kind

pytestmark = pytest.mark.browser
# What is left of a sheet of A4 between its margins, at 96 dots to the inch.
SHEET = {"width": 718, "height": 1047}
# What is for a screen alone; the name of the site is a link, and not a menu.
FOR_SCREENS = "button, form, input, nav.paging, nav.choice, .masthead nav, .skip, .opening nav"
CUT = """() => [document.documentElement, ...document.querySelectorAll("pre, .table, table")]
  .filter((each) => each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def address(kinds: SmallSite, serve: Callable[[object], str]) -> str:
    return serve(kinds.output)


@pytest.fixture
def page(browser: Browser, address: str, kinds: SmallSite) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport=SHEET)
    keep_where_they_are(context, kinds.output)
    yield context.new_page()
    context.close()


def test_paper_has_every_word_and_nothing_to_press(page: Page, kinds: SmallSite) -> None:
    page.emulate_media(media="print")
    found = {}

    for path in one_of_each_kind(kinds.output):
        page.goto(f"/{path}")
        shown = page.locator(FOR_SCREENS).filter(visible=True).all()
        found[path] = [each.evaluate("it => it.outerHTML.slice(0, 80)") for each in shown]
        found[path] += page.evaluate(CUT)

    assert {path: told for path, told in found.items() if told} == {}


def test_initials_are_seen_on_paper_which_has_no_backgrounds(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("/staff/")
    initials = page.locator(".face:not(:has(img))").first

    colours = [
        each.evaluate("it => getComputedStyle(it).color")
        for each in (initials, page.locator("body"))
    ]

    assert colours[0] == colours[1]


def test_where_colours_are_forced_the_menu_says_where_one_is(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/staff/")
    links = page.locator(".masthead nav a")

    marked = [
        link.get_attribute("aria-current")
        for link in links.all()
        if link.evaluate("it => getComputedStyle(it).textDecorationLine") == "underline"
    ]

    assert links.count() > 1
    assert marked == ["page"]
