from io import BytesIO

import pytest
from PIL import Image

from advocacy.share.app_icon import APP_ICONS, APPLE_ICON, AppIcon, draw_app_icon, read_icon
from advocacy.theme import theme_path

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#0b5d4e"/><path fill="#fff" d="{path}"/></svg>"""
SMALL = AppIcon("64", 64, "any")
GREEN, WHITE, NOTHING = (11, 93, 78, 255), (255, 255, 255, 255), (0, 0, 0, 0)


def drawn(icon: AppIcon) -> Image.Image:
    drawing = read_icon((theme_path() / "static/icon.svg").read_bytes())
    return Image.open(BytesIO(draw_app_icon(drawing, icon))).convert("RGBA")


@pytest.mark.parametrize("icon", APP_ICONS, ids=lambda icon: icon.name)
def test_the_theme_s_icon_is_drawn_in_every_size(icon: AppIcon) -> None:
    image = drawn(icon)

    assert image.size == (icon.size_px, icon.size_px)
    assert image.getpixel((icon.size_px // 2, icon.size_px // 2)) == WHITE
    assert image.getpixel((icon.size_px // 2, icon.size_px // 8)) == GREEN


@pytest.mark.parametrize(
    ("icon", "corner"),
    [(SMALL, NOTHING), (AppIcon("m", 64, "maskable"), GREEN), (APPLE_ICON, GREEN)],
    ids=["any", "maskable", "apple"],
)
def test_what_a_device_cuts_fills_its_square(icon: AppIcon, corner: tuple[int, ...]) -> None:
    assert drawn(icon).getpixel((0, 0)) == corner


def test_no_device_cuts_the_sign_of_a_maskable_icon() -> None:
    image = drawn(AppIcon("m", 200, "maskable"))

    outside = [
        (x, y)
        for x in range(200)
        for y in range(200)
        if (x - 100) ** 2 + (y - 100) ** 2 > 80**2 and image.getpixel((x, y)) != GREEN
    ]
    assert outside == []


def test_an_icon_is_drawn_alike_each_time() -> None:
    drawing = read_icon((theme_path() / "static/icon.svg").read_bytes())

    assert draw_app_icon(drawing, SMALL) == draw_app_icon(drawing, SMALL)


@pytest.mark.parametrize(
    ("path", "points"),
    [
        ("M1 2H5V6L7,8z",          ((1, 2), (5, 2), (5, 6), (7, 8))),
        ("M1 2h4v4l2 2z",          ((1, 2), (5, 2), (5, 6), (7, 8))),
        ("M7 8h18v13H16l-6 5v-5H7z",
         ((7, 8), (25, 8), (25, 21), (16, 21), (10, 26), (10, 21), (7, 21))),
        ("M1.5 .5-2 3",            ((1.5, 0.5), (-2, 3))),
    ],
)  # fmt: skip
def test_a_path_of_straight_lines_is_read(path: str, points: tuple) -> None:
    assert read_icon(SVG.format(path=path).encode()).points == points


@pytest.mark.parametrize("path", ["M1 2c1 2 3 4 5 6z", "M1 2A1 1 0 0 0 3 3"])
def test_a_curve_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="which is no straight line"):
        read_icon(SVG.format(path=path).encode())


def test_another_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="not one `rect` with one `path`"):
        read_icon(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle/></svg>')
