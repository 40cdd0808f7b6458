"""The samples in a real browser: do they fit, can everyone use them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.axe import find_violations
from tests.theme.conftest import DESK, PHONE
from tests.theme.samples import REDIRECT, SAMPLES

pytestmark = pytest.mark.browser
OTHERS = ["post-rtl", "kit-rtl", "kit-not-yet", "kit-over", "own-rtl", "hub-older"]
NAMES = [name for name, _, _ in SAMPLES]
# The whole of a page fits a width of 320 (WCAG 2.2, 1.4.10).
SMALLEST = {"width": 320, "height": 640}
# Whether each is on one line, with the widest of dates: its parts begin above the first one's end.
IS_ONE_LINE = """(every) => every.map((each) => {
  each.querySelector("time").textContent = "September 30, 2026";
  const [first, ...others] = [...each.children].map((part) => part.getBoundingClientRect());
  return others.every(({ top }) => top < first.bottom - 2);
})"""
# One sample of each template, those that are read from right to left, and kits in each state.
EXAMINED = [*{template: name for name, template, _ in reversed(SAMPLES)}.values(), *OTHERS]


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """A page that the tests which only look share, since each new one costs time."""
    context = browser.new_context(base_url=address, viewport=DESK, reduced_motion="reduce")
    # A page that leads on at once is looked at where it is.
    context.route(f"**{REDIRECT.href}", lambda route: route.abort("aborted"))
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_fits_its_screen_and_loads_all_it_names(name: str, reader: Page) -> None:
    failed: list[str] = []
    listeners = {
        "requestfailed": lambda request: (
            failed.append(request.url)
            # The browser drops a page's icon when it is sent on to the next page.
            if request.failure != "net::ERR_ABORTED"
            else None
        ),
        "response": lambda got: failed.append(got.url) if got.status >= 400 else None,
        "pageerror": lambda error: failed.append(str(error)),
    }
    for event, listener in listeners.items():
        reader.on(event, listener)

    widths = {}
    reader.goto(f"/{name}.html")
    for screen in (PHONE, DESK, SMALLEST):
        reader.set_viewport_size(screen)
        widths[screen["width"]] = reader.evaluate("document.documentElement.scrollWidth")
    for event, listener in listeners.items():
        reader.remove_listener(event, listener)

    assert widths == {width: width for width in widths}
    assert failed == []


@pytest.mark.parametrize("name", EXAMINED)
def test_axe_finds_nothing(name: str, reader: Page, axe: str) -> None:
    found = {}
    reader.goto(f"/{name}.html")
    for screen, scheme in ((PHONE, "light"), (DESK, "dark")):
        reader.set_viewport_size(screen)
        reader.emulate_media(color_scheme=scheme)
        found[scheme] = find_violations(reader, axe)

    assert found == {"light": [], "dark": []}


@pytest.mark.parametrize("name", ["home", "list", "purpose"])
def test_what_is_said_of_a_post_in_a_list_is_one_line_on_a_phone(name: str, reader: Page) -> None:
    reader.set_viewport_size(PHONE)
    reader.goto(f"/{name}.html")

    found = reader.eval_on_selector_all("article > .when", IS_ONE_LINE)

    assert found
    assert all(found)


def test_the_first_tab_stop_skips_the_menu(page: Page) -> None:
    page.goto("/home.html")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_function("document.activeElement.id === '_main'")


def test_what_has_the_focus_is_seen(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/kit.html")
    covered = []

    for _ in range(24):
        page.keyboard.press("Tab")
        covered.append(
            page.evaluate(
                """() => {
                  const it = document.activeElement, box = it.getBoundingClientRect();
                  if (it === document.body) return null;
                  const top = document.elementFromPoint(
                    box.x + box.width / 2, Math.max(box.y, 0) + Math.min(box.height, 30) / 2);
                  return it.contains(top) || top?.contains(it) ? null : it.outerHTML;
                }"""
            )
        )

    assert [each for each in covered if each] == []
