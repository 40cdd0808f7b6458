"""A body is shown alike wherever it stands: with sizes of pictures, notes, colours, and Copy."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.markup.pictures.samples import saved
from tests.markup.pictures.test_drawing import photo
from tests.site.conftest import BESIDE_POSTS, SmallSite, start_small_site
from tests.site.test_pictures import put

BODY = """\
It is wound by hand.[^1]

![The clock](../images/clock.jpg)

```console
$ advocacy check content/posts/one.md --all
```

[^1]: Every Tuesday.
"""
ABOUT = f"---\nsummary: What we mend.\n---\n\n{BODY}"
SHOWN = {"content/posts/clock.md": "2026/the-clock", **BESIDE_POSTS}

STYLED = """() => [...document.querySelectorAll("link[rel=stylesheet]")].every((link) => link.sheet)
  && document.body.offsetHeight && document.fonts.ready"""


@pytest.fixture(scope="module")
def prose(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site on each of whose pages the same body stands."""
    site = start_small_site(tmp_path_factory.mktemp("prose"))
    put(site, {"clock.jpg": saved(photo((900, 600)), "JPEG")})
    fields = {"topics": "[reading]", "purpose": "service", "series": "The house"}
    site.post("clock", fields=fields, body=BODY)
    site.write("content/pages/about.md", f"---\ntitle: About\n---\n\n{BODY}")
    site.add("content/staff/ana.md", f"\n{BODY}")
    for folder in ("topics/reading", "purposes/service", "series/the-house"):
        site.write(f"content/{folder}.md", ABOUT)
    done = site.run()
    assert done.status == 0, done.said
    return site


@pytest.mark.parametrize("page", SHOWN.values(), ids=SHOWN)
def test_a_body_is_shown_with_all_that_it_needs(prose: SmallSite, page: str) -> None:
    html = (prose.output / page / "index.html").read_text()

    assert '<picture><source type="image/avif" srcset="/images/clock.jpg.480.avif 480w' in html
    assert '<li id="fn:1" data-note="1">' in html
    for file in ("notes.css", "code.css", "post.js"):
        assert html.count(f"/theme/{file}?") == 1
        assert (prose.output / "theme" / file).is_file()
    assert html.count('<template id="_copying"') == 1
    assert '<div class="codehilite"><pre tabindex="0">' in html


@pytest.mark.parametrize("page", ["2026/the-night-shift", "staff", "values", "topics", "series"])
def test_a_page_without_any_loads_nothing_for_it(prose: SmallSite, page: str) -> None:
    html = (prose.output / page / "index.html").read_text()

    assert "code.css" not in html
    assert "notes.css" not in html
    assert "_copying" not in html


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


OVERLAP = """() => {
    const button = document.querySelector(".copying button").getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(".codehilite code"));
    return [...range.getClientRects()].some((line) => line.left < button.right
        && line.right > button.left && line.top < button.bottom && line.bottom > button.top);
}"""


@pytest.mark.browser
@pytest.mark.parametrize("page", SHOWN.values(), ids=SHOWN)
def test_code_is_copied_from_every_page_and_never_covered(
    prose: SmallSite, phone: Page, serve: Callable[[Path], str], page: str
) -> None:
    phone.goto(f"{serve(prose.output)}/{page}/")

    assert not phone.evaluate(OVERLAP)
    phone.locator(".copying button").click()
    phone.get_by_text("Copied").wait_for()
    copied = phone.evaluate("navigator.clipboard.readText()")
    assert copied == "$ advocacy check content/posts/one.md --all"


@pytest.mark.browser
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width_px", [390, 1280])
@pytest.mark.parametrize(
    "code", ["$ x", "$ advocacy check content/posts/o.md", "$ " + "wide " * 60]
)
def test_the_end_of_a_line_of_code_can_be_seen(
    prose: SmallSite,
    phone: Page,
    serve: Callable[[Path], str],
    width_px: int,
    code: str,
    direction: str,
) -> None:
    phone.set_viewport_size({"width": width_px, "height": 800})
    phone.goto(f"{serve(prose.output)}/about/")
    phone.evaluate("direction => { document.documentElement.dir = direction; }", direction)
    pre = phone.locator(".codehilite pre")

    pre.evaluate("(pre, code) => { pre.firstElementChild.textContent = code; }", code)
    pre.evaluate("pre => pre.scrollTo(pre.scrollWidth, 0)")

    assert not phone.evaluate(OVERLAP)


@pytest.mark.browser
@pytest.mark.parametrize("width_px", [390, 1280])
def test_a_button_that_comes_late_moves_nothing(
    prose: SmallSite, browser: Browser, serve: Callable[[Path], str], width_px: int
) -> None:
    context = browser.new_context(viewport={"width": width_px, "height": 800})
    page = context.new_page()
    held = []
    page.route("**/post.js*", lambda route: held.append(route))
    page.goto(f"{serve(prose.output)}/about/", wait_until="commit")
    page.locator(".codehilite pre").wait_for()
    # Whoever measures before the style sheet came measures another page.
    page.wait_for_function(STYLED)
    before = page.locator(".codehilite").bounding_box()
    assert page.locator(".copying").count() == 0

    held[0].continue_()
    page.locator(".copying button").wait_for()

    assert page.locator(".codehilite").bounding_box() == before
    context.close()


@pytest.mark.browser
def test_without_script_no_place_is_kept_for_a_button(
    prose: SmallSite, browser: Browser, serve: Callable[[Path], str]
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{serve(prose.output)}/about/")

    box = page.locator(".codehilite pre").bounding_box()

    assert box
    assert box["height"] < 60
    context.close()
