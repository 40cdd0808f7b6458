"""The look of an organisation: its colours, its sign, one template of its own."""

import json
import re
from pathlib import Path

import pytest
from PIL import Image

from advocacy.publishing.look import ACCENT, ACCENT_DARK, PAPERS, find_nearest, make_look_sheet
from advocacy.share.cards.colour import contrast
from advocacy.site import make_site
from advocacy.theme import theme_path
from tests.conftest import PROJECT, SETTINGS

MANIFEST = "theme/site.webmanifest"
DOCS = (PROJECT / "docs/look.md").read_text(encoding="utf-8")


def test_what_colours_are_held_to_is_what_the_theme_has():
    sheet = (theme_path() / "static/style.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--(paper|sheet|accent): (#\w{6});", part))
        for part in sheet.split("prefers-color-scheme: dark", 1)
    )

    assert (light["paper"], light["sheet"]) == PAPERS["accent"]
    assert (dark["paper"], dark["sheet"]) == PAPERS["accent_dark"]
    assert (light["accent"], dark["accent"]) == (ACCENT, ACCENT_DARK)


@pytest.mark.parametrize("key", PAPERS)
@pytest.mark.parametrize("colour", ["#e0a000", "#ffffff", "#000000", "#ff0000", ACCENT])
def test_the_nearest_colour_can_be_read_and_is_near(key, colour):
    nearest = find_nearest(colour, key)

    least = min(contrast(nearest, paper) for paper in PAPERS[key])
    assert least >= 4.5
    assert nearest == colour or least < 4.7


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ('accent = "#e0a000"', "`accent`: `#e0a000` has a contrast of 2.0 on `#eff4f1`"),
        ('accent_dark = "#0b5d4e"', "`accent_dark`: `#0b5d4e` has a contrast of 2.0 on `#1c2522`"),
        ('accent = "green"', "Write a colour as `#0b5d4e`."),
    ],
)
def test_a_colour_that_cannot_be_read_ends_a_build(small_site, look, told):
    small_site.add("advocacy.toml", f"\n[look]\n{look}\n")

    done = small_site.run()

    assert done.status == 2
    assert told in done.said
    line = (small_site.root / "advocacy.toml").read_text().splitlines().index(look) + 1
    assert f"advocacy.toml:{line}:" in done.said


def test_the_documented_message_is_what_is_said(small_site):
    small_site.add("advocacy.toml", '\n[look]\naccent = "#e0a000"\n')

    (documented,) = re.findall(r"`look`: `accent`: .+", DOCS)
    assert documented in small_site.run().said


def test_a_light_colour_is_found_for_dark_paper(tmp_path):
    site = make_site(tmp_path, {**SETTINGS, "look": {"accent": "#7a2048"}})

    light, dark = re.findall(r"--accent: (#\w{6});", make_look_sheet(site))

    assert light == "#7a2048"
    assert min(contrast(dark, paper) for paper in PAPERS["accent_dark"]) >= 4.5


def test_pages_have_the_colour_that_is_set(small_site):
    small_site.add("advocacy.toml", '\n[look]\naccent = "#7a2048"\naccent_dark = "#f0a8c4"\n')

    assert small_site.run().status == 0
    sheet = (small_site.output / "theme/look.css").read_text()
    assert "--accent: #7a2048;" in sheet
    for page in ("index.html", "share/index.html"):
        text = (small_site.output / page).read_text(encoding="utf-8")
        assert re.search(r'href="/theme/look\.css\?v=\w{10}"', text), page
        assert 'media="(prefers-color-scheme: light)" content="#7a2048">' in text, page
        assert 'media="(prefers-color-scheme: dark)" content="#f0a8c4">' in text, page
    manifest = json.loads((small_site.output / MANIFEST).read_text(encoding="utf-8"))
    assert manifest["theme_color"] == "#7a2048"


def test_a_device_can_keep_the_blog_with_its_sign(sample):
    output = sample / "output"
    manifest = json.loads((output / "theme/site.webmanifest").read_text(encoding="utf-8"))

    assert manifest["start_url"] == manifest["scope"] == "/"
    for icon in manifest["icons"]:
        with Image.open(output / icon["src"].lstrip("/")) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
    assert not (output / "theme/look.css").exists()


def manifests(page: Path) -> list[str]:
    return re.findall(r'<link rel="manifest" href="([^"]+)"', page.read_text(encoding="utf-8"))


def test_only_pages_of_the_blog_name_the_blogs_manifest(sample):
    for page in (sample / "output").rglob("*.html"):
        of_blog = [name for name in manifests(page) if name == "/theme/site.webmanifest"]
        assert len(of_blog) == ("share" not in page.relative_to(sample / "output").parts), page


def test_the_documented_template_takes_the_place_of_the_themes(small_site):
    (template,) = re.findall(r"```html\n(.+?)```", DOCS, re.DOTALL)
    small_site.write("templates/_footer.html", template)

    done = small_site.run()

    assert done.status == 0, done.said
    page = (small_site.output / "index.html").read_text(encoding="utf-8")
    assert "<p>Lindenmark Libraries, 1 Market Street</p>" in page
    assert ">Follow by feed</a>" in page
    assert "The values we write by" not in page


def test_a_template_that_reads_what_is_not_there_ends_a_build(small_site):
    small_site.write("templates/_footer.html", "{{ site.address }}")

    done = small_site.run()

    assert done.status == 2, done.said
    assert "address" in done.said
    assert not small_site.output.exists()
