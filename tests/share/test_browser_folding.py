"""What is seen before "see more", as Python and the browser cut it."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from advocacy.share.counting import count
from advocacy.share.folding import before_fold
from advocacy.share.networks import WAYS, read_networks
from advocacy.theme import theme_path

LINKEDIN = read_networks()["linkedin"]
FOLD = """async ([texts, network]) => {
  const { count } = await import('/counting.js');
  const { beforeFold } = await import('/folding.js');
  return texts.map((text) => beforeFold(text, network, count));
}"""
PIECES = (
    "word",
    "some longer words",
    " ",
    "\n\n",
    "\u3000",
    "\x1f",
    "\ufeff",
    "👩‍👩‍👧‍👦",
    "図書館",
    "नमस्ते",
)


def folded(text: str, fold: int) -> str:
    return before_fold(text, replace(LINKEDIN, fold=fold))


@pytest.mark.parametrize(
    ("text", "fold", "shown"),
    [
        ("One two three",            0, "One two three"),
        ("One two three",           13, "One two three"),
        ("One two three",           12, "One two"),
        ("One two three",            7, "One two"),
        ("One two three",            6, "One"),
        ("One\n\ntwo three",         8, "One\n\ntwo"),
        ("One two\n\nthree",         9, "One two"),
        ("Onetwothree",              4, "Onet"),
        ("ab 👩‍👩‍👧‍👦",                  12, "ab"),
        ("図書館の時計",               3, "図書館"),
        ("One",                      1, "O"),
    ],
)  # fmt: skip
def test_a_text_is_cut_between_words(text: str, fold: int, shown: str) -> None:
    assert folded(text, fold) == shown


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Callable[[Path], str]) -> Iterator[Page]:
    context = browser.new_context(base_url=serve(theme_path() / "static"))
    page = context.new_page()
    page.goto("/icon.svg")
    yield page
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("way", WAYS)
def test_the_browser_cuts_where_python_cuts(way: str, page: Page) -> None:
    chance = Random(7)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(0, 12))) for _ in range(300)]
    network = replace(LINKEDIN, count=way, fold=25)

    found = page.evaluate(FOLD, [texts, {**asdict(network), "checked": ""}])

    assert found == [before_fold(text, network) for text in texts]
    assert all(count(each, network) <= 25 for each in found)
