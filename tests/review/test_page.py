"""The page of a review, as a browser shows it."""

import pytest
from playwright.sync_api import Browser

from tests.axe import find_violations
from tests.review.conftest import PullRequest


@pytest.fixture
def page_of_rich(rich: PullRequest) -> str:
    return rich.review("--format", "html", "--preview", "https://pr-7.example.org").output


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_keeps_nobody_out_and_asks_nobody(
    page_of_rich: str, scheme: str, browser: Browser, axe: str
) -> None:
    page = browser.new_page(
        color_scheme=scheme, bypass_csp=True, viewport={"width": 390, "height": 800}
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(page_of_rich)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")

    found = find_violations(page, axe)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert found == []
    assert asked == []
    assert width <= 390


def test_a_page_has_the_colours_of_the_organisation(rich: PullRequest) -> None:
    rich.site.add("advocacy.toml", '\n[look]\naccent = "#004488"\n')

    page = rich.review("--format", "html").output

    assert "--accent: #004488" in page
    assert "<script" not in page
