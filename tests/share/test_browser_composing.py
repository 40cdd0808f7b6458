"""The links of edited texts, in Chromium: they are what Python makes of the same texts."""

from collections.abc import Callable, Iterator
from random import Random

import pytest
import regex
from playwright.sync_api import Browser, Page

from advocacy.share.networks import LINE_ENDS
from advocacy.share.share_url import make_composer, make_share_url
from advocacy.shared_signs import PROMPT
from advocacy.theme import theme_path
from tests.share.test_share_links import LINK, SHARED, WORDS

pytestmark = pytest.mark.browser
COMPOSE = """async ([composer, texts, link, lineEnd]) => {
  const { compose } = await import('/composing.js');
  return texts.map((text) => compose(composer, text, link, lineEnd));
}"""
FIND = """async (texts) => {
  const { findPrompt } = await import('/composing.js');
  return texts.map(findPrompt).map((found) => found && [found.start, found.end]);
}"""
PIECES = (
    *("[[", "]]", "[", "]", "why", "\n", "\r\n", " ", "\u00a0", "\u3000", "\x1f", "\x85", "\ufeff"),
    *("{text}", "{words}", "%", "+", "&", "#", "'", "(", ")", "*", "!", "~", "é", "👩‍👩‍👧", "שלום"),
    LINK,
)  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Callable) -> Iterator[Page]:
    context = browser.new_context(base_url=serve(theme_path() / "static"))
    page = context.new_page()
    page.goto("/icon.svg")
    yield page
    context.close()


def written() -> list[str]:
    """Texts as people may leave them: the link at their end, elsewhere, twice, or gone."""
    chance = Random(4)
    mixed = ["".join(chance.choices(PIECES, k=chance.randint(0, 12))) for _ in range(400)]
    return [*(f"{words}\n\n{LINK}" for words in WORDS.values()), *WORDS.values(), LINK, "", *mixed]


@pytest.mark.parametrize("network", SHARED.values(), ids=SHARED)
def test_the_browser_fills_in_what_python_fills_in(network, page: Page) -> None:
    texts = written()
    composer = make_composer(network, LINK, "A title & more")

    filled = page.evaluate(COMPOSE, [composer, texts, LINK, network.line_end])

    assert network.line_end in LINE_ENDS
    for text, url in zip(texts, filled, strict=True):
        plain = text.replace("\r\n", "\n")
        assert url == make_share_url(network, plain, LINK, "A title & more"), text


def test_half_of_a_sign_is_no_reason_to_fail(page: Page) -> None:
    texts = ["half \ud83d", "\udc69 half"]

    filled = page.evaluate(COMPOSE, ["https://a.example/?t={text}", texts, LINK, "LF"])

    assert filled == [
        "https://a.example/?t=half%20%EF%BF%BD",
        "https://a.example/?t=%EF%BF%BD%20half",
    ]


def test_a_prompt_is_what_python_takes_for_one(page: Page) -> None:
    # JavaScript counts an emoji as two characters, so that places would differ.
    texts = [text for text in written() if max(text, default="") < "\uffff"]
    texts += [f"[[{'x' * length}]]" for length in (300, 301)]

    found = page.evaluate(FIND, texts)

    expected = [regex.search(PROMPT, text) or regex.search(r"\[\[", text) for text in texts]
    assert [each and tuple(each) for each in found] == [each and each.span() for each in expected]
