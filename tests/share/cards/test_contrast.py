"""Every letter of every design can be read on what is behind it, pixel by pixel."""

from dataclasses import replace

import pytest
from PIL import Image

from advocacy.share.cards.colour import LEAST_CONTRAST, contrast, readable_on
from advocacy.share.cards.content import CardContent, CardPicture, Look
from advocacy.share.cards.drawing import draw_layout
from advocacy.share.cards.fitting import shape_line
from advocacy.share.cards.layout import make_layout
from advocacy.share.cards.scrim import LEAST_STRENGTH, scrim_strength
from advocacy.share.cards.shapes import Line
from advocacy.share.cards.sizes import SIZES
from advocacy.share.cards.typesetting import faces_of
from tests.share.cards.test_layout import DESIGNS, FONTS, look_of
from tests.share.cards.titles import make_content

INK, PAPER = "#12181a", "#ffffff"


@pytest.mark.parametrize("accent", ["#0b5d4e", "#ffcc00", "#7a7a7a", "#000000", "#ffffff"])
@pytest.mark.parametrize("design", DESIGNS)
def test_text_has_the_contrast_that_wcag_asks_for(design: str, accent: str) -> None:
    content = make_content("short")

    assert_readable(content, replace(look_of(design), accent=accent), "preview")
    assert_readable(content, replace(look_of(design), accent=accent), "quote")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("design", DESIGNS)
def test_text_over_a_picture_has_it_too(design: str, size: str, photo: CardPicture) -> None:
    assert_readable(replace(make_content("short"), picture=photo), look_of(design), size)


def assert_readable(content: CardContent, look: Look, size: str) -> None:
    layout = make_layout(content, look, size)

    behind = draw_layout(replace(layout, lines=()), FONTS, "en")

    for line in layout.lines:
        assert least_contrast(line, behind) >= LEAST_CONTRAST, line.text


def least_contrast(line: Line, behind: Image.Image) -> float:
    """Return the contrast of a line with the pixel around it on which it is worst to read."""
    shaped = shape_line(line.text, faces_of(line.font, FONTS), "en", line.base)
    left, right = line.x_px, line.x_px + shaped.width * line.size_px
    above, below = shaped.above * line.size_px, shaped.below * line.size_px
    box = (round(left), round(line.y_px - above), round(right), round(line.y_px + below))
    # What surrounds a disc with initials is not behind them.
    if line.text == "AM":
        box = (box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2)
    pixels = behind.crop(box).convert("RGB")
    colours = pixels.getcolors(pixels.width * pixels.height) or []
    return min(contrast(line.colour, "#{:02x}{:02x}{:02x}".format(*rgb)) for _, rgb in colours)


@pytest.mark.parametrize(
    ("behind", "ink", "strength"),
    [
        ("#ffffff", PAPER, (0.5, 0.75)),
        ("#000000", PAPER, (LEAST_STRENGTH, LEAST_STRENGTH)),
        ("#405060", PAPER, (LEAST_STRENGTH, LEAST_STRENGTH)),
        ("#c0c0c0", PAPER, (0.35, 0.6)),
    ],
)
def test_a_scrim_is_as_strong_as_it_must_be(
    behind: str, ink: str, strength: tuple[float, float]
) -> None:
    found = scrim_strength(Image.new("RGB", (20, 20), behind), INK, ink)

    assert strength[0] <= found <= strength[1]


def test_one_bright_pixel_is_enough_to_call_for_a_scrim() -> None:
    image = Image.new("RGB", (200, 200), "#000000")
    image.putpixel((7, 9), (255, 255, 255))

    assert scrim_strength(image, INK, PAPER) > 0.5


@pytest.mark.parametrize(
    ("paper", "inks", "ink"),
    [
        ("#fcfdfb", ("#0b5d4e", INK),   "#0b5d4e"),
        ("#fcfdfb", ("#ffcc00", INK),   INK),
        ("#ffcc00", ("#fcfdfb", INK),   INK),
        ("#0b5d4e", ("#fcfdfb", INK),   "#fcfdfb"),
        ("#7a7a7a", ("#fcfdfb", "#888888"), "#fcfdfb"),
        # White has 4.54 to 1, of which a palette may take a level.
        ("#767676", ("#ffffff", "#000000"), "#000000"),
    ],
)  # fmt: skip
def test_a_colour_that_cannot_be_read_gives_way(
    paper: str, inks: tuple[str, ...], ink: str
) -> None:
    assert readable_on(paper, *inks) == ink


def test_contrast_is_as_wcag_has_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
