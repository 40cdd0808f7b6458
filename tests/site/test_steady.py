"""Pages that stay as they are while they load, and the faces that they load."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.conftest import SmallSite
from tests.site.kinds import keep_where_they_are

pytestmark = pytest.mark.browser
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
KIT = "/share/four-metres-to-the-left/"
OWN = "/share/for/haruka-mizushima/"
PAGES = ["/", "/2026/four-metres-to-the-left/", "/staff/", "/search/", "/share/", KIT, OWN]
POLISH = "/2024/the-shelf-of-day-8/index.html"
FACES = """() => performance.getEntriesByType("resource")
  .map(({ name }) => name.split("/").at(-1)).filter((name) => name.endsWith(".woff2"))"""
# The faces of a page, from the first line to the last.
MOST_BYTES = 100_000
# What chance says where the last of the texts comes first, which is not the one that HTML shows.
LAST = 0.99
WATCH = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    window.moved.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 60))]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


def wait(route: Route) -> None:
    time.sleep(0.4)
    route.continue_()


def settle(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")


@pytest.mark.parametrize("late", ["faces", "scripts"])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_loads(
    browser: Browser, address: str, path: str, screen: dict[str, int], late: str
) -> None:
    context = browser.new_context(base_url=address, viewport=screen)
    page = context.new_page()
    page.add_init_script(WATCH)
    page.add_init_script(f"localStorage.setItem('kit:{KIT}', '{LAST}')")
    page.route("**/*.woff2" if late == "faces" else "**/*.js*", wait)

    settle(page, path)
    moved = page.evaluate("window.moved")
    context.close()

    assert moved == []


def test_no_page_loads_many_faces(
    browser: Browser, kinds: SmallSite, serve: Callable[[Path], str]
) -> None:
    context = browser.new_context(base_url=serve(kinds.output), viewport=PHONE)
    keep_where_they_are(context, kinds.output)
    page = context.new_page()
    sizes: dict[str, dict[str, int]] = {}
    faces = {file.name: file.stat().st_size for file in kinds.output.glob("theme/fonts/*.woff2")}

    for file in sorted(kinds.output.rglob("*.html")):
        path = f"/{file.relative_to(kinds.output).as_posix()}"
        settle(page, path)
        sizes[path] = {name: faces[name] for name in page.evaluate(FACES)}
    context.close()

    assert {"source-serif-4-latin.woff2", "source-serif-4-italic-latin-a.woff2"} <= {*sizes[POLISH]}
    assert {path: named for path, named in sizes.items() if sum(named.values()) > MOST_BYTES} == {}
