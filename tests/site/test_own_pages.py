"""Colleagues' own pages: who has one, and what is on it."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from advocacy.library import read_library
from advocacy.share.kit import make_kit
from advocacy.share.networks import read_networks
from advocacy.site import read_site
from tests.conftest import POST, STAFF
from tests.site.conftest import SmallSite

ZOE, SALMA, HARUKA = (
    f"share/for/{each}/" for each in ("zoe-lukasik", "salma-ben-youssef", "haruka-mizushima")
)
TODAY = date(2026, 11, 23)
FACEBOOK = re.compile("^https://www.facebook.com/sharer")
OPTED_IN = STAFF.replace("role:", "share: {}\nrole:")


def titles(page: str) -> list[str]:
    return re.findall(r'<h2[^>]*><a href="/share/([\w-]+)/"', page)


def first_texts(page: str) -> list[tuple[str, str]]:
    """Return each text of a page, with the id of its box's network."""
    return re.findall(r'<textarea id="_\d+-([\w-]+)-text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)


def test_who_did_not_opt_in_has_no_page_and_no_address_anywhere(small_site: SmallSite) -> None:
    small_site.write("content/staff/ana.md", OPTED_IN)
    small_site.write("content/staff/bo.md", STAFF.replace("Ana Müller", "Bo Ng"))
    left = OPTED_IN.replace("Ana Müller", "Cy Young").replace("role:", "left: 2026-04-01\nrole:")
    small_site.write("content/staff/cy.md", left)

    assert small_site.run("advocacy build", "--today", "2026-04-01").status == 0

    output = small_site.output
    assert [folder.name for folder in (output / "share/for").iterdir()] == ["ana"]
    for file in output.rglob("*"):
        if file.is_file():
            assert not re.search(rb"share/for/(?!ana/)", file.read_bytes()), file


def test_a_caption_for_authors_is_on_their_own_pages_and_nowhere_else(
    small_site: SmallSite,
) -> None:
    small_site.write("content/staff/ana.md", OPTED_IN)
    small_site.write("content/staff/bo.md", OPTED_IN.replace("Ana Müller", "Bo Ng"))
    captions = "[{text: I built this clock., for: authors}, Somebody built a clock.]"
    share = f"share: {{captions: {{default: {captions}}}}}"
    small_site.write(
        "content/posts/night-shift.md", POST.replace("\ntopics:", f"\n{share}\ntopics:")
    )

    assert small_site.run("advocacy build", "--today", "2026-04-01").status == 0

    output = small_site.output
    files = [file for file in output.rglob("*") if file.is_file()]
    holding = {each for each in files if b"I built this clock" in each.read_bytes()}
    assert holding == {output / "share/for/ana/index.html"}


def test_own_pages_are_for_no_search_engine_and_in_no_feed(sample: Path) -> None:
    output = sample / "output"

    for address in (f"{ZOE}index.html", "share/offline.html"):
        page = (output / address).read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in page
    for file in [*output.glob("feeds/**/*.xml"), *output.glob("share/**/*.xml")]:
        assert "share/for/" not in file.read_text(encoding="utf-8"), file
    assert "share/for/" not in (output / "share/kits.json").read_text(encoding="utf-8")


def test_a_page_has_what_fits_on_their_networks_first(sample: Path) -> None:
    pages = {
        address: (sample / "output" / address / "index.html").read_text(encoding="utf-8")
        for address in (ZOE, SALMA, HARUKA)
    }

    assert "what-gets-borrowed-when-it-rains" in titles(pages[ZOE])
    assert "the-man-who-only-watched" in titles(pages[ZOE])
    assert titles(pages[SALMA]) == [
        "choisir-des-livres-que-je-ne-sais-pas-lire",
        "choosing-books-in-twelve-languages",
        "what-gets-borrowed-when-it-rains",
        "the-night-we-counted-everything",
    ]
    assert "choisir-des-livres-que-je-ne-sais-pas-lire" not in titles(pages[HARUKA])
    networks = [[network for network, _ in first_texts(page)[:6]] for page in pages.values()]
    assert networks == [
        ["mastodon", "linkedin", "bluesky", "x", "facebook", "email"],
        ["facebook", "linkedin", "mastodon", "bluesky", "x", "email"],
        ["linkedin", "mastodon", "bluesky", "x", "facebook", "email"],
    ]


def test_no_two_colleagues_begin_with_the_same_words(sample: Path) -> None:
    library = read_library(read_site(sample))
    networks = {name: read_networks()[name] for name in library.site.sharing.networks}
    kits = {post.slug: make_kit(post, library.site, networks, TODAY) for post in library.posts}
    shown: dict[tuple[str, str], list[str]] = {}
    for address in (ZOE, SALMA, HARUKA):
        page = (sample / "output" / address / "index.html").read_text(encoding="utf-8")
        for article in re.findall(r'<article class="own".*?</article>', page, re.DOTALL):
            for network, text in first_texts(article):
                shown.setdefault((titles(article)[0], network), []).append(text)

    assert any(len(set(texts)) > 1 for texts in shown.values())
    for (slug, network), texts in shown.items():
        found = next(each for each in kits[slug].networks if each.network == network)
        assert len(set(texts)) == min(len(texts), len(found.variants)), (slug, network)


def test_a_page_is_in_the_first_of_their_languages_that_the_site_has(sample: Path) -> None:
    page = (sample / "output" / SALMA / "index.html").read_text(encoding="utf-8")

    assert '<html lang="fr"' in page
    assert "Tout ce qui se partage" in page


def test_a_page_does_not_grow_with_the_archive(small_site: SmallSite) -> None:
    small_site.write("content/staff/ana.md", OPTED_IN)
    for number in range(40):
        small_site.post(f"day-{number}", fields={"date": f"2026-04-{number % 28 + 1:02}"})

    assert small_site.run("advocacy build", "--today", "2026-05-02").status == 0

    page = (small_site.output / "share/for/ana/index.html").read_text(encoding="utf-8")
    assert page.count('<article class="own"') == 10
    assert len(titles(page)) == 30


def test_a_page_in_another_language_tells_days_in_it_and_marks_what_is_not(
    small_site: SmallSite,
) -> None:
    settings = (small_site.root / "advocacy.toml").read_text(encoding="utf-8")
    two = settings.replace("time_zone", 'languages = ["en", "fr"]\ntime_zone', 1)
    disclosure = '[disclosure]\nfr = "Je travaille à Lindenmark."'
    small_site.write("advocacy.toml", two.replace("[disclosure]", disclosure))
    french = OPTED_IN.replace("role:", "languages: [fr, en]\nrole:", 1)
    small_site.write("content/staff/ana.md", french)
    for number in range(11):
        fields = {"date": f"2026-04-{number + 1:02}", "topics": "[reading]"}
        small_site.post(f"day-{number}", fields={**fields, "share": "{until: 2026-06-30}"})

    assert small_site.run("advocacy build", "--today", "2026-05-02").status == 0

    page = (small_site.output / "share/for/ana/index.html").read_text(encoding="utf-8")
    older = page.partition('class="written older"')[2]
    assert '<html lang="fr"' in page
    assert "30 juin 2026</time>" in older
    assert re.search(r'<a href="[^"]*reading/" lang="en" dir="ltr">Reading</a>', older)


def test_the_hub_leads_to_each_page_and_to_no_other(sample: Path) -> None:
    hub = (sample / "output/share/index.html").read_text(encoding="utf-8")

    found = re.findall(r'href="/(share/for/[^"]+)"', hub)

    assert sorted(found) == sorted((ZOE, SALMA, HARUKA))


@pytest.mark.browser
def test_a_prompt_is_filled_in_copied_and_opened_on_a_phone(
    context: BrowserContext, page: Page
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/{SALMA}")
    group = page.get_by_role("group", name="Facebook Choisir des livres")
    box, button = group.get_by_role("textbox"), group.get_by_role("button", name="Copier")
    assert "[[" in box.input_value()
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(group.get_by_role("status")).to_contain_text("doubles crochets")
    expect(group.get_by_role("link")).to_have_attribute("aria-disabled", "true")
    before = group.locator(".count").inner_text()

    button.click(force=True)
    page.keyboard.type("Le mien, c’est « Babar »")
    text = box.input_value()
    expect(group.locator(".count")).not_to_have_text(before)
    button.click()

    expect(group.get_by_role("status")).to_have_text("Copié")
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == text
    assert "« Babar »" in text
    assert "[[" not in text
    expect(group.get_by_role("link", name="Ouvrir Facebook")).to_have_attribute("href", FACEBOOK)


@pytest.mark.browser
def test_what_was_written_is_what_the_network_opens_with(
    context: BrowserContext, page: Page
) -> None:
    context.route("https://share.joinmastodon.org/**", lambda route: route.fulfill(body="Hello"))
    page.goto(f"/{ZOE}")
    group = page.get_by_role("group", name="Mastodon We cannot tell")
    group.get_by_role("textbox").fill("My (own) words & #more\nhttps://a.example/")

    with context.expect_page() as opened:
        group.get_by_role("link", name="Open Mastodon").click()

    url = opened.value.url
    assert url.partition("#text=")[2] == (
        "My%20%28own%29%20words%20%26%20%23more%0Ahttps%3A%2F%2Fa.example%2F"
    )


@pytest.mark.browser
def test_without_script_texts_and_links_are_there_and_no_unfilled_prompt_is_linked(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/{SALMA}")

    assert page.get_by_role("textbox").count() >= 4
    assert page.get_by_role("button").count() == 0
    links = page.locator(".wording a[href]").all()
    assert links
    assert not [href for link in links if "%5B%5B" in (href := link.get_attribute("href") or "")]
    context.close()
