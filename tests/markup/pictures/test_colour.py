import pytest
from PIL import Image, ImageCms

from advocacy.markup.pictures.published import make_published
from tests.markup.pictures.profiles import (
    INKS,
    lab_in_srgb,
    press,
    wide_gamut,
    wide_gamut_in_srgb,
)
from tests.markup.pictures.samples import opened, quarters, saved

BEST = {"quality": 100, "subsampling": 0}


def _flat(mode: str, colour: tuple[int, ...] | int) -> Image.Image:
    return Image.new(mode, (32, 32), colour)


def _published(content: bytes) -> tuple[int, ...]:
    image = opened(make_published(content))
    assert "icc_profile" not in image.info
    return image.convert("RGB").getpixel((16, 16))


@pytest.mark.parametrize(
    "colour", [(200, 100, 50), (60, 120, 200), (128, 128, 128), (255, 255, 255), (90, 160, 90)]
)
# A JPEG is off by one before it is read, and written again after.
@pytest.mark.parametrize(("kind", "options", "off"), [("PNG", {}, 2), ("JPEG", BEST, 4)])
def test_a_wide_colour_is_brought_to_srgb(
    colour: tuple[int, int, int], kind: str, options: dict[str, int], off: int
) -> None:
    content = saved(_flat("RGB", colour), kind, icc_profile=wide_gamut(), **options)

    assert _published(content) == pytest.approx(wide_gamut_in_srgb(colour), abs=off)


@pytest.mark.parametrize("inks", INKS)
def test_the_colours_of_a_press_are_what_its_profile_says(inks: tuple[int, ...]) -> None:
    full = tuple(255 * ink for ink in inks)
    content = saved(_flat("CMYK", full), "JPEG", icc_profile=press(), **BEST)

    assert _published(content) == pytest.approx(lab_in_srgb(INKS[inks]), abs=2)


@pytest.mark.parametrize(
    ("inks", "shown"),
    [
        ((0, 0, 0, 0), (255, 255, 255)),
        ((0, 0, 0, 255), (0, 0, 0)),
        ((255, 0, 0, 0), (0, 255, 255)),
        ((51, 102, 204, 0), (204, 153, 51)),
    ],
)
def test_inks_without_a_profile_are_taken_as_browsers_take_them(
    inks: tuple[int, ...], shown: tuple[int, ...]
) -> None:
    assert _published(saved(_flat("CMYK", inks), "JPEG", **BEST)) == pytest.approx(shown, abs=2)


@pytest.mark.parametrize(("deep", "shallow"), [(0, 0), (32_896, 128), (65_535, 255)])
def test_sixteen_bits_become_eight(deep: int, shallow: int) -> None:
    content = saved(Image.new("I;16", (32, 32), deep), "PNG")

    assert _published(content) == pytest.approx((shallow,) * 3, abs=1)


def test_what_is_seen_through_is_seen_through_in_any_profile() -> None:
    content = saved(_flat("RGBA", (200, 100, 50, 90)), "PNG", icc_profile=wide_gamut())

    image = opened(make_published(content))

    assert image.getpixel((16, 16)) == pytest.approx(
        [*wide_gamut_in_srgb((200, 100, 50)), 90], abs=2
    )


def test_a_profile_that_says_nothing_new_changes_no_pixel() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = saved(quarters(), "JPEG", icc_profile=srgb)

    published = make_published(content)

    assert opened(published).tobytes() == opened(content).tobytes()
    assert "icc_profile" not in opened(published).info


def test_a_broken_profile_is_none() -> None:
    content = saved(_flat("RGB", (200, 100, 50)), "PNG", icc_profile=b"no profile")

    assert _published(content) == (200, 100, 50)
