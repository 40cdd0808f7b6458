"""A post's page in a browser: its code can be copied."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.theme.conftest import DESK, PHONE

pytestmark = pytest.mark.browser
CODE = """from datetime import date

def wound(day):  # every Tuesday
    return day.weekday() == 1 and "tick\""""
every_screen = pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])


@every_screen
def test_code_is_copied_as_it_stands(page: Page, screen: dict[str, int]) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size(screen)  # type: ignore[arg-type]
    page.goto("/post.html")
    height = page.evaluate("document.documentElement.scrollHeight")

    page.get_by_role("button", name="Copy").click()

    expect(page.locator(".copying [role=status]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == CODE
    assert page.evaluate("document.documentElement.scrollHeight") == height


def test_code_is_selected_where_the_clipboard_refuses(page: Page) -> None:
    refusing = "{value: {writeText: () => Promise.reject()}}"
    page.add_init_script(f"Object.defineProperty(navigator, 'clipboard', {refusing})")
    page.goto("/post.html")

    page.get_by_role("button", name="Copy").click()

    expect(page.locator(".copying [role=status]")).to_contain_text("Selected")
    assert page.evaluate("getSelection().toString()").strip() == CODE


def test_a_page_without_script_has_no_button(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()

    page.goto("/post.html")

    assert page.locator(".copying").count() == 0
    assert "weekday" in page.locator("pre").inner_text()
    context.close()


def test_only_a_page_with_code_asks_for_script(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(Path(request.url.split("?")[0]).name))

    page.goto("/post-bare.html")
    assert not {"post.js", "code.css"} & {*asked}
    page.goto("/post.html")
    assert {"post.js", "code.css"} <= {*asked}
