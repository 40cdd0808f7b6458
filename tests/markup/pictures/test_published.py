import pytest
from PIL import Image, ImageChops, ImageSequence
from PIL.PngImagePlugin import PngInfo

from advocacy.markup.pictures.metadata import BrokenFileError, without_metadata
from advocacy.markup.pictures.published import make_published
from tests.markup.pictures.samples import (
    TELLTALE,
    exif,
    moving,
    opened,
    quarters,
    saved,
)

XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{TELLTALE}</x:xmpmeta>".encode()


def _noted() -> PngInfo:
    noted = PngInfo()
    noted.add_text("Comment", TELLTALE)
    noted.add_itxt("XML:com.adobe.xmp", TELLTALE)
    return noted


STILL = {
    "JPEG":        saved(quarters(), "JPEG", exif=exif(), comment=TELLTALE, xmp=XMP),
    "progressive": saved(quarters(), "JPEG", exif=exif(), progressive=True),
    "grey JPEG":   saved(quarters(mode="L"), "JPEG", exif=exif()),
    "turned JPEG": saved(quarters(), "JPEG", exif=exif(6), xmp=XMP),
    "CMYK JPEG":   saved(quarters(mode="CMYK"), "JPEG", exif=exif()),
    "PNG":         saved(quarters(), "PNG", exif=exif(), pnginfo=_noted()),
    "palette PNG": saved(quarters(mode="P"), "PNG", exif=exif(), pnginfo=_noted()),
    "turned PNG":  saved(quarters(), "PNG", exif=exif(8), pnginfo=_noted()),
    "deep PNG":    saved(Image.new("I;16", (8, 8), 40_000), "PNG", pnginfo=_noted()),
    "GIF":         saved(quarters(mode="P"), "GIF", comment=TELLTALE),
    "WebP":        saved(quarters(), "WEBP", exif=exif(), xmp=XMP),
    "turned WebP": saved(quarters(), "WEBP", exif=exif(3), xmp=XMP),
    "AVIF":        saved(quarters(), "AVIF", exif=exif(), xmp=XMP),
}  # fmt: skip
MOVING = {
    "GIF": moving("GIF", comment=TELLTALE),
    "PNG": moving("PNG", exif=exif(), pnginfo=_noted()),
    "WebP": moving("WEBP", exif=exif(), xmp=XMP, lossless=True),
    "AVIF": moving("AVIF", exif=exif(), xmp=XMP),
}


@pytest.mark.parametrize("content", [*STILL.values(), *MOVING.values()], ids=[*STILL, *MOVING])
def test_a_published_picture_tells_nothing_of_where_it_was_taken(content: bytes) -> None:
    assert TELLTALE.encode() in content

    published = make_published(content)

    image = opened(published)
    assert TELLTALE.encode() not in published
    assert not image.getexif()
    assert not {"xmp", "comment", "icc_profile", "photoshop"} & set(image.info)
    assert image.format == opened(content).format


@pytest.mark.parametrize("kind", ["JPEG", "progressive", "grey JPEG", "PNG", "palette PNG", "WebP"])
def test_pixels_that_need_not_change_stay_to_the_bit(kind: str) -> None:
    before, after = opened(STILL[kind]), opened(make_published(STILL[kind]))

    assert after.mode == before.mode
    assert not ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox()


@pytest.mark.parametrize("kind", MOVING)
def test_what_moves_goes_on_moving(kind: str) -> None:
    before, after = opened(MOVING[kind]), opened(make_published(MOVING[kind]))

    assert after.n_frames == before.n_frames == 3
    shown = [_frame(each) for each in ImageSequence.Iterator(after)]
    assert [pixel for pixel, _ in shown] == pytest.approx(
        [_frame(each)[0] for each in ImageSequence.Iterator(before)], abs=8
    )
    assert [duration for _, duration in shown] == [100, 200, 300]
    assert after.info.get("loop", 0) == 0


def _frame(image: Image.Image) -> tuple[int, float]:
    image.load()
    return image.convert("RGB").getpixel((5, 5))[0], image.info["duration"]


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [
        (1, (200, 48, 32)),
        (2, (32, 96, 192)),
        (3, (240, 224, 208)),
        (6, (32, 160, 64)),
        (8, (32, 96, 192)),
    ],
)
@pytest.mark.parametrize(("file_format", "options"), [("JPEG", {"quality": 98}), ("PNG", {})])
def test_a_picture_is_turned_as_the_camera_was_held(
    orientation: int, corner: tuple[int, int, int], file_format: str, options: dict[str, int]
) -> None:
    content = saved(quarters(), file_format, exif=exif(orientation), **options)

    image = opened(make_published(content))

    assert image.size == ((48, 64) if orientation >= 5 else (64, 48))
    assert image.convert("RGB").getpixel((4, 4)) == pytest.approx(corner, abs=12)


def test_what_follows_a_photo_in_its_file_is_left_out() -> None:
    """Phones put a second picture behind the first, with a place of its own."""
    content = STILL["JPEG"] + saved(quarters(), "JPEG", exif=exif())

    assert len(make_published(content)) < len(STILL["JPEG"])


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("image/jpeg", STILL["JPEG"]),
        ("image/png", STILL["PNG"]),
        ("image/gif", MOVING["GIF"]),
        ("image/webp", MOVING["WebP"]),
    ],
)
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_file_that_breaks_off_is_found(media_type: str, content: bytes, part: float) -> None:
    with pytest.raises(BrokenFileError):
        without_metadata(content[: int(len(content) * part)], media_type)
