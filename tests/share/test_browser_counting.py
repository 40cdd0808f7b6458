"""The counters of the share kit's pages, in Chromium: they count what Python counts."""

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from advocacy.share import web_addresses
from advocacy.share.counting import count, verdict
from advocacy.share.networks import read_networks
from advocacy.theme import theme_path
from tests.share.counting_cases import COUNTED, read_cases
from tests.share.test_counting import VERDICTS

pytestmark = pytest.mark.browser
COUNT = """async ([texts, networks]) => {
  const { count } = await import('/counting.js');
  return texts.map((text) => networks.map((network) => count(text, network)));
}"""
VERDICT = """async ([posts, networks]) => {
  const { verdict } = await import('/counting.js');
  return posts.map(([text, below]) => networks.map((network) => verdict(text, network, below)));
}"""
# What is common in captions, and where two countings part; between them stand any characters.
PIECES = (
    *("https://", "http://", "www.", "example.org", "a.com/", "рф", ".рф", ".de", "/a_(b)", "?q=1"),
    *(
        "@ana",
        "@ana@b.social",
        "#tag",
        ".",
        ",",
        "/",
        "(",
        ")",
        " ",
        "\n",
        "\r\n",
        "x",
        "İ",
        "ſ",
        "ß",
    ),
    *(
        "İ",
        "ſ",
        "ß",
        "👩",
        "👍",
        "\U0001f3fd",
        "\u200d",
        "\ufe0f",
        "\ufe0e",
        "🇩",
        "🇪",
        "1",
        "\u20e3",
        "©",
        "🏴",
    ),
    *("\U000e0067", "\U000e007f", "e", "\u0301", "क", "\u094d", "ष", "\u1100", "\u1161", "日", "ไ"),
)


@pytest.fixture(scope="module")
def page(browser: Browser, serve: Callable[[Path], str]) -> Iterator[Page]:
    context = browser.new_context(base_url=serve(theme_path() / "static"))
    page = context.new_page()
    page.route("**/blank", lambda route: route.fulfill(content_type="text/html", body=""))
    page.goto("/blank")
    yield page
    context.close()


def rows() -> list[dict[str, object]]:
    networks = read_networks()
    return [{**asdict(networks[name]), "checked": ""} for name in COUNTED]


def test_a_browser_counts_the_table_as_python_does(page: Page) -> None:
    cases = read_cases()

    found = page.evaluate(COUNT, [[text for text, _, _ in cases], rows()])

    assert {text: tuple(counts) for (text, _, _), counts in zip(cases, found, strict=True)} == {
        text: counts for text, counts, _ in cases
    }


def test_ten_thousand_random_texts_count_the_same(page: Page) -> None:
    texts = list(random_texts(10_000))
    networks = [read_networks()[name] for name in COUNTED]

    found = page.evaluate(COUNT, [texts, rows()])

    parted = [
        (text, network.id, counted, own)
        for text, counts in zip(texts, found, strict=True)
        for network, counted in zip(networks, counts, strict=True)
        if counted != (own := count(text, network))
    ]
    assert parted == []


def test_a_browser_says_as_python_does_what_fits(page: Page) -> None:
    times = (20, 21, 120, 281, 1025)
    units = (
        "a",
        "é",
        "日",
        "👩‍👩‍👧‍👦",
        "https://example.org/2026/the-night/?page=1 ",
        "https://a.org/本 ",
        "https://bücher.org/straße ",
        "https://例え.jp/漢字 ",
        'https://é_日-х.みんな:80/"x" ',
    )
    posts = [(text, warning) for _, text, warning, *_ in VERDICTS]
    posts += [(unit * each, "") for unit in units for each in times]
    networks = [read_networks()[name] for name in COUNTED]

    found = page.evaluate(VERDICT, [posts, rows()])

    assert found == [[verdict(text, each, below) for each in networks] for text, below in posts]


# What Bluesky's app shows of an address, by the browser's own reading of it.
SHOWN = """(addresses) => addresses.map((address) => {
  const url = new URL(address);
  const path = (url.pathname === '/' ? '' : url.pathname) + url.search + url.hash;
  return url.host + (path.length > 15 ? `${path.slice(0, 13)}...` : path);
})"""


@pytest.mark.parametrize(
    "host", ["example.org", "bücher.example.org", "例え.jp", "пример.рф", "a.みんな"]
)
@pytest.mark.parametrize(
    "rest", ["", "/", "/straße", "/漢", "/a?q=é", "/#ä", '/"x"y', "/a|b/~c", "/it's"]
)
def test_an_address_is_shown_as_a_browser_reads_it(page: Page, host: str, rest: str) -> None:
    bluesky, address = read_networks()["bluesky"], f"https://{host}{rest}"

    (shown,) = page.evaluate(SHOWN, [address])

    most = bluesky.limit - len(shown)
    assert verdict("é" * (most - 1) + " " + address, bluesky) != "over"
    assert verdict("é" * most + " " + address, bluesky) == "over"


def test_a_browser_knows_the_same_domains() -> None:
    script = (theme_path() / "static" / "top-level-domains.js").read_text(encoding="utf-8")

    listed = re.search(r"`([^`]*)`", script)

    assert listed
    assert sorted(listed[1].split()) == sorted(web_addresses._top_level_domains())


def random_texts(number: int) -> Iterator[str]:
    """Yield texts of pieces and of any characters that Unicode had when Python got its tables.

    Characters of later versions are left out: which of them a browser knows is a matter of its
    age, and of the same age as Python's tables none is.
    """
    chance = Random(20261125)
    known = [
        chr(point)
        for point in range(sys.maxunicode + 1)
        if unicodedata.category(chr(point)) not in {"Cn", "Cs"}
    ]
    for _ in range(number):
        length = chance.randint(0, 16)
        yield "".join(
            chance.choice(PIECES) if chance.random() < 0.7 else chance.choice(known)
            for _ in range(length)
        )
