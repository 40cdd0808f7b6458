"""A logo as the head of each page shows it."""

from io import BytesIO

import pytest
from PIL import Image

from advocacy.markup.pictures.logo import DOTS, draw_logo, fit_logo
from tests.site.logos import SHAPES, draw


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((1600, 100),  (240, 15)),
        ((1200, 300),  (160, 40)),
        ((800, 200),   (160, 40)),
        ((400, 400),   (64, 64)),
        ((200, 900),   (14, 64)),
        ((20, 10),     (20, 10)),
        ((9000, 1),    (240, 1)),
        ((1, 1),       (1, 1)),
    ],
)  # fmt: skip
def test_a_logo_of_any_shape_has_a_size_that_fits(size, shown):
    assert fit_logo(*size) == shown


@pytest.mark.parametrize("name", SHAPES)
def test_the_empty_edge_is_cut_off_and_the_shape_stays(name):
    drawn = draw_logo(draw(name))

    assert (drawn.width_px, drawn.height_px) == fit_logo(*SHAPES[name][0])
    with Image.open(BytesIO(drawn.content)) as image:
        assert image.format == "PNG"
        assert image.width <= drawn.width_px * DOTS
        wide, high = SHAPES[name][0]
        assert image.width / image.height == pytest.approx(wide / high, rel=0.05)


@pytest.mark.parametrize(("name", "ink"), [("wordmark", "#782848"), ("pale", "#f8f8f8")])
def test_its_colours_are_told(name, ink):
    (colour, share), *_ = draw_logo(draw(name)).inks

    assert colour == ink
    assert share > 0.98


def test_a_logo_with_a_ground_of_its_own_needs_none():
    assert draw_logo(draw("solid")).inks == ()


def test_a_logo_is_drawn_alike_each_time():
    assert draw_logo(draw("wide")) == draw_logo(draw("wide"))
