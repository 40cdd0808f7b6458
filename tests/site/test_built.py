"""The sample as it is built, by the check that everybody has."""

import gzip
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from advocacy.built.output import Output, read_output
from advocacy.built.weight import find_fetched, named_by
from advocacy.site import read_site
from tests.site.conftest import SmallSite

# What a post may weigh without its pictures and fonts, packed by a server.
MOST_BYTES = 30_000
WEIGHED = {".css", ".html", ".js"}


@pytest.fixture(scope="module")
def output(sample: Path) -> Output:
    return read_output(read_site(sample))


def test_nothing_is_dead_missing_or_twice_in_the_sample(sample):
    done = SmallSite(sample).run("advocacy check", "--built", "--quiet")

    assert done.said == "No findings\n"
    assert done.status == 0


def test_a_post_weighs_little(output):
    posts = [address for address in output.pages if "/2025/" in address or "/2026/" in address]
    sizes = {address: sum(packed(output, address).values()) for address in posts}

    assert len(sizes) > 10
    assert max(sizes.values()) < MOST_BYTES, sizes


def test_a_post_is_weighed_with_its_style(output):
    (post,) = (
        each for each in output.pages if each.endswith("2026/four-metres-to-the-left/index.html")
    )
    parts = packed(output, post)

    assert {Path(part).suffix for part in parts} >= {".css", ".html"}
    assert all(size > 300 for size in parts.values())


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["", "2025/forty-one-books/", "share/forty-one-books/", "search/", "fr/"]
)
def test_nothing_that_a_browser_fetches_is_left_out_of_the_weight(
    sample, output, browser: Browser, serve, path
):
    """A font counts where its letters stand, in whichever face: so there may be more.

    Of a picture that is there in several sizes another one is counted than the browser takes.
    """
    site = read_site(sample)
    address = serve(sample / "output")
    page = browser.new_page(base_url=address)
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))

    page.goto(f"/{path}", wait_until="networkidle")
    page.close()

    sizes = f"{address}/images/"
    files = {url.partition("?")[0] for url in asked if not url.startswith(sizes)}
    base = f"{site.url}/{path}index.html"
    counted = find_fetched(output, base, partial(named_by, output))
    named = {file.replace(address, site.url) for file in files}
    assert len(named) > 4
    assert {file for file in named if not file.endswith(("/", "favicon.ico"))} <= counted


def packed(output: Output, address: str) -> dict[str, int]:
    """Return how much a page and its style sheets and scripts weigh, by their addresses."""
    named = (
        output.find(address, each.address).file
        for each in output.pages[address].references
        if each.is_loaded
    )
    files = {address, *named} - {""}
    return {
        file: len(gzip.compress(output.files[file].read_bytes(), 9))
        for file in files
        if output.files[file].suffix in WEIGHED
    }
