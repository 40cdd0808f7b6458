"""The samples in a real browser: do they fit, can everyone use them, does copying copy."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.theme.samples import SAMPLES, TEXT
from tests.theme.show import write_samples

pytestmark = pytest.mark.browser
RIGHT_TO_LEFT = ["post-rtl", "kit-rtl"]
NAMES = [name for name, _, _ in SAMPLES]
# The whole of a page fits a width of 320 (WCAG 2.2, 1.4.10).
SMALLEST = {"width": 320, "height": 640}
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
# One sample of each template, and those that are read from right to left.
EXAMINED = [*{template: name for name, template, _ in reversed(SAMPLES)}.values(), *RIGHT_TO_LEFT]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async (rules) => {
  const found = await axe.run({ runOnly: rules });
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html}`));
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    return serve(write_samples(tmp_path_factory.mktemp("samples")))


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """A page that the tests which only look share, since each new one costs time."""
    context = browser.new_context(base_url=address, viewport=DESK, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport=DESK, reduced_motion="reduce")
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
    reader.evaluate(axe)
    for screen, scheme in ((PHONE, "light"), (DESK, "dark")):
        reader.set_viewport_size(screen)
        reader.emulate_media(color_scheme=scheme)
        found[scheme] = reader.evaluate(RUN_AXE, RULES)

    assert found == {"light": [], "dark": []}


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_copy_puts_exactly_the_text_on_the_clipboard(screen: dict[str, int], page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size(screen)
    page.goto("/kit.html")
    section = page.locator("#_linkedin")

    section.get_by_role("button", name="Copy").click()

    section.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == TEXT


def test_copy_takes_the_words_that_were_changed(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/kit.html")
    section = page.locator("#_x")
    section.get_by_role("textbox").fill("My own\nwords & <more>")

    section.get_by_role("button", name="Copy").click()

    section.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "My own\nwords & <more>"


def test_where_copying_is_refused_the_text_is_selected(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto("/kit.html")
    section = page.locator("#_x")

    section.get_by_role("button", name="Copy").click()

    section.get_by_text("Selected: copy it with your keyboard").wait_for()
    assert page.evaluate("getSelection().toString()") == TEXT


@pytest.mark.parametrize(
    ("now", "is_over"),
    [("2026-06-30T21:59:59Z", False), ("2026-06-30T22:00:00Z", True)],
)
def test_a_kit_that_ended_since_the_build_is_offered_no_more(
    page: Page, now: str, is_over: bool
) -> None:
    page.clock.set_fixed_time(now)
    page.goto("/kit-ending.html")
    header = page.locator("header.opening")

    assert header.get_by_text("Offered until June 30, 2026.").is_visible() is not is_over
    assert header.get_by_text("the last day was June 30, 2026.").is_visible() is is_over
    assert bool(page.get_by_role("button", name="Copy", exact=True).count()) is not is_over
    assert page.get_by_role("link", name="Open X").count() == (0 if is_over else 1)


@pytest.mark.parametrize("name", ["kit-ending", "kit-over", "kit-not-yet"])
def test_what_is_written_in_a_kit_that_is_not_offered_does_no_harm(page: Page, name: str) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"/{name}.html")
    section = page.locator("#_x")

    section.get_by_role("textbox").fill("Hello")

    section.get_by_text("5 of 280 characters").wait_for()
    assert failed == []


def test_a_changed_text_is_counted_as_the_network_counts(page: Page) -> None:
    page.goto("/kit.html")
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
    page.goto("/kit.html")
    section = page.locator("#_bluesky")
    box = section.get_by_role("textbox")

    box.fill("a" * 288 + " https://example.org/")

    told = "309 of 300 characters; fits, as links are shown shorter"
    expect(section.locator(".count")).to_have_text(told)
    assert box.get_attribute("aria-invalid") is None


def test_a_browser_too_old_to_count_shows_no_stale_count(page: Page) -> None:
    page.route("**/counting.js*", lambda route: route.fulfill(status=404, body=""))
    page.goto("/kit.html")
    section = page.locator("#_x")

    section.get_by_role("textbox").fill("Other words")

    expect(section.locator(".count")).to_be_hidden()
    expect(section.get_by_role("button", name="Copy")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_phone_shows_one_network_at_a_time(script: bool, browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=script)
    page = context.new_page()
    page.goto("/kit.html")
    shown = [visible_sections(page)]

    page.get_by_role("navigation", name="Networks").get_by_text("Bluesky").click()
    shown.append(visible_sections(page))
    buttons = page.get_by_role("button").count()
    context.close()

    assert shown == [["_linkedin"], ["_bluesky"]]
    assert buttons == (1 if script else 0)


def visible_sections(page: Page) -> list[str]:
    sections = page.locator(".snippet").all()
    return [section.get_attribute("id") or "" for section in sections if section.is_visible()]


def test_copy_is_under_the_thumb(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/kit.html")

    box = page.locator("#_linkedin").get_by_role("button").bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"]
    assert box["height"] >= 44


def test_a_desk_shows_the_networks_side_by_side(page: Page) -> None:
    page.goto("/kit.html")

    assert len(visible_sections(page)) == 7
    tops = [box["y"] for each in page.locator(".snippet").all() if (box := each.bounding_box())]
    assert tops[0] == tops[1] == tops[2]


def test_the_first_tab_stop_skips_the_menu(page: Page) -> None:
    page.goto("/home.html")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "_main"


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
