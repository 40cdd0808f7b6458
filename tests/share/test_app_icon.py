from dataclasses import replace
from io import BytesIO
from math import hypot
from pathlib import Path

import pytest
from PIL import Image

from advocacy.share.app_icon import (
    APP_ICONS,
    APPLE_ICON,
    SAFE,
    TAB_ICON,
    AppIcon,
    LogoSign,
    draw_app_icon,
    draw_favicon,
    find_logo_sign,
    read_icon,
)
from advocacy.share.cards.content import CardPicture
from advocacy.theme import theme_path
from tests.share.cards.test_layout import look_of

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


@pytest.mark.parametrize("size", [(400, 100), (100, 400), (240, 200), (3000, 1)])
@pytest.mark.parametrize("icon", APP_ICONS, ids=lambda icon: icon.name)
def test_an_organisation_s_logo_is_the_icon(
    tmp_path: Path, icon: AppIcon, size: tuple[int, int]
) -> None:
    file = tmp_path / "logo.png"
    Image.new("RGB", size, "#aa0000").save(file)
    logo = CardPicture(file, width_px=size[0], height_px=size[1])
    sign = find_logo_sign(replace(look_of("page"), logo=logo))
    assert sign

    drawn_logo = Image.open(BytesIO(draw_app_icon(sign, icon))).convert("RGBA")
    paper = Image.new("RGBA", drawn_logo.size, "#fcfdfb")
    image = Image.alpha_composite(paper, drawn_logo).convert("RGB")

    red = image.getchannel("G").point(lambda level: 255 * (level < 100)).getbbox()
    assert red
    far = max(hypot(x - image.width / 2, y - image.height / 2) for x, y in (red[:2], red[2:]))
    assert far <= (SAFE if icon.purpose == "maskable" else 1) * image.width / 2 + 1
    width, height = red[2] - red[0], red[3] - red[1]
    assert width / height == pytest.approx(size[0] / size[1], rel=0.1) or 1 in size
    assert image.getpixel((icon.size_px // 2, 3)) == (252, 253, 251)


@pytest.mark.parametrize("icon", [*APP_ICONS, TAB_ICON], ids=lambda icon: icon.name)
def test_a_square_through_which_nothing_is_seen_is_an_icon_as_it_is(
    tmp_path: Path, icon: AppIcon
) -> None:
    file = tmp_path / "sign.png"
    Image.new("RGB", (400, 400), "#aa0000").save(file)
    sign = LogoSign(CardPicture(file, width_px=400, height_px=400), "#fcfdfb")

    with Image.open(BytesIO(draw_app_icon(sign, icon))) as image:
        colours = {
            colour[:3] for _, colour in image.convert("RGBA").getcolors() or () if colour[3] == 255
        }

    assert colours == {(170, 0, 0)}


def test_a_logo_fills_a_tab_better_than_a_device_s_tile(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    Image.new("RGB", (400, 100), "#aa0000").save(file)
    sign = LogoSign(CardPicture(file, width_px=400, height_px=100), "#fcfdfb")

    with Image.open(BytesIO(draw_favicon(sign))) as icon:
        sizes = icon.info["sizes"]
        red = icon.convert("RGB").getchannel("G").point(lambda level: 255 * (level < 100)).getbbox()

    assert sizes == {(16, 16), (32, 32), (48, 48)}
    assert red
    assert red[2] - red[0] >= 42


@pytest.mark.parametrize(("accent", "tile"), [("#0b5d4e", "#0b5d4e"), ("#ffcc00", "#17201c")])
def test_a_logo_for_dark_ground_has_a_dark_tile(accent: str, tile: str) -> None:
    look = replace(look_of("page"), accent=accent, logo_on_dark=CardPicture(Path("logo.png")))

    sign = find_logo_sign(look)

    assert sign
    assert sign.tile == tile
    assert find_logo_sign(look_of("page")) is None


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
