"""Share links read back: what a network gets is the text and the link, to the last character."""

from dataclasses import replace
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Route

from advocacy.share.networks import Network, read_networks
from advocacy.share.share_url import make_share_url
from advocacy.theme import make_theme, theme_path
from tests.theme.kit_samples import KIT, snippet, variant
from tests.theme.sample_parts import SITE

LINK = "https://blog.example.org/2026/night-shift/?from=a&to=b+c#top"
WORDS = {
    "percent":     "100 % is 100%25, and %20 is no space; 50%",
    "ampersand":   "A & B &amp; C&url=https://evil.example/&text=x",
    "number sign": "#tag, C#, a#b # end",
    "quotes":      "\"so\" 'it's' „so“ `so` <b>\"</b>",
    "newlines":    "One.\nTwo.\n\nThree.",
    "plus":        "1+1 = 2 + 0; C++",
    "brackets":    "{text} {url} [[why]] (so) \\ | ^ ~",
    "arabic":      "مرحبا بكم في المكتبة (١٢٣)",
    "hebrew":      "שלום, \u2067עולם\u2069!",
    "emoji":       "👩‍👩‍👧‍👦 👩🏽‍🚀 🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣",
    "scripts":     "図書館 नमस्ते Київ e\u0301 ß",
    "a link":      "See https://a.org/?x=1&y=2#z, then",
    "question":    "What? ; : @ = , / ?a=b",
}  # fmt: skip
# By a network, the names of the values in its link: of the text, of the link, of the title.
NAMES = {
    "x":           ("text", None, None),
    "linkedin":    (None, "url", None),
    "mastodon":    ("text", None, None),
    "bluesky":     ("text", None, None),
    "facebook":    (None, "u", None),
    "email":       ("body", None, "subject"),
    "threads":     ("text", None, None),
    "whatsapp":    ("text", None, None),
    "telegram":    ("text", "url", None),
    "teams":       ("msgText", "href", None),
    "reddit":      (None, "url", "title"),
    "hacker-news": (None, "u", "t"),
}  # fmt: skip
SHARED = {name: row for name, row in read_networks().items() if row.share_url}


def test_every_share_link_is_read_back_here() -> None:
    assert set(NAMES) == set(SHARED)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("network", SHARED.values(), ids=SHARED)
def test_a_share_link_reads_back_to_the_text_and_the_link(network: Network, words: str) -> None:
    text = f"{words}\n\n{LINK}"

    found = values(make_share_url(network, text, LINK, words))

    assert found == expected(network, words, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"So.\n\n{LINK}", "So."),
        (LINK, ""),
        (f"See {LINK} there.", f"See {LINK} there."),
        ("No link.", "No link."),
    ],
)
def test_where_the_link_goes_apart_the_words_come_without_it(text: str, words: str) -> None:
    found = values(make_share_url(SHARED["telegram"], text, LINK, ""))

    assert found == {"url": LINK, "text": words}


@pytest.mark.browser
def test_a_browser_arrives_at_each_share_link(browser: Browser) -> None:
    text = f"{' '.join(WORDS.values())}\n\n{LINK}"
    links = {name: make_share_url(row, text, LINK, "A & B") for name, row in SHARED.items()}
    context = browser.new_context(base_url="https://kit.example")
    context.route("**/*", Answers(kit_page(links)))
    page = context.new_page()
    page.goto("/")
    arrived = {}

    for name in links:
        link = page.locator(f"#_{name} .actions a")
        if name == "email":  # a browser hands it to another program
            arrived[name] = link.evaluate("link => link.href")
            continue
        with page.expect_popup() as opened:
            link.click()
        arrived[name] = opened.value.evaluate("location.href")
        opened.value.close()

    context.close()
    assert arrived == links


class Answers:
    """Answers every address on this machine: the kit, its files, and each network."""

    def __init__(self, kit: str) -> None:
        self.kit = kit

    def __call__(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.path.startswith("/theme/"):
            route.fulfill(path=theme_path() / "static" / address.path.removeprefix("/theme/"))
        else:
            kit = address.hostname == "kit.example"
            route.fulfill(content_type="text/html", body=self.kit if kit else "<p>Composer</p>")


def kit_page(links: dict[str, str]) -> str:
    snippets = tuple(
        snippet(name, SHARED[name].name, "{}", 0, (variant("Text", link),))
        for name, link in links.items()
    )
    return make_theme().render("kit.html", replace(KIT, snippets=snippets), SITE)


def values(share_url: str) -> dict[str, str]:
    """Return the values of a link by their names, as whoever receives it reads them."""
    parts = urlsplit(share_url)
    query = parts.query or parts.fragment
    if parts.scheme == "mailto":  # where a plus is a plus: RFC 6068
        pairs = (pair.partition("=") for pair in query.split("&"))
        return {name: unquote(value) for name, _, value in pairs}
    return dict(parse_qsl(query, keep_blank_values=True, strict_parsing=True))


def expected(network: Network, words: str, text: str) -> dict[str, str]:
    of_text, of_link, of_title = NAMES[network.id]
    told = (words if of_link else text).replace("\n", "\r\n" if of_text == "body" else "\n")
    title = words.replace("\n", "\r\n" if of_text == "body" else "\n")
    pairs = ((of_text, told), (of_link, LINK), (of_title, title))
    return {name: value for name, value in pairs if name}
