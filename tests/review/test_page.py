"""The page of a review, as a browser shows it."""

import pytest
from playwright.sync_api import Browser

from advocacy.review.document import Block, Folded, Link, Listing, Paragraph
from advocacy.review.page import make_page
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

    ours, theirs = page.index("--accent: #0b5d4e"), page.index("--accent: #004488")
    assert ours < theirs
    assert "/* Elements */" not in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (Folded(("a",), ()), "<details>\n<summary>a</summary>\n"),
        (Folded(("a",), (), is_open=True), "<details open>\n<summary>a</summary>\n"),
        (Listing("-a\n+b"), '<pre tabindex="0"><code>-a\n+b</code></pre>'),
        (
            Listing("--- a\n+++ b\n-c\n+d\n e", "diff"),
            '<pre tabindex="0"><code>--- a\n+++ b\n<del>-c</del>\n<ins>+d</ins>\n e</code></pre>',
        ),
        (Listing("a", lang="ar"), '<pre tabindex="0" lang="ar" dir="auto"><code>a</code></pre>'),
        (Listing("a", lang='"><b>'), '<pre tabindex="0" lang="&quot;&gt;&lt;b&gt;" dir="auto">'),
        (
            Paragraph((Link("a", 'http://b.example/?c&d"'),)),
            '<p><a href="http://b.example/?c&amp;d&quot;">a</a></p>',
        ),
    ],
)
def test_each_block_is_an_element(block: Block, html: str) -> None:
    assert f"<main>\n{html}" in make_page("A review", (block,))


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

    page = make_page("A review", ())

    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page


def test_a_title_is_words_alone() -> None:
    assert "<title>Tea &amp; &lt;/title&gt;</title>" in make_page("Tea & </title>", ())
