"""A digest in a real browser: narrow, wide, dark, right to left; and its card as Teams draws it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from advocacy.digest.teams import make_teams
from advocacy.theme import make_theme
from tests.axe import RULES, find_violations
from tests.digest.samples import FULL, HOSTILE, RIGHT_TO_LEFT, VIEWS

pytestmark = pytest.mark.browser
SHOW_CARD = """(card) => {
  const shown = new AdaptiveCards.AdaptiveCard();
  const context = new AdaptiveCards.SerializationContext();
  shown.parse(card, context);
  document.body.append(shown.render());
  const events = [...shown.validateProperties().validationEvents];
  for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i));
  return { text: document.body.innerText, told: events.map((each) => each.message) };
}"""
COLOUR = "element => getComputedStyle(element).backgroundColor"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("digests")
    theme = make_theme()
    for name, view in VIEWS.items():
        html = theme.render_mail("mail/digest.html", view)
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def show(page: Page, folder: Path, name: str, width: int, scheme: str = "light") -> list[str]:
    """Show a digest, and return what it loads beside itself."""
    loaded: list[str] = []
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.on("request", lambda request: loaded.append(request.url))
    page.goto((folder / f"{name}.html").as_uri())
    return loaded[1:]


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("width", [320, 390, 600, 1280])
def test_it_fits_and_loads_nothing(page: Page, folder: Path, name: str, width: int) -> None:
    loaded = show(page, folder, name, width)

    assert loaded == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("table.sheet").bounding_box()
    assert box
    assert box["width"] <= 600


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["full", "right to left"])
def test_everyone_can_read_it(page: Page, folder: Path, axe: str, name: str, scheme: str) -> None:
    show(page, folder, name, 390, scheme)

    # Mail programs make a page of it, which has what best practice asks of pages.
    assert find_violations(page, axe, RULES[:-1]) == []


def test_it_is_dark_where_mail_programs_are(page: Page, folder: Path) -> None:
    colours = []
    for scheme in ("light", "dark"):
        show(page, folder, "full", 600, scheme)
        colours.append(page.locator("table.sheet").evaluate(COLOUR))

    assert colours == ["rgb(252, 253, 251)", "rgb(28, 37, 34)"]


def test_it_is_read_from_the_right(page: Page, folder: Path) -> None:
    show(page, folder, "right to left", 600)

    heading, table = (page.locator(each).bounding_box() for each in ("h1", "table.sheet"))
    assert heading
    assert table
    assert abs((heading["x"] + heading["width"]) - (table["x"] + table["width"] - 24)) <= 1
    assert page.locator("h3[lang=en]").get_attribute("dir") == "ltr"
    assert RIGHT_TO_LEFT.lang == page.locator("html").get_attribute("lang")


def test_the_makers_of_cards_find_nothing_wrong_and_show_every_word(
    page: Page, adaptive_cards: str
) -> None:
    card = json.loads(make_teams(FULL))["attachments"][0]["content"]
    page.goto("about:blank")
    page.evaluate(adaptive_cards)

    shown = page.evaluate(SHOW_CARD, card)

    assert shown["told"] == []
    assert shown["text"].count(HOSTILE) == 5
    assert "What would you do in an empty library? 👩‍🚀" in shown["text"]
