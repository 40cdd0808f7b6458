from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from struct import pack
from zlib import crc32

import pytest
from PIL import Image

from advocacy.markup.images import ImageError, ImageFile, read_image
from advocacy.site import Site
from tests.markup.conftest import picture


@pytest.mark.parametrize(
    ("kind", "name", "media_type"),
    [
        ("PNG", "a.png", "image/png"),
        ("JPEG", "a.jpg", "image/jpeg"),
        ("JPEG", "a.JPEG", "image/jpeg"),
        ("GIF", "a.gif", "image/gif"),
        ("WEBP", "a.webp", "image/webp"),
        ("AVIF", "a.avif", "image/avif"),
    ],
)
def test_a_picture_is_measured(
    site: Site, write: Callable[..., Path], kind: str, name: str, media_type: str
) -> None:
    file = write(f"content/images/{name}", picture(kind, (16, 12)))

    assert read_image(site, name) == ImageFile(name, 16, 12, media_type, file.stat().st_size)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_has_the_size_it_is_shown_in(
    site: Site, write: Callable[..., Path], kind: str
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    name = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp"}[kind]
    write(f"content/images/{name}", picture(kind, (16, 12), exif=exif.tobytes()))

    image = read_image(site, name)

    assert (image.width_px, image.height_px) == (12, 16)


def test_a_photo_with_another_behind_it_is_the_first(
    site: Site, write: Callable[..., Path]
) -> None:
    content, second = BytesIO(), Image.new("RGB", (8, 6))
    Image.new("RGB", (16, 12)).save(content, "MPO", save_all=True, append_images=[second])
    write("content/images/phone.jpg", content.getvalue())

    image = read_image(site, "phone.jpg")

    assert (image.width_px, image.height_px, image.media_type) == (16, 12, "image/jpeg")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" viewBox="0 0 3 2"><g/></svg>'


def test_a_drawing_is_measured(site: Site, write: Callable[..., Path]) -> None:
    write("content/images/a.SVG", SVG)

    image = read_image(site, "a.SVG")

    assert image == ImageFile("a.SVG", 8, 5, "image/svg+xml", len(SVG), suits_dark=False)
    assert image.is_svg


def _png_header(width_px: int, height_px: int) -> bytes:
    """Return the beginning of a PNG, of which only the size is there."""
    size = pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    chunks = [b"IHDR" + size, b"IDAT"]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(chunk) - 4) + chunk + pack(">I", crc32(chunk)) for chunk in chunks
    )


@pytest.mark.parametrize(
    ("name", "content", "seen"),
    [
        ("a.png", b"", "is no picture that is shown here"),
        ("a.png", b"<svg/>", "is not said to be SVG"),
        ("a.png", SVG, "holds image/svg+xml. Rename it to `a.svg`"),
        ("a.svg", b"<p>", "is no picture that is shown here"),
        ("a.svg", b"<html><svg/></html>", "begins with `html`, and is no SVG"),
        (
            "a.svg",
            SVG.replace(b"8", b"9000"),
            "has 9000 x 6000 pixels. A picture may have 40 million",
        ),
        ("a.svg", SVG.replace(b"<g/>", b"<g>"), "is not formed as XML: mismatched tag in line 1"),
        ("a.svgz", SVG, "Rename it to `a.svg`"),
        ("a.png", _png_header(8000, 8000), "has 8000 x 8000 pixels"),
        ("a.png", _png_header(60000, 60000), "far too many pixels"),
        ("a.png", _png_header(10, 10) + bytes(10_000_000), "has 10.0 MB"),
        ("a.tiff", picture("TIFF"), "is no picture that is shown here"),
        ("a.eps", picture("EPS"), "is no picture that is shown here"),
        ("a.png", picture("JPEG"), "Rename it to `a.jpg`"),
        ("a.html", picture("PNG") + b"<script>", "Rename it to `a.png`"),
        ("a", picture("GIF"), "Rename it to `a.gif`"),
        ("a.svg", picture("PNG"), "holds image/png. Rename it to `a.png`"),
    ],
)
def test_a_picture_is_refused(
    site: Site, write: Callable[..., Path], name: str, content: bytes, seen: str
) -> None:
    write(f"content/images/{name}", content)

    with pytest.raises(ImageError) as caught:
        read_image(site, name)

    assert seen in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.gif", "a.webp", "a.avif"])
def test_a_picture_that_breaks_off_is_refused(
    site: Site, write: Callable[..., Path], name: str, part: float
) -> None:
    kind = {"a.jpg": "JPEG"}.get(name, name[2:].upper())
    content = BytesIO()
    Image.effect_noise((80, 60), 90).convert("RGB").save(content, kind)
    whole = content.getvalue()
    write(f"content/images/{name}", whole)
    assert read_image(site, name).width_px == 80
    write(f"content/images/{name}", whole[: int(len(whole) * part)])

    with pytest.raises(ImageError, match=r"`a\.\w+` .*(anew|Save it as)"):
        read_image(site, name)


@pytest.mark.parametrize("path", ["", ".", "..", "../a.png", "/a.png", "a//b.png", "a\\b.png"])
def test_a_path_stays_below_the_images(site: Site, path: str) -> None:
    with pytest.raises(ImageError, match="leaves content/images"):
        read_image(site, path)


@pytest.mark.parametrize("path", ["none.png", "x" * 5000, "a\0b.png", "a\ud800b.png"])
def test_a_picture_that_is_not_there_is_said_so(site: Site, path: str) -> None:
    with pytest.raises(ImageError, match="is not in content/images"):
        read_image(site, path)
