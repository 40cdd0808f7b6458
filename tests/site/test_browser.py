"""The sample's pages in Chromium: at the width of a phone and of a desk, light and dark."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def address(sample, serve) -> str:
    return serve(sample / "output")


@pytest.fixture(scope="session")
def paths(sample) -> list[str]:
    """One page of each kind: the posts are one with code, one with pictures, a French one."""
    output = sample / "output"
    folders = [
        *output.glob("2025/forty-one-books/"),
        *output.glob("2026/four-metres*/"),
        *output.glob("fr/2*/*/"),
        *sorted(output.glob("staff/*/"))[:1],
        *sorted(output.glob("share/*/"))[:2],
        *sorted(output.glob("share/topics/*/"))[:1],
        *output.glob("share/for/*/"),
        *output.glob("search/"),  # where the extra `search` is installed
    ]
    pages = [f"/{folder.relative_to(output).as_posix()}/" for folder in folders]
    lists = [
        "/",
        "/fr/",
        "/staff/",
        "/topics/",
        "/purposes/",
        "/values/",
        "/feeds/",
        "/share/",
        "/share/offline.html",
    ]
    return [*lists, "/404.html", "/2026/", *pages]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_fit_and_axe_finds_nothing(browser, axe, address, paths, width, scheme):
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

    for path in paths:
        page.goto(path)
        page.evaluate(axe)
        violations = page.evaluate("async () => (await axe.run()).violations")
        assert violations == [], (path, violations)
        assert page.evaluate(overflow) <= 0, path
    assert not [url for url in requests if not url.startswith(address)]
    context.close()
