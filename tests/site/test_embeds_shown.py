"""What is shown from elsewhere, to readers: nothing until one asks, then one frame."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.axe import find_violations
from tests.site.conftest import SmallSite
from tests.site.elsewhere import Elsewhere, elsewhere
from tests.site.films import FRAME
from tests.site.policed import LISTENING, hosted


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Elsewhere]:
    with elsewhere(tmp_path_factory.mktemp("elsewhere")) as server:
        yield server


@pytest.fixture(scope="module")
def reader(browser: Browser, chromium: str, others: Elsewhere) -> Iterator[Browser]:
    """A browser for which every other host is the stand-in."""
    own = browser.browser_type.launch(executable_path=chromium, args=others.arguments)
    yield own
    own.close()


@pytest.fixture(scope="module")
def address(films: SmallSite) -> Iterator[str]:
    with hosted(films.output) as address:
        yield address


@pytest.fixture
def context(reader: Browser, address: str, others: Elsewhere) -> Iterator[BrowserContext]:
    others.asked.clear()
    context = reader.new_context(base_url=address, viewport={"width": 390, "height": 900})
    context.add_init_script(LISTENING)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/2026/the-films/", wait_until="networkidle")
    return page


MOVED = """() => new Promise((done) => new PerformanceObserver((list, observer) => {
  observer.disconnect();
  done(list.getEntries().reduce((sum, each) => sum + each.value, 0));
}).observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => done(0), 300))"""


@pytest.mark.browser
def test_nothing_leaves_before_a_reader_asks_and_then_one_frame_is_asked_for(
    page: Page, others: Elsewhere, address: str
) -> None:
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(500)
    assert others.asked == []

    page.get_by_role("button").first.click()
    page.frame_locator("iframe").get_by_role("heading", name="A player").wait_for()
    page.wait_for_timeout(300)

    assert others.asked == [(FRAME, f"{address}/")]
    assert page.evaluate("window.broken") == []
    assert page.get_by_role("button").count() == 2


@pytest.mark.browser
def test_a_button_says_whom_it_tells(page: Page) -> None:
    names = [each.inner_text() for each in page.get_by_role("button").all()]

    assert names[1].split("\n") == [
        "Show it here",
        "It comes from archive.org, which then learns that you are here.",
    ]


@pytest.mark.browser
def test_of_two_films_of_one_host_each_button_says_which(page: Page) -> None:
    page.goto("/2026/the-pair/")
    whom = "It comes from www.youtube-nocookie.com, which then learns that you are here."

    for button, film in zip(
        page.get_by_role("button").all(),
        ["The night shift, a film of three minutes", "The day after it"],
        strict=True,
    ):
        expect(button).to_have_accessible_name(f"Show it here {whom} {film}")


@pytest.mark.browser
def test_a_frame_has_a_title_and_no_more_rights_than_a_player_needs(page: Page) -> None:
    page.get_by_role("button").nth(1).click()
    frame = page.locator("iframe")

    assert frame.get_attribute("title") == "How a book is bound"
    assert frame.get_attribute("sandbox") == "allow-scripts allow-same-origin"
    assert frame.get_attribute("src") == "https://archive.org/embed/bookbinding1947"
    shown = page.frame_locator("iframe").locator("body")
    assert shown.get_attribute("data-origin") == "https://archive.org"
    assert shown.get_attribute("data-window") == "null"
    assert page.url.endswith("/2026/the-films/")


@pytest.mark.browser
def test_a_frame_that_leads_to_another_host_is_stopped(page: Page, others: Elsewhere) -> None:
    with page.expect_console_message(lambda told: "ads.example.com" in told.text):
        page.get_by_role("button").nth(2).click()
    page.wait_for_timeout(300)

    assert [each for each, _ in others.asked] == ["https://tube.example.org/away"]


@pytest.mark.browser
def test_the_keyboard_reaches_the_button_and_goes_on_in_the_frame(page: Page) -> None:
    page.get_by_role("button").first.focus()
    page.keyboard.press("Enter")
    inside = page.frame_locator("iframe").get_by_role("button", name="Play")
    inside.wait_for()

    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    page.keyboard.press("Tab")
    assert inside.evaluate("(button) => button === document.activeElement")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("The night shift, a film")


@pytest.mark.browser
def test_nothing_moves_when_the_script_comes_nor_when_a_frame_does(page: Page) -> None:
    words = page.get_by_text("It rains from the first")
    before = words.bounding_box()

    page.get_by_role("button").first.click()
    page.frame_locator("iframe").get_by_role("button").wait_for()

    assert page.evaluate(MOVED) == 0
    assert words.bounding_box() == before
    place, frame = page.locator("[data-frame]").first, page.locator("iframe")
    assert frame.bounding_box() == place.bounding_box()
    box = frame.bounding_box()
    assert box
    assert round(box["width"] / box["height"], 2) == round(16 / 9, 2)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_or_behind(
    reader: Browser, address: str, axe: str, scheme: str
) -> None:
    context = reader.new_context(base_url=address, color_scheme=scheme)
    page = context.new_page()
    page.goto("/2026/the-pair/")

    before = find_violations(page, axe)
    page.get_by_role("button").first.click()
    page.frame_locator("iframe").get_by_role("button").wait_for()
    behind = find_violations(page, axe)
    context.close()

    assert before + behind == []


@pytest.mark.browser
def test_without_script_and_in_print_there_is_the_link_alone(reader: Browser, address: str) -> None:
    context = reader.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/2026/the-film/")

    assert page.get_by_role("link", name="The night shift, a film").is_visible()
    assert page.locator("[data-frame]").is_hidden()
    context.close()

    printed = reader.new_page(base_url=address)
    printed.emulate_media(media="print")
    printed.goto("/2026/the-film/")
    assert printed.locator("[data-frame]").is_hidden()
    assert printed.get_by_role("link", name="The night shift, a film").is_visible()
    printed.close()
