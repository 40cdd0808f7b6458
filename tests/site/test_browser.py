"""One page of each kind in Chromium: at the width of a phone and of a desk, light and dark."""

import pytest
from playwright.sync_api import Browser

from tests.axe import find_by_rule, find_violations
from tests.site.kinds import keep_where_they_are, one_of_each_kind

pytestmark = pytest.mark.browser
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """<!doctype html><html lang="en"><title>Small</title><body><main><h1>Small</h1>
<p style="font-size: 8px"><a href="/a">1</a><a href="/b">2</a></p></main></body></html>"""


@pytest.fixture(scope="module")
def address(kinds, serve) -> str:
    return serve(kinds.output)


@pytest.fixture(scope="module")
def paths(kinds) -> list[str]:
    return [f"/{path}" for path in one_of_each_kind(kinds.output)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_fit_and_axe_finds_nothing(browser, axe, kinds, address, paths, width, scheme):
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    keep_where_they_are(context, kinds.output)
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))

    found = {}
    for path in paths:
        page.goto(path)
        found[path] = find_violations(page, axe)
        if page.evaluate(OVERFLOW) > 0:
            found[path].append("wider than the screen")
    context.close()

    assert {path: told for path, told in found.items() if told} == {}
    assert not [url for url in requests if not url.startswith(address)]


def test_small_targets_would_be_found(browser: Browser, axe: str) -> None:
    """Of the rules of WCAG 2.2, axe leaves this one off by itself."""
    page = browser.new_page()
    page.set_content(SMALL)

    found = find_violations(page, axe)
    page.close()

    assert [each.partition(":")[0] for each in found] == ["target-size"] * 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_more_contrast_gets_it(browser, axe, kinds, address, paths, scheme):
    """Seven to one, as WCAG 2.2 asks at AAA."""
    context = browser.new_context(base_url=address, color_scheme=scheme, contrast="more")
    keep_where_they_are(context, kinds.output)
    page = context.new_page()

    found = {}
    for path in paths:
        page.goto(path)
        found[path] = find_by_rule(page, axe, "color-contrast-enhanced")
    context.close()

    assert {path: told for path, told in found.items() if told} == {}
