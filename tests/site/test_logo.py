"""An organisation's logo, said once: at the head of pages, in tabs, feeds and cards."""

import json
import re
import time
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Route

from advocacy.errors import SettingsError
from advocacy.publishing.look_check import check_look
from advocacy.site import read_site
from tests.site.conftest import SmallSite, start_small_site
from tests.site.logos import PLUM, draw
from tests.site.test_structured import thing

LOOK = '\n[look]\naccent = "#7a2048"\naccent_dark = "#f0a8c4"\n'
BLOG = "https://stories.lindenmark.example"
ATOM = "{http://www.w3.org/2005/Atom}"
PAGES = ("index.html", "2026/the-night-shift/index.html", "share/index.html", "404.html")


SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10" onload="window.hurt = 1">
<script>window.hurt = 1</script><rect width="40" height="10" fill="#7a2048"/></svg>"""


def with_logos(site: SmallSite, lines: str, *names: str) -> SmallSite:
    """Give a site a look, and some of the made-up logos."""
    images = site.root / "content/images"
    images.mkdir(parents=True, exist_ok=True)
    for name in names:
        (images / f"{name}.png").write_bytes(draw(name))
    site.add("advocacy.toml", LOOK + lines)
    return site


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a site with a logo for each paper, and a square sign."""
    site = start_small_site(tmp_path_factory.mktemp("branded") / "site")
    lines = 'logo = "wordmark.png"\nlogo_on_dark = "pale.png"\nicon = "solid.png"\n'
    done = with_logos(site, lines, "wordmark", "pale", "solid").run()
    assert done.status == 0, done.said
    return site.output


def read(output: Path, name: str) -> str:
    return (output / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_the_logo_and_calls_it_by_the_name(branded, name):
    text = read(branded, name)

    (plate,) = re.findall(r'class="nameplate">(.*?)</a>', text, re.DOTALL)
    sizes = 'alt="Lindenmark Libraries" width="160" height="40"'
    assert re.search(rf'<img src="/theme/logo\.png\?v=\w{{10}}" {sizes}>', plate)
    assert 'media="screen and (prefers-color-scheme: dark)"' in plate
    assert "/theme/logo-on-dark.png?v=" in plate


@pytest.mark.parametrize("name", PAGES)
def test_every_page_names_colours_and_icons(branded, name):
    text = read(branded, name)

    colours = re.findall(r'<meta name="theme-color" media="(.*?)" content="(.*?)">', text)
    assert colours == [
        ("(prefers-color-scheme: light)", "#7a2048"),
        ("(prefers-color-scheme: dark)", "#f0a8c4"),
    ]
    icons = re.findall(r'<link rel="icon".*? href="/([^?"]+)\?v=\w{10}">', text)
    assert icons == ["favicon.ico", "theme/icon.png"]
    assert all((branded / icon).is_file() for icon in icons)
    assert not (branded / "theme/icon.svg").exists()


def test_what_a_browser_asks_for_by_itself_has_three_sizes(branded):
    with Image.open(branded / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
        assert icon.convert("RGBA").getpixel((24, 1))[:3] == PLUM[:3]


def test_an_icon_that_is_whole_needs_no_tile(branded):
    with Image.open(branded / "theme/site-maskable-512.png") as icon:
        assert icon.convert("RGB").getpixel((0, 0)) == PLUM[:3]


def test_search_engines_know_the_sign(branded):
    (text,) = re.findall(r"<script[^>]*ld\+json[^>]*>(.*?)</script>", read(branded, "index.html"))

    logo = thing(json.loads(text), "Organization")["logo"]
    assert logo["url"] == f"{BLOG}/theme/site-512.png"
    with Image.open(branded / "theme/site-512.png") as image:
        assert logo["width"] == f"{image.width}"


def test_feeds_have_it_in_each_form(branded):
    atom = ElementTree.parse(branded / "feeds/all.atom.xml").getroot()
    image = ElementTree.parse(branded / "feeds/all.rss.xml").getroot().find("channel/image")
    feed = json.loads(read(branded, "feeds/all.json"))

    assert atom.findtext(f"{ATOM}icon") == feed["favicon"] == f"{BLOG}/theme/icon.png"
    assert atom.findtext(f"{ATOM}logo") == f"{BLOG}/theme/logo.png"
    assert feed["icon"] == f"{BLOG}/theme/site-512.png"
    assert image is not None
    told = {each.tag: each.text for each in image}
    assert told == {
        "url": f"{BLOG}/theme/icon.png",
        "title": "Lindenmark Libraries",
        "link": f"{BLOG}/",
        "width": "96",
        "height": "96",
    }


def test_a_feed_in_a_browser_has_the_colours_at_an_address_that_changes(branded):
    sheet = read(branded, "theme/feed.css")

    assert sheet.index("--accent: #7a2048;") > sheet.index("--accent: #0b5d4e;")
    for name in ("all.atom.xml", "all.rss.xml"):
        head = read(branded, f"feeds/{name}")[:400]
        assert re.search(r'href="/theme/feed\.css\?v=\w{10}"', head), name


def test_cards_show_the_logo_in_the_colour_unless_they_have_their_own(small_site, tmp_path):
    other = start_small_site(tmp_path / "other")
    own = '\n[cards]\naccent = "#7a2048"\nlogo = "wordmark.png"\nlogo_on_dark = "pale.png"\n'
    with_logos(small_site, 'logo = "wordmark.png"\nlogo_on_dark = "pale.png"\n', "wordmark", "pale")
    with_logos(other, 'logo = "square.png"\n' + own, "wordmark", "pale", "square")

    cards = []
    for site in (small_site, other):
        done = site.run()
        assert done.status == 0, done.said
        cards.append((site.output / "cards/the-night-shift.png").read_bytes())

    assert cards[0] == cards[1]
    with Image.open(BytesIO(cards[0])) as card:
        colours = {colour for _, colour in card.convert("RGB").getcolors(1 << 24) or ()}
    assert PLUM[:3] in colours


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('logo = "gone.png"',         "`logo`: `gone.png` is not in content/images."),
        ('logo = "../x.png"',         "`logo`: `../x.png` leaves content/images."),
        ('logo = "text.png"',         "`logo`: `text.png` is no picture that is shown here."),
        ('logo = "pale.png"',         "`logo`: Nobody sees `pale.png` on `#fcfdfb`."),
        ('icon = "mark.svg"',         "`icon`: `mark.svg` is an SVG, of which no icon is drawn."),
        ('icon = "gone.png"',         "`icon`: `gone.png` is not in content/images."),
        ('logo_on_dark = "pale.png"', "`logo_on_dark`: There is no `logo` that it stands for."),
    ],
)  # fmt: skip
def test_a_logo_that_cannot_be_shown_is_told_at_its_line(small_site, lines, told):
    with_logos(small_site, f"{lines}\n", "pale")
    small_site.write("content/images/text.png", "no picture")
    small_site.write("content/images/mark.svg", SVG)

    with pytest.raises(SettingsError) as refused:
        check_look(read_site(small_site.root))

    line = (small_site.root / "advocacy.toml").read_text().splitlines().index(lines) + 1
    assert f"advocacy.toml:{line}: `look`: {told}" in str(refused.value)


@pytest.mark.parametrize(
    ("name", "is_given_paper"), [("wordmark", True), ("solid", False), ("square", True)]
)
def test_a_logo_for_light_paper_alone_brings_it_along(small_site, name, is_given_paper):
    with_logos(small_site, f'logo = "{name}.png"\n', name)

    assert small_site.run().status == 0
    assert ('class="on-paper"' in read(small_site.output, "index.html")) is is_given_paper


def test_a_logo_that_browsers_draw_is_clean_and_cards_have_the_name(small_site):
    with_logos(small_site, 'logo = "mark.svg"\n')
    small_site.write("content/images/mark.svg", SVG)

    done = small_site.run()

    assert done.status == 0, done.said
    page = read(small_site.output, "index.html")
    drawing = read(small_site.output, "theme/logo.svg")
    assert re.search(r'class="on-paper" src="/theme/logo\.svg\?v=\w{10}" alt="L', page)
    assert 'width="160" height="40"' in page
    assert "<rect" in drawing
    assert "hurt" not in drawing
    assert 'fill="#7a2048"' in read(small_site.output, "theme/icon.svg")
    assert "<logo>" not in read(small_site.output, "feeds/all.atom.xml")


def test_without_a_logo_the_sign_is_in_the_organisation_s_colour(small_site):
    small_site.add("advocacy.toml", LOOK)

    assert small_site.run().status == 0
    assert 'fill="#7a2048"' in read(small_site.output, "theme/icon.svg")
    assert '<link rel="icon" type="image/svg+xml"' in read(small_site.output, "index.html")
    with Image.open(small_site.output / "favicon.ico") as icon:
        assert icon.convert("RGBA").getpixel((24, 3))[:3] == PLUM[:3]


SEEN = """() => {
  const image = document.querySelector(".nameplate img")
  const box = image.getBoundingClientRect()
  return {
    file: image.currentSrc.split("/").pop().split("?")[0],
    size: [box.width, box.height],
    loaded: image.complete && image.naturalWidth > 0,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    moved: window.moved,
  }
}"""
SHIFTS = """
window.moved = 0
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.moved += entry.value
}).observe({type: "layout-shift", buffered: true})
"""


def bring_late(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_browser_shows_it_and_nothing_moves(branded, serve, browser, axe, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.route("**/theme/logo*", bring_late)

    page.goto(serve(branded) + "/2026/the-night-shift/")
    page.wait_for_load_state("networkidle")
    seen = page.evaluate(SEEN)
    page.evaluate(axe)
    violations = page.evaluate("async () => (await axe.run()).violations")
    context.close()

    assert seen == {
        "file": "logo.png" if scheme == "light" else "logo-on-dark.png",
        "size": [160, 40],
        "loaded": True,
        "overflow": 0,
        "moved": 0,
    }
    assert violations == []
