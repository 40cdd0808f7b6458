"""An organisation's fonts: what pages load, what stands in for them, and that nothing moves."""

import re
from pathlib import Path

import pytest

from advocacy.errors import SettingsError
from advocacy.publishing.font_sheet import make_font_sheet, make_range
from advocacy.publishing.look_check import check_look
from advocacy.publishing.own_fonts import read_fonts
from advocacy.site import read_site
from tests.site import fonts
from tests.site.conftest import SmallSite, start_small_site
from tests.site.test_logo import SHIFTS, bring_late

THREE = """
[look.fonts]
text = ["fonts/text.woff2", "fonts/slanted.woff2"]
display = "fonts/display.woff2"
labels = { file = "fonts/labels.woff2", weight = "400 650" }
"""


def with_fonts(site: SmallSite, lines: str = THREE) -> SmallSite:
    """Give a site fonts: sans for its text, serif for headings, the other way round than usual."""
    fonts.write(
        site.root,
        text=fonts.static("source-sans-3-regular"),
        slanted=fonts.variable("source-serif-4-italic-latin"),
        display=fonts.static("source-serif-4-semibold"),
        labels=fonts.variable("source-sans-3-latin"),
        arabic=fonts.static("noto-sans-arabic-semibold"),
        closed=fonts.static("source-sans-3-regular", restricted=True),
        again=fonts.static("source-sans-3-regular"),
        broken=fonts.variable("source-sans-3-latin")[:900],
    )
    (site.root / "fonts/packed.woff").write_bytes(b"wOFF" + bytes(40))
    site.add("advocacy.toml", lines)
    return site


@pytest.fixture(scope="module")
def set_anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = with_fonts(start_small_site(tmp_path_factory.mktemp("fonts") / "site"))
    site.post("long", body="The *slanted* words of a **bold** story.\n\n## A heading\n\n" * 9)
    done = site.run()
    assert done.status == 0, done.said
    return site.output


def test_the_theme_s_fonts_are_not_there_and_no_page_asks_for_them(set_anew):
    names = {file.name for file in (set_anew / "theme/fonts").iterdir()}

    assert {re.sub(r"^\w{10}-", "", name) for name in names} == {
        *("text.woff2", "slanted.woff2", "display.woff2", "labels.woff2")
    }
    assert not (set_anew / "theme/fonts.css").exists()
    for page in set_anew.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "fonts.css" not in text, page
        assert "by Adobe" not in text, page


def test_the_colophon_says_what_the_letters_are(set_anew):
    text = (set_anew / "colophon/index.html").read_text(encoding="utf-8")

    # A variable font of the theme's is called by its lightest weight.
    assert "<p>The letters are Source Sans 3, Source Serif 4, Source Sans 3 ExtraLight.</p>" in text


def rules(sheet: str) -> list[dict[str, str]]:
    """Return the font faces of a sheet, each by property."""
    bodies = re.findall(r"@font-face \{(.*?)\}", sheet, re.DOTALL)
    return [dict(re.findall(r"([\w-]+): (.+?);\n", body)) for body in bodies]


def test_each_file_says_what_it_is_for(set_anew):
    faces = rules((set_anew / "theme/look.css").read_text(encoding="utf-8"))

    told = {
        re.sub(r".*/\w{10}-(\w+)\.woff2.*", r"\1", face["src"]): (
            face["font-family"],
            face["font-style"],
            face["font-weight"],
        )
        for face in faces
        if "url" in face["src"]
    }
    assert told == {
        "text": ('"Own text"', "normal", "400"),
        "slanted": ('"Own text"', "italic", "400"),
        "display": ('"Own display"', "normal", "600"),
        "labels": ('"Own labels"', "normal", "400 650"),
    }
    assert {face["font-display"] for face in faces if "url" in face["src"]} == {"optional"}


def test_what_stands_in_is_as_wide_and_as_high(set_anew):
    faces = rules((set_anew / "theme/look.css").read_text(encoding="utf-8"))

    arial = next(face for face in faces if face["font-family"] == '"Own text on Arial"')
    # As in the theme's own fonts.css, which was measured in another way.
    for key, expected in (
        ("size-adjust", 93.3),
        ("ascent-override", 109.7),
        ("descent-override", 42.9),
    ):
        assert float(arial[key].rstrip("%")) == pytest.approx(expected, abs=0.5)
    assert any(face["font-family"] == '"Own display on Times"' for face in faces)


def test_only_what_most_of_a_page_is_set_in_is_loaded_first(set_anew):
    page = (set_anew / "index.html").read_text(encoding="utf-8")

    loaded = re.findall(
        r'<link rel="preload" href="/theme/fonts/\w{10}-(\w+)\.woff2" as="font"', page
    )
    assert loaded == ["text", "display", "labels"]


@pytest.mark.parametrize(
    ("lines", "at", "told"),
    [
        ('text = "fonts/gone.woff2"',    1, "`fonts/gone.woff2` is not in the site's folder."),
        ('text = "../x.woff2"',          1, "`../x.woff2` leaves the site's folder."),
        ('text = "fonts/packed.woff"',   1, "`fonts/packed.woff` is a WOFF, which is larger"),
        ('text = "advocacy.toml"',       1, "`advocacy.toml` is no font. Save it as WOFF2."),
        ('text = "fonts/broken.woff2"',  1, "`fonts/broken.woff2` is broken. Save it anew."),
        ('text = "fonts/closed.woff2"',  1, "says that nobody may embed it. If your licence"),
        ('text = "fonts/slanted.woff2"', 1, "is italic, and no font is upright."),
        ('text = [\n"fonts/text.woff2",\n"fonts/again.woff2",\n]', 3, "letters of one before it."),
        ('text = {file = "fonts/text.woff2", weight = "bold"}', 1, "Write a weight as `400`"),
        ('text = {file = "fonts/text.woff2", style = "slanted"}', 1, "`slanted` is none of"),
        ('text = {file = "fonts/text.woff2", unicode_range = "a-z"}', 1, "Write it as CSS has it"),
        ('text = {weight = "400"}',      1, "There is no `file`. Name the font's file."),
        ('titles = "fonts/text.woff2"',  0, "`titles` is not a key that is known here."),
    ],
)  # fmt: skip
def test_a_font_that_cannot_be_used_is_told_at_its_line(small_site, lines, at, told):
    with_fonts(small_site, "\n[look.fonts]\n" + lines + "\n")

    with pytest.raises(SettingsError) as refused:
        check_look(read_site(small_site.root))

    said = str(refused.value)
    assert told in said
    text = (small_site.root / "advocacy.toml").read_text().splitlines()
    if at:
        assert f"advocacy.toml:{text.index('[look.fonts]') + 1 + at}: `look`: `fonts`:" in said


def test_a_licence_for_the_web_lets_a_font_be_embedded(small_site):
    lines = '\n[look.fonts]\nlicence = "No. 4711 of the foundry"\ntext = "fonts/closed.woff2"\n'

    check_look(read_site(with_fonts(small_site, lines).root))


def test_parts_of_a_font_are_loaded_for_their_letters_alone(small_site):
    lines = '\n[look.fonts]\ntext = ["fonts/text.woff2", "fonts/cyrillic.woff2"]\n'
    fonts.write(
        small_site.root,
        text=fonts.variable("source-serif-4-latin"),
        cyrillic=fonts.variable("source-serif-4-cyrillic"),
    )
    small_site.add("advocacy.toml", lines)

    site = read_site(small_site.root)
    check_look(site)
    faces = rules(make_font_sheet(read_fonts(site)))
    ranges = [face["unicode-range"] for face in faces if "url" in face["src"]]
    assert ranges[0].startswith("U+20-7E")
    assert "U+400-45F" in ranges[1]


@pytest.mark.parametrize(
    ("characters", "written"),
    [("", ""), ("a", "U+61"), ("abc", "U+61-63"), ("aceg", "U+61, U+63, U+65, U+67"),
     ("abxyz", "U+61-62, U+78-7A")],
)  # fmt: skip
def test_a_range_is_written_as_css_has_it(characters, written):
    assert make_range(frozenset(map(ord, characters))) == written


def test_headings_alone_may_have_a_font(small_site):
    with_fonts(small_site, '\n[look.fonts]\ndisplay = "fonts/display.woff2"\n')

    assert small_site.run().status == 0
    sheet = (small_site.output / "theme/look.css").read_text(encoding="utf-8")
    assert re.findall(r":root \{ (--\w+):", sheet) == ["--display"]
    assert (small_site.output / "theme/fonts.css").is_file()


FAMILIES = """() => {
  const shown = (selector) => getComputedStyle(document.querySelector(selector)).fontFamily
  return {
    text: shown(".prose p"),
    display: shown("h1:not(.nameplate)"),
    labels: shown(".masthead nav"),
    loaded: [...document.fonts].filter(each => each.status === "loaded").map(each => each.family),
    moved: window.moved,
  }
}"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("is_late", [False, True], ids=["at once", "late"])
def test_a_browser_shows_them_and_nothing_moves(set_anew, serve, browser, width, is_late):
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    if is_late:
        page.route("**/*.woff2", bring_late)

    page.goto(serve(set_anew) + "/2026/the-long/")
    page.wait_for_load_state("networkidle")
    seen = page.evaluate(FAMILIES)
    context.close()

    assert seen["text"].startswith('"Own text"')
    assert seen["display"].startswith('"Own display"')
    assert seen["labels"].startswith('"Own labels"')
    assert seen["moved"] == 0
    assert not [url for url in asked if "source-s" in url]
    if not is_late:
        assert {"Own text", "Own display", "Own labels"} <= set(seen["loaded"])


WIDTHS = """families => families.map(family => {
  const span = document.createElement("span")
  span.style.cssText = `position: absolute; white-space: nowrap; font: 400 20px "${family}"`
  span.textContent = "Somebody has to wind the clock before the doors are opened in the morning."
  document.body.append(span)
  const width = span.getBoundingClientRect().width
  span.remove()
  return width
})"""


@pytest.mark.browser
def test_what_stands_in_is_as_wide_in_a_browser(set_anew, serve, browser):
    page = browser.new_page()
    page.goto(serve(set_anew) + "/2026/the-long/")
    page.wait_for_load_state("networkidle")
    page.evaluate('document.fonts.load("20px Own text")')

    own, fallback, unscaled = page.evaluate(
        WIDTHS, ["Own text", "Own text on Noto Sans", "Noto Sans"]
    )
    page.close()

    assert fallback == pytest.approx(own, rel=0.02)
    assert unscaled > 1.1 * own
