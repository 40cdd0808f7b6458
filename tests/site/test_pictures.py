"""Pictures as people put them in, through a whole build."""

import json
import subprocess
from collections.abc import Mapping

import pytest

from tests.conftest import need
from tests.markup.pictures.samples import TELLTALE, exif, moving, quarters, saved
from tests.site.conftest import SmallSite

PHOTOS: Mapping[str, bytes] = {
    "photo.jpg": saved(quarters((1000, 700)), "JPEG", exif=exif()),
    "turned.jpg": saved(quarters((1000, 700)), "JPEG", exif=exif(6)),
    "print.jpg": saved(quarters((1000, 700), "CMYK"), "JPEG", exif=exif()),
    "deep.png": saved(quarters((600, 400), "I;16"), "PNG", exif=exif()),
    "moves.gif": moving("GIF", comment=TELLTALE),
    "photo.webp": saved(quarters((600, 400)), "WEBP", exif=exif()),
    "photo.avif": saved(quarters((600, 400)), "AVIF", exif=exif()),
    "ana.jpg": saved(quarters((400, 400)), "JPEG", exif=exif()),
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
