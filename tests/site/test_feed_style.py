"""What a person sees who opens a feed in a browser."""

import pytest

from advocacy.translations import LOCALES
from tests.conftest import PROJECT

SAYS = """() => {
  const title = document.querySelector("item > title, entry > title")
  const bodies = [...document.querySelectorAll("content, encoded")]
  return {
    notice: getComputedStyle(document.documentElement, "::before").content,
    title: title.getBoundingClientRect().height,
    bodies: bodies.map(each => getComputedStyle(each).display),
  }
}"""


@pytest.mark.browser
@pytest.mark.parametrize(
    ("feed", "words"),
    [
        ("all.rss.xml", "This is a feed."),
        ("all.atom.xml", "This is a feed."),
        ("languages/fr.rss.xml", "Ceci est un flux."),
        ("languages/fr.atom.xml", "Ceci est un flux."),
    ],
)
def test_it_says_what_it_is(sample, serve, browser, feed, words):
    page = browser.new_page()
    page.goto(f"{serve(sample / 'output')}/feeds/{feed}")

    seen = page.evaluate(SAYS)
    page.close()

    assert words in seen["notice"]
    assert seen["title"] > 0
    assert set(seen["bodies"]) == {"none"}


@pytest.mark.parametrize("lang", sorted(folder.name for folder in LOCALES.iterdir()))
def test_it_says_so_in_every_language_of_the_interface(lang):
    style = (PROJECT / "theme/static/feed.css").read_text(encoding="utf-8")

    assert f":lang({lang})::before" in style
