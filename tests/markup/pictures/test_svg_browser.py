"""Drawings in a browser: hostile ones opened as pages of their own, and good ones looked at."""

import base64
import re
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Error, Page, Request, Route

from advocacy.markup.pictures.svg.clean import make_clean_svg
from advocacy.markup.pictures.svg.node import SvgError
from advocacy.theme import theme_path
from tests.markup.pictures.hostile import ATTACKS

pytestmark = pytest.mark.browser

DRAWINGS = sorted((Path(__file__).parent / "drawings").glob("*.svg"))
FONT = theme_path() / "static/fonts/source-serif-4-latin.woff2"
HTML = re.compile(rb"<foreignObject.*?</foreignObject>", re.DOTALL)


def harm(page: Page, address: str) -> set[str]:
    """Open a file as a page of its own; return what it did: `ran`, and what it asked for."""
    asked = set()

    def note(request: Request) -> None:
        if request.url not in (address, address.rpartition("/")[0] + "/favicon.ico"):
            asked.add(request.url)

    page.on("request", note)
    with suppress(Error):  # one that is sent on at once never ends to load
        page.goto(address, wait_until="load", timeout=5_000)
    page.wait_for_timeout(40)
    with suppress(Error):
        if page.evaluate("window.ran === 1"):
            asked.add("ran")
    page.remove_listener("request", note)
    return {each for each in asked if not each.startswith("data:")}


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page from which nothing reaches further than this machine."""

    def stay(route: Route) -> None:
        if route.request.url.startswith("http://127.0.0.1:"):
            route.continue_()
        else:
            route.abort()

    context = browser.new_context()
    context.route("**/*", stay)
    return context.new_page()


def test_of_what_does_harm_nothing_does_any_more(
    page: Page, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    address = serve(tmp_path)
    harmless, harmful = set(), {}
    for number, (name, attack) in enumerate(ATTACKS.items()):
        (tmp_path / f"raw{number}.svg").write_bytes(attack.content)
        if attack.harms and not harm(page, f"{address}/raw{number}.svg"):
            harmless.add(name)
        with suppress(SvgError):
            content = make_clean_svg(attack.content).content
            (tmp_path / f"{number}.svg").write_bytes(content)
            if done := harm(page, f"{address}/{number}.svg"):
                harmful[name] = done

    assert not harmful
    # What is said to do harm does it, so that this test can fail.
    assert not harmless


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_looks_as_before(
    browser: Browser, serve: Callable[[Path], str], tmp_path: Path, file: Path, scheme: str
) -> None:
    # HTML within a drawing gives way to the words that stand in its place.
    before = HTML.sub(b"", file.read_bytes())
    drawing = make_clean_svg(file.read_bytes())
    (tmp_path / "before.svg").write_bytes(before)
    (tmp_path / "after.svg").write_bytes(drawing.content)
    size = f'width="{drawing.width_px * 2}" height="{drawing.height_px * 2}"'
    for name in ("before", "after"):
        (tmp_path / f"{name}.html").write_text(
            '<!doctype html><meta name="color-scheme" content="light dark">'
            f'<img src="{name}.svg" alt="" {size}>'
        )
    context = browser.new_context(color_scheme=scheme)
    page, address = context.new_page(), serve(tmp_path)

    shots = []
    for name in ("before", "after"):
        page.goto(f"{address}/{name}.html")
        assert page.locator("img").evaluate("img => img.complete && img.naturalWidth > 0")
        shots.append(Image.open(BytesIO(page.locator("img").screenshot())).convert("RGB"))

    assert len(shots[0].getcolors(1_000_000)) > 4
    assert ImageChops.difference(*shots).getbbox() is None
    context.close()


def test_a_font_that_a_drawing_brings_along_is_used(
    page: Page, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    source = f"data:font/woff2;base64,{base64.b64encode(FONT.read_bytes()).decode()}"
    face = f"<style>@font-face{{font-family:Own;src:url({source})}}</style>"
    text = '<text y="60" font-size="50" font-family="Own, monospace">Łą1</text>'
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="90">{}{}</svg>'
    files = {
        "before": drawing.format(face, text).encode(),
        "after": make_clean_svg(drawing.format(face, text).encode()).content,
        "without": drawing.format("", text).encode(),
    }
    shots = {}
    for name, content in files.items():
        (tmp_path / f"{name}.svg").write_bytes(content)
        (tmp_path / f"{name}.html").write_text(f'<img src="{name}.svg" alt="">')

        page.goto(f"{serve(tmp_path)}/{name}.html")
        page.wait_for_timeout(200)
        shots[name] = page.locator("img").screenshot()

    assert shots["before"] == shots["after"] != shots["without"]
