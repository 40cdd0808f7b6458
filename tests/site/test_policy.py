"""The content security policy: every page meets it in a browser, by its own word and a host's."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from advocacy.policy import (
    PAGE_POLICY,
    SEARCH_POLICY,
    make_header_policy,
    make_headers,
    make_page_policy,
)
from tests.site.policed import LISTENING, META, find_broken, hosted


@pytest.fixture(scope="module")
def address(sample: Path) -> Iterator[str]:
    with hosted(sample / "output") as address:
        yield address


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=address)
    context.add_init_script(LISTENING)
    yield context
    context.close()


def test_each_page_says_what_it_may_load_before_it_loads_anything(sample: Path) -> None:
    for page in (sample / "output").rglob("*.html"):
        text = unescape(page.read_text(encoding="utf-8"))
        is_search = page.relative_to(sample / "output").parts[-2:] == ("search", "index.html")

        assert META.findall(text) == [SEARCH_POLICY if is_search else PAGE_POLICY], page
        assert text.index("Content-Security-Policy") < re.search("<(link|script|img)", text).start()


def test_nothing_on_a_page_is_inline() -> None:
    framing = (make_page_policy(["a.example"]), make_header_policy(["a.example"]))

    for policy in (PAGE_POLICY, SEARCH_POLICY, make_header_policy(()), *framing):
        assert "unsafe-inline" not in policy
        assert "unsafe-eval" not in policy.replace("'wasm-unsafe-eval'", "")
        assert "default-src 'none'" in policy


def test_a_host_is_told_it_below_a_path_too(sample: Path) -> None:
    written = (sample / "output/_headers").read_text(encoding="utf-8")

    assert written == make_headers("")
    assert make_headers("/blog").startswith(
        "/blog/*\n  Content-Security-Policy: default-src 'none'"
    )


@pytest.mark.browser
def test_no_page_breaks_it(sample: Path, context: BrowserContext) -> None:
    output = sample / "output"
    names = sorted(file.relative_to(output).as_posix() for file in output.rglob("*.html"))

    assert find_broken(context, (name.removesuffix("index.html") for name in names)) == []


@pytest.mark.browser
def test_a_script_in_a_page_would_not_run(sample: Path, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/")

    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          const image = document.createElement("img");
          image.setAttribute("onerror", "window.ran = true");
          image.src = "/nothing.png";
          document.body.append(image);
        }"""
    )
    page.wait_for_timeout(300)

    assert page.evaluate("window.ran") is None
    directives = {each.partition(":")[0] for each in page.evaluate("window.broken")}
    assert directives == {"script-src-elem", "script-src-attr"}


@pytest.mark.browser
def test_no_other_page_can_frame_one(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.set_content(f'<iframe src="{address}/"></iframe>')
    page.wait_for_timeout(500)

    assert "Lindenmark" not in page.frames[-1].content()
