"""The hub of the sample in Chromium: choosing, searching, sending what was chosen."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import SmallSite


def shown(page: Page) -> list[str]:
    links = page.locator(".kits h2 a").all()
    return [link.inner_text() for link in links if link.is_visible()]


YEARS = ("2025", "2024")
NIGHT, FORTY_ONE = "The night we counted everything", "Forty-one books that were somewhere else"
PIANO, BORROWED = (
    "We gave the piano room to three people at once",
    "We cannot tell you what you borrowed in March",
)
FRENCH = "Choisir des livres que je ne sais pas lire"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("fragment", "found"),
    [
        ("topic=privacy",                              [BORROWED]),
        ("purpose=issues",                             [PIANO]),
        ("audience=librarians",                        [FORTY_ONE]),
        ("language=fr",                                [FRENCH]),
        ("topic=technology&audience=borrowers",        [BORROWED, PIANO]),
        ("q=catalogue python",                         [FORTY_ONE]),
        ("q=LUKASIK&topic=books",                      [NIGHT]),
        ("q=Łukasik&topic=books",                      [NIGHT]),
        ("q=achete",                                   [FRENCH]),
        ("q=mizushima rooms",                          [PIANO]),
        ("q=privacy",                                  [BORROWED]),
        ("topic=privacy&audience=families",            []),
    ],
)  # fmt: skip
def test_what_is_chosen_stands_in_the_address(page: Page, fragment: str, found: list[str]) -> None:
    page.goto(f"/share/#{fragment}")

    expect(page.get_by_role("status")).to_have_text(f"{len(found)} of 10 shown")
    assert shown(page) == found
    assert page.get_by_text("Nothing here fits all of that").is_visible() is (not found)


@pytest.mark.browser
def test_choosing_writes_the_address_and_says_how_many_are_left(page: Page) -> None:
    page.goto("/share/")
    told = page.get_by_role("status")
    expect(told).to_have_text("10 of 10 shown")

    page.get_by_label("Search").fill("books")
    page.get_by_label("Language", exact=True).select_option("français")
    expect(told).to_have_text("1 of 10 shown")
    chosen = page.url
    page.get_by_role("button", name="Show everything").click()
    expect(told).to_have_text("10 of 10 shown")

    assert chosen.endswith("/share/#q=books&language=fr")
    assert page.url.endswith("/share/")
    assert len(shown(page)) == 10


@pytest.mark.browser
def test_a_network_leads_to_its_own_text(page: Page) -> None:
    page.goto("/share/#network=mastodon&topic=privacy")

    link = page.get_by_role("link", name=BORROWED)

    assert link.get_attribute("href") == "/share/what-you-borrowed-in-march/#_mastodon"


@pytest.mark.browser
@pytest.mark.parametrize("fragment", ["topic=gardening", "_main", "colour=red", "topic=%00&q=%20"])
def test_a_fragment_that_names_nothing_here_hides_nothing(page: Page, fragment: str) -> None:
    page.goto(f"/share/#{fragment}")

    expect(page.get_by_role("status")).to_have_text("10 of 10 shown")


@pytest.mark.browser
def test_a_part_of_the_hub_asks_for_no_topic(page: Page) -> None:
    page.goto("/share/topics/technology/#audience=borrowers")

    expect(page.get_by_role("status")).to_have_text("2 of 4 shown")
    assert page.get_by_label("Topic").count() == 0
    assert page.get_by_role("link", name="Everything to share").is_visible()


@pytest.mark.browser
def test_without_script_the_whole_list_and_its_parts_are_there(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/share/")
    everything = shown(page)
    searching = page.get_by_role("search").is_visible()

    page.get_by_role("navigation", name="Topics").get_by_text("Privacy").click()

    assert len(everything) == 10
    assert not searching
    assert shown(page) == [BORROWED]
    context.close()


@pytest.mark.browser
def test_a_kit_that_is_over_by_now_goes_from_a_page_that_was_not_built_anew(
    page: Page, sample: Path
) -> None:
    kits = json.loads((sample / "output/share/kits.json").read_text(encoding="utf-8"))["kits"]
    ending = [kit["title"] for kit in kits if kit["until"]]
    page.clock.set_fixed_time("2035-01-01T00:00:00Z")

    page.goto("/share/")

    expect(page.get_by_role("status")).to_have_text(f"{10 - len(ending)} of 9 shown")
    assert not set(ending) & set(shown(page))


def test_what_ends_soon_is_marked_and_what_is_over_is_gone(small_site: SmallSite) -> None:
    for day in ("2026-05-01", "2026-05-05", "2026-09-01"):
        small_site.post(f"until-{day}", fields={"share": f"{{until: {day}}}"})

    assert small_site.run("advocacy build", "--today", "2026-05-02").status == 0

    page = (small_site.output / "share/index.html").read_text(encoding="utf-8")
    ends = r'<strong class="ending">Ends soon: until <time datetime="([\d-]+)"'
    assert re.findall(ends, page) == ["2026-05-05"]
    assert 'href="/share/the-until-2026-09-01/"' in page
    assert "the-until-2026-05-01" not in page


def test_the_newest_offer_comes_first(small_site: SmallSite) -> None:
    small_site.post("old-yet-new-here", fields={"share": "{from: 2026-05-01}"})

    assert small_site.run("advocacy build", "--today", "2026-05-02").status == 0

    page = (small_site.output / "share/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<h2[^>]*><a href="/share/([\w-]+)/"', page) == [
        "the-old-yet-new-here",
        "the-night-shift",
    ]


def test_an_empty_hub_says_so_and_asks_for_no_script(small_site: SmallSite) -> None:
    assert small_site.run("advocacy build", "--today", "2026-01-01").status == 0

    page = (small_site.output / "share/index.html").read_text(encoding="utf-8")
    assert "There is nothing to share just now." in page
    assert "<script" not in page
    assert not (small_site.output / "share/topics").exists()


def test_what_the_hub_has_no_room_for_is_on_pages_by_year(small_site: SmallSite) -> None:
    for number in range(1, 34):
        year = 2025 if number > 2 else 2024
        small_site.post(f"walk-{number}", fields={"date": f"{year}-03-{number % 28 + 1:02}"})

    assert small_site.run("advocacy build", "--today", "2026-05-02").status == 0

    share = small_site.output / "share"
    files = [share / "index.html", *(share / "older" / year / "index.html" for year in YEARS)]
    found = [re.findall(r'<h2[^>]*><a href="/share/([\w-]+)/"', file.read_text()) for file in files]
    assert [len(kits) for kits in found] == [30, 2, 2]
    assert len({kit for kits in found for kit in kits}) == 34
    older = re.findall(r'href="/share/older/(\d+)/"', files[0].read_text(encoding="utf-8"))
    assert older == list(YEARS)
