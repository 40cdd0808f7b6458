"""What is shown from elsewhere, as pages have it: a link, and a place for what it leads to."""

import json
import re

import pytest

from advocacy.policy import PAGE_POLICY
from tests.site.conftest import BESIDE_POSTS, SmallSite
from tests.site.films import FRAME, MORE
from tests.site.policed import META

LINK = '<a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ&amp;t=3s" rel="noopener">'
SHOWN = {"content/posts/film.md": "2026/the-film", **BESIDE_POSTS}


def read_page(site: SmallSite, page: str) -> str:
    return (site.output / page / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", SHOWN.values(), ids=SHOWN)
def test_a_link_alone_has_a_place_for_what_it_leads_to(films: SmallSite, page: str) -> None:
    html = read_page(films, page)

    assert f'<figure class="embed"><div data-frame="{FRAME}"></div><figcaption>{LINK}' in html
    assert '<template id="_embedding">' in html
    assert META.findall(html)[0].endswith("; frame-src https://www.youtube-nocookie.com")
    for file in ("embeds.css", "embeds.js"):
        assert html.count(f"/theme/{file}?") == 1
    assert "<iframe" not in html
    assert re.search(r"(preconnect|prefetch|ytimg)", html) is None


def test_a_page_names_the_hosts_of_its_own_frames_and_a_host_those_of_all(films: SmallSite) -> None:
    policy = META.findall(read_page(films, "2026/the-films"))[0]
    headers = (films.output / "_headers").read_text(encoding="utf-8")

    own = "https://archive.org https://tube.example.org https://www.youtube-nocookie.com"
    assert policy.endswith(f"; frame-src {own}")
    assert f"; frame-src {own}; frame-ancestors 'none'\n" in headers


@pytest.mark.parametrize("page", ["2026/the-words", "2026/the-night-shift", "values", "topics"])
def test_a_page_without_any_may_load_nothing_more(films: SmallSite, page: str) -> None:
    html = read_page(films, page)

    assert "data-frame" not in html
    assert "_embedding" not in html
    assert "embeds." not in html
    assert META.findall(html.replace("&#39;", "'")) == [PAGE_POLICY]


def test_what_is_not_on_the_list_stays_a_link(films: SmallSite) -> None:
    html = read_page(films, "2026/the-films")

    assert '<p><a href="https://vimeo.com/76979871" rel="noopener">Not on the list</a></p>' in html
    assert html.count("data-frame=") == 3


def test_without_the_setting_a_link_is_a_link(small_site: SmallSite) -> None:
    small_site.post("film", body=MORE)
    assert small_site.run().status == 0

    html = read_page(small_site, "2026/the-film")

    assert f"<p>{LINK}The night shift" in html
    assert "embed" not in html
    assert "frame-src" not in (small_site.output / "_headers").read_text(encoding="utf-8")


def test_feeds_bring_the_link(films: SmallSite) -> None:
    feed = json.loads((films.output / "feeds/all.json").read_text(encoding="utf-8"))
    entry = next(each for each in feed["items"] if each["title"] == "The film")

    assert re.search(r"<p><a href=\"[^\"]*\">The night shift, a film", entry["content_html"])
    for file in (films.output / "feeds").rglob("*.*"):
        assert "data-frame" not in file.read_text(encoding="utf-8"), file
