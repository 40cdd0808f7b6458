import pytest
from PIL import Image

from advocacy.markup.pictures.drawing import choose_widths, draw_picture
from tests.markup.pictures.samples import TELLTALE, exif, moving, opened, quarters, saved

WIDTHS = (480, 960, 1600)


def photo(size: tuple[int, int]) -> Image.Image:
    """Return a picture as rich in detail as a photo."""
    noise = Image.effect_noise((size[0] // 8, size[1] // 8), 60).resize(size)
    return Image.merge(
        "RGB", (noise, noise.rotate(180), noise.transpose(Image.Transpose.ROTATE_180))
    )


@pytest.mark.parametrize(
    ("width_px", "chosen"),
    [
        (200, (200,)),
        (480, (480,)),
        (599, (599,)),
        (600, (480, 600)),
        (1100, (480, 1100)),
        (1500, (480, 960, 1500)),
        (1600, (480, 960, 1600)),
        (4000, (480, 960, 1600)),
    ],
)
def test_widths_are_told_apart_and_none_is_blown_up(width_px: int, chosen: tuple[int, ...]) -> None:
    assert choose_widths(width_px, WIDTHS) == chosen


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_photo_is_drawn_in_each_width_and_format(orientation: int) -> None:
    size = (2400, 1600) if orientation == 1 else (1600, 2400)
    content = saved(photo(size), "JPEG", exif=exif(orientation))

    drawing = draw_picture(content, WIDTHS)

    assert [(each.kind, each.width_px) for each in drawing.sizes] == [
        *(("avif", width_px) for width_px in WIDTHS),
        *(("webp", width_px) for width_px in WIDTHS),
    ]
    for each in drawing.sizes:
        image = opened(each.content)
        assert (image.format, image.size) == (
            each.kind.upper(),
            (each.width_px, round(each.width_px * 2 / 3)),
        )
    assert opened(drawing.fallback).size == (1600, 1067)
    files = [drawing.fallback, *(each.content for each in drawing.sizes)]
    assert not [file for file in files if TELLTALE.encode() in file or opened(file).getexif()]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_every_size_shows_the_same_colours(kind: str) -> None:
    content = saved(quarters((1200, 900)), kind, exif=exif())

    drawing = draw_picture(content, WIDTHS)

    for each in drawing.sizes:
        image = opened(each.content).convert("RGB")
        middle = [(x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]
        seen = [image.getpixel((int(image.width * x), int(image.height * y))) for x, y in middle]
        for pixel, colour in zip(seen, [(192, 48, 32), (32, 96, 192), (32, 160, 64)], strict=False):
            assert pixel == pytest.approx(colour, abs=4)


def test_a_format_is_offered_only_where_it_is_smaller() -> None:
    drawing = draw_picture(saved(photo((1200, 800)), "WEBP", quality=20), WIDTHS)

    largest = {each.kind: len(each.content) for each in drawing.sizes}
    assert all(size_bytes < len(drawing.fallback) for size_bytes in largest.values())
    assert "webp" not in largest


@pytest.mark.parametrize(
    "content", [moving("GIF"), moving("WEBP"), moving("PNG"), saved(quarters(mode="P"), "GIF")]
)
def test_what_moves_has_one_size(content: bytes) -> None:
    assert draw_picture(content, WIDTHS).sizes == ()


def test_what_can_be_seen_through_stays_so() -> None:
    image = photo((1200, 800)).convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))

    drawing = draw_picture(saved(image, "PNG"), WIDTHS)

    assert drawing.sizes
    for each in drawing.sizes:
        assert opened(each.content).getchannel("A").getextrema() == pytest.approx((0, 255), abs=6)


def test_a_drawing_has_the_same_bytes_each_time() -> None:
    content = saved(photo((1200, 800)), "JPEG")

    assert draw_picture(content, WIDTHS) == draw_picture(content, WIDTHS)
