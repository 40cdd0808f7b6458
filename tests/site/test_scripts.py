"""Pages in other scripts: they ask for no font that has none of their letters."""

import re

import pytest

from advocacy.translations import script_of
from tests.site.conftest import SmallSite

ARABIC = {
    "title": "الوردية الليلية",
    "summary": "ماذا يحدث في المكتبة بعد أن تغلق الأبواب.",
    "lang": "ar",
    "slug": "night",
}


@pytest.mark.parametrize(
    ("lang", "script"),
    [
        *[("en", "Latn"), ("en-GB", "Latn"), ("vi", "Latn"), ("tr", "Latn"), ("uk", "Cyrl")],
        *[("sr", "Cyrl"), ("sr-Latn", "Latn"), ("el", "Grek"), ("ar", "Arab"), ("fa", "Arab")],
        *[("he", "Hebr"), ("ja", "Jpan"), ("zh", "Hans"), ("zh-Hant", "Hant"), ("qq-x", "")],
    ],
)
def test_the_script_of_a_language_is_known(lang, script):
    assert script_of(lang) == script


LATIN = ["source-serif-4-latin", "source-sans-3-latin"]


def preloaded(site: SmallSite, page: str) -> list[str]:
    """Return which of the theme's fonts a page asks for first."""
    text = (site.output / page).read_text(encoding="utf-8")
    return re.findall(r'<link rel="preload" href="/theme/fonts/(.+?)\.woff2"', text)


@pytest.fixture
def arabic(small_site: SmallSite) -> SmallSite:
    """A site in Arabic and English."""
    settings = (small_site.root / "advocacy.toml").read_text(encoding="utf-8")
    settings = settings.replace(
        "[disclosure]", '[disclosure]\nar = "أعمل في Lindenmark Libraries."'
    )
    small_site.write("advocacy.toml", f'languages = ["ar", "en"]\n{settings}')
    small_site.post("day", fields={"lang": "en"})
    small_site.post("night", fields=ARABIC, body="على أحدهم أن يملأ الساعة كل صباح، 40 مرة.")
    done = small_site.run()
    assert done.status == 0, done.said
    return small_site


@pytest.mark.browser
def test_an_arabic_page_and_feed(arabic, serve, browser):
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    address = serve(arabic.output)

    for path in ("", "2026/night/", "staff/"):
        page.goto(f"{address}/{path}")
        page.wait_for_load_state("networkidle")
    fonts = [url for url in asked if url.endswith(".woff2")]
    page.goto(f"{address}/feeds/all.atom.xml")
    way = page.evaluate("getComputedStyle(document.documentElement).direction")
    page.close()

    assert preloaded(arabic, "index.html") == []
    assert preloaded(arabic, "en/index.html") == LATIN
    assert fonts == []
    assert way == "rtl"
