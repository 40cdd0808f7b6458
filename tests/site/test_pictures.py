"""Pictures as people put them in, through a whole build."""

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from advocacy.markup.pictures.shown import IN_TEXT
from advocacy.markup.pictures.svg.clean import make_clean_svg
from tests.conftest import PROJECT, need
from tests.markup.pictures.hostile import svg
from tests.markup.pictures.samples import TELLTALE, exif, moving, quarters, saved
from tests.markup.pictures.test_drawing import photo
from tests.site.conftest import SmallSite, checksum

PHOTOS: Mapping[str, bytes] = {
    "photo.jpg": saved(photo((1000, 700)), "JPEG", exif=exif()),
    "turned.jpg": saved(quarters((1000, 700)), "JPEG", exif=exif(6)),
    "print.jpg": saved(quarters((1000, 700), "CMYK"), "JPEG", exif=exif()),
    "deep.png": saved(quarters((600, 400), "I;16"), "PNG", exif=exif()),
    "moves.gif": moving("GIF", comment=TELLTALE),
    "photo.webp": saved(quarters((600, 400)), "WEBP", exif=exif()),
    "photo.avif": saved(quarters((600, 400)), "AVIF", exif=exif()),
    "ana.jpg": saved(photo((400, 400)), "JPEG", exif=exif()),
}


def put(site: SmallSite, pictures: Mapping[str, bytes]) -> None:
    for name, content in pictures.items():
        file = site.root / "content/images" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


@pytest.fixture
def photographed(small_site: SmallSite) -> SmallSite:
    """A site whose every picture tells where it was taken."""
    put(small_site, PHOTOS)
    staff = small_site.root / "content/staff/ana.md"
    staff.write_text(staff.read_text().replace("role:", "photo: ana.jpg\nrole:"))
    shown = "\n\n".join(f"![Four colours]({'../images/' + name})" for name in PHOTOS)
    fields = {"image": "photo.jpg", "image_alt": "Four colours"}
    small_site.post("walk", fields=fields, body=shown)
    return small_site


def test_no_file_of_a_site_tells_where_a_picture_was_taken(photographed: SmallSite) -> None:
    done = photographed.run()

    assert done.status == 0, done.said
    files = [file for file in photographed.output.rglob("*") if file.is_file()]
    assert {file.name for file in files} >= {*PHOTOS}
    assert not [file for file in files if TELLTALE.encode() in file.read_bytes()]


def test_exiftool_finds_no_place_in_any_picture_or_card(photographed: SmallSite) -> None:
    command = [need("exiftool"), "-json", "-recurse", "-a", "-G1", "-all"]
    before = _told(command, photographed.root / "content/images")
    assert sum("GPS:GPSLatitude" in each for each in before) >= 6

    done = photographed.run()

    assert done.status == 0, done.said
    after = _told(command, photographed.output)
    assert len(after) >= len(PHOTOS) + 2
    for each in after:
        groups = {key.split(":")[0] for key in each}
        assert not [key for key in each if "GPS" in key or "Make" in key.split(":")[-1]], each
        assert not {"IFD0", "ExifIFD", "XMP", "IPTC", "GPS", "ICC_Profile"} & groups, each


def _told(command: list[str], folder: object) -> list[dict[str, object]]:
    endings = [part for end in ("jpg", "png", "gif", "webp", "avif") for part in ("-ext", end)]
    done = subprocess.run(
        [*command, *endings, str(folder)], capture_output=True, text=True, check=False
    )
    told: list[dict[str, object]] = json.loads(done.stdout)
    return told


def test_a_page_offers_better_formats_and_a_feed_the_file_for_everyone(
    photographed: SmallSite,
) -> None:
    done = photographed.run()

    assert done.status == 0, done.said
    page = (photographed.output / "2026/the-walk/index.html").read_text()
    for kind in ("avif", "webp"):
        srcset = ", ".join(f"/images/photo.jpg.{px}.{kind} {px}w" for px in (480, 1000))
        assert page.count(f'<source type="image/{kind}" srcset="{srcset}" sizes="{IN_TEXT}">') == 2
        for each in re.findall(rf"/(images/[^ ]+\.{kind}) ", page):
            assert (photographed.output / each).is_file()
    assert '<img src="/images/photo.jpg" alt="Four colours" width="1000" height="700"' in page
    assert '<img src="/images/moves.gif" alt="Four colours" width="20" height="10"' in page
    assert page.count("<picture>") == page.count("</picture>") < page.count("<img ")
    feed = (photographed.output / "feeds/all.atom.xml").read_text()
    assert "https://stories.lindenmark.example/images/photo.jpg" in feed
    assert "picture&gt;" not in feed
    assert ".avif " not in feed


def test_a_picture_has_its_line_on_its_page_and_its_maker_wherever_it_is(
    photographed: SmallSite,
) -> None:
    shown = {"image": "photo.jpg", "image_alt": "Colours", "date": "2026-04-01"}
    told = {"image_caption": "Four & more.", "image_credit": "Ana <3"}
    photographed.post("lead", fields={**shown, **told})

    done = photographed.run()

    assert done.status == 0, done.said
    line, maker = "Four &amp; more.", "<small>Ana &lt;3</small>"
    whole = f"<figcaption>{line}<br>{maker}</figcaption>"
    assert whole in (photographed.output / "2026/the-lead/index.html").read_text()
    home = (photographed.output / "index.html").read_text()
    assert f"<figcaption>{maker}</figcaption>" in home
    assert line not in home
    assert whole in unescape((photographed.output / "feeds/all.atom.xml").read_text())


def test_the_theme_and_bodies_agree_how_wide_a_picture_is() -> None:
    macros = (PROJECT / "theme/templates/_words.html").read_text()

    assert f'sizes="{IN_TEXT}"' in macros


def test_pictures_are_drawn_once_and_kept(photographed: SmallSite) -> None:
    kept = photographed.root / ".output.advocacy/pictures"
    assert photographed.run().status == 0
    first, files = checksum(photographed.output), _times(kept)

    assert "nothing changed" in photographed.run().said
    assert _times(kept) == files

    (kept / next(name for name in files if name.endswith(".avif"))).unlink()
    (kept / next(name for name in files if name.endswith(".json"))).write_text("[")
    assert "nothing changed" in photographed.run().said
    assert checksum(photographed.output) == first
    assert _times(kept).keys() == files.keys()

    put(photographed, {"photo.jpg": saved(photo((900, 600)), "JPEG")})
    assert photographed.run().status == 0
    assert not (photographed.output / "images/photo.jpg.1000.avif").exists()
    assert (photographed.output / "images/photo.jpg.900.avif").exists()
    assert len(_times(kept)) == len(files)


def _times(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}


def test_kits_that_are_built_apart_have_the_sizes_that_they_offer(photographed: SmallSite) -> None:
    apart = '[share]\nfolder = "kits"\nurl = "https://intranet.lindenmark.example"\n'
    settings = photographed.root / "advocacy.toml"
    settings.write_text(settings.read_text().replace("[disclosure]", f"{apart}[disclosure]"))

    done = photographed.run()

    assert done.status == 0, done.said
    kits = photographed.root / "kits"
    page = (kits / "share/the-walk/index.html").read_text()
    offered = re.findall(r'srcset="([^"]+)"', page)
    assert offered
    for each in offered:
        for candidate in each.split(", "):
            assert (kits / candidate.split()[0].lstrip("/")).is_file()


@pytest.mark.parametrize(
    ("dots", "chosen"), [(1, "photo.jpg.960.avif"), (2, "photo.jpg.1500.avif")]
)
def test_a_browser_takes_the_size_that_its_screen_needs(
    small_site: SmallSite,
    browser: Browser,
    serve: Callable[[Path], str],
    dots: int,
    chosen: str,
) -> None:
    put(small_site, {"photo.jpg": saved(photo((1500, 1000)), "JPEG")})
    fields = {"image": "photo.jpg", "image_alt": "Four colours"}
    small_site.post("walk", fields=fields)
    assert small_site.run().status == 0
    context = browser.new_context(viewport={"width": 1200, "height": 800}, device_scale_factor=dots)
    page = context.new_page()

    page.goto(serve(small_site.output) + "/2026/the-walk/", wait_until="networkidle")

    shown = page.locator(".plate img")
    assert shown.evaluate("img => img.currentSrc").endswith(chosen)
    box = shown.bounding_box()
    assert box
    assert box["width"] / box["height"] == pytest.approx(1.5, abs=0.01)
    assert 600 < box["width"] <= 680
    context.close()


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("most_megapixels = 1", "has 1500 x 1000 pixels. A picture may have 1 million pixels"),
        ("most_megabytes = 1", "MB. A picture may have 1 MB; make it smaller."),
    ],
)
def test_a_site_sets_how_large_a_picture_may_be(
    small_site: SmallSite, setting: str, told: str
) -> None:
    large = saved(photo((1500, 1000)), "PNG")
    put(small_site, {"large.png": large + bytes(max(0, 1_000_001 - len(large)))})
    small_site.post("walk", body="![Rain](../images/large.png)")
    assert small_site.run().status == 0

    small_site.add("advocacy.toml", f"\n[pictures]\n{setting}\n")
    done = small_site.run()

    assert done.status == 1
    assert "content/posts/walk.md:9:" in done.said
    assert told in done.said


def test_a_limit_that_is_none_is_a_mistake_of_the_settings(small_site: SmallSite) -> None:
    small_site.add("advocacy.toml", "\n[pictures]\nmost_megapixels = 1000\n")

    done = small_site.run()

    assert done.status == 2
    assert "1000" in done.said
    assert "is no whole number from 1 to 170" in done.said


def test_a_picture_that_breaks_off_stops_the_build_where_it_is_named(
    small_site: SmallSite,
) -> None:
    whole = PHOTOS["photo.jpg"]
    put(small_site, {"half.jpg": whole[: len(whole) // 2], "cover.jpg": whole[:-200]})
    fields = {"image": "cover.jpg", "image_alt": "Four colours"}
    small_site.post("walk", fields=fields, body="It rained.\n\n![Rain](../images/half.jpg)")

    done = small_site.run()

    assert done.status == 1
    assert "content/posts/walk.md:13:" in done.said
    assert "`half.jpg` breaks off, or is damaged. Save or copy it anew." in done.said
    assert "content/posts/walk.md:7:" in done.said
    assert "`cover.jpg` breaks off" in done.said
    assert not small_site.output.exists()


@pytest.fixture
def drawn(small_site: SmallSite) -> SmallSite:
    """A site whose post shows drawings, in its text and above it, and whose author is one."""
    put(small_site, {"plan.svg": PLAN, "lead.svg": PLAN, "ana.svg": PLAN})
    staff = small_site.root / "content/staff/ana.md"
    staff.write_text(staff.read_text().replace("role:", "photo: ana.svg\nrole:"))
    fields = {"image": "lead.svg", "image_alt": "A plan"}
    small_site.post("walk", fields=fields, body="![A plan of the house](../images/plan.svg)")
    return small_site


PLAN = svg('<script>1</script><path d="M0 0h900v600z"/>').replace(b"0 0 40 30", b"0 0 900 600")


def test_a_drawing_is_published_clean_and_in_one_size(drawn: SmallSite) -> None:
    done = drawn.run()

    assert done.status == 0, done.said
    published = {file.name for file in (drawn.output / "images").iterdir()}
    assert published == {"plan.svg", "lead.svg", "ana.svg"}
    for name in published:
        assert (drawn.output / "images" / name).read_bytes() == make_clean_svg(PLAN).content
    page = (drawn.output / "2026/the-walk/index.html").read_text()
    size = 'width="900" height="600"'
    assert f'<img src="/images/plan.svg" alt="A plan of the house" {size}' in page
    assert f'<img class="u-featured drawing" src="/images/lead.svg" alt="A plan" {size}' in page
    assert page.count('decoding="async" class="drawing">') == 1
    assert "<picture" not in page
    # Networks show no SVG: they get the card, which is drawn without it.
    card = re.search(r'og:image" content="https://[^/]+/([^"]+)"', page)
    assert card
    with Image.open(drawn.output / card[1]) as image:
        assert image.size == (1200, 630)
    assert "nothing changed" in drawn.run().said


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "pale"), [("light", False), ("dark", True)])
def test_a_drawing_of_black_lines_is_seen_on_a_dark_page(
    drawn: SmallSite, browser: Browser, serve: Callable[[Path], str], scheme: str, pale: bool
) -> None:
    assert drawn.run().status == 0
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(serve(drawn.output) + "/2026/the-walk/")

    ground = "img => getComputedStyle(img).backgroundColor"
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    grounds = {page.locator(each).evaluate(ground) for each in (".plate img", ".prose img")}

    assert len(grounds) == 1
    assert (grounds != {paper}) is pale
    context.close()


def test_a_drawing_that_cannot_be_shown_is_told_where_it_is_named(drawn: SmallSite) -> None:
    put(
        drawn,
        {"plan.svg": PLAN.replace(b"<path", b'\n<image href="http://a.example/b.png"/><path')},
    )
    put(drawn, {"lead.svg": PLAN.replace(b"viewBox", b"viewbox")})

    done = drawn.run()

    assert done.status == 1
    where = "`plan.svg` shows `http://a.example/b.png` in line 2, which lies elsewhere."
    assert f"content/posts/walk.md:11:24: Image.Target {where}" in done.said
    assert "content/posts/walk.md:7:8: Image.Named `lead.svg` has no size." in done.said
