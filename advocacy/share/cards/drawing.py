"""A layout as pixels."""

from functools import cache

import uharfbuzz as hb
from PIL import Image, ImageChops, ImageDraw

from advocacy.share.cards.faces import OwnFont
from advocacy.share.cards.fitting import shape_line
from advocacy.share.cards.pictures import read_fitted
from advocacy.share.cards.scrim import draw_scrim
from advocacy.share.cards.shapes import Box, Layout, Line, Picture, Scrim, corners
from advocacy.share.cards.typesetting import faces_of

# Discs are drawn larger by this and made smaller, as Pillow's own edges are not smooth.
SMOOTHNESS = 8
# Around a line, so that no letter that leans out of it is cut.
ROOM = 0.6


def draw_layout(layout: Layout, fonts: tuple[OwnFont, ...], lang: str) -> Image.Image:
    """Draw a layout, with an organisation's own fonts, in a language's letters."""
    image = Image.new("RGB", (layout.size.width_px, layout.size.height_px), "#ffffff")
    for shape in layout.shapes:
        if isinstance(shape, Box):
            _draw_box(shape, image)
        elif isinstance(shape, Picture):
            _draw_picture(shape, image)
        elif isinstance(shape, Scrim):
            draw_scrim(shape, image)
    for line in layout.lines:
        _draw_line(line, image, fonts, lang)
    return image


def _draw_box(box: Box, image: Image.Image) -> None:
    if box.is_round:
        image.paste(box.colour, (box.left_px, box.top_px), _disc(box.width_px))
        return
    image.paste(box.colour, corners(box))


def _draw_picture(shape: Picture, image: Image.Image) -> None:
    picture = read_fitted(shape)
    mask = picture.getchannel("A")
    if shape.is_round:
        mask = ImageChops.multiply(mask, _disc(picture.width))
    image.paste(picture, (shape.left_px, shape.top_px), mask)


def _draw_line(line: Line, image: Image.Image, fonts: tuple[OwnFont, ...], lang: str) -> None:
    """Draw a line's glyphs, each at its own part of a pixel, by their outlines."""
    shaped = shape_line(line.text, faces_of(line.font, fonts), lang, line.base)
    room = round(line.size_px * ROOM)
    width = round(shaped.width * line.size_px) + 2 * room
    above = round(shaped.above * line.size_px) + room
    below = round(shaped.below * line.size_px) + room
    left = int(line.x_px) - room
    pen = hb.RasterDraw()
    pen.extents = hb.RasterExtents(0, 0, width, above + below, width)
    for glyph in shaped.glyphs:
        scale = line.size_px / glyph.face.units
        x, y = line.x_px - left + glyph.x * line.size_px, below + glyph.y * line.size_px
        pen.transform = (scale, 0, 0, scale, x, y)
        pen.draw_glyph(glyph.face.font, glyph.number)
    drawn = pen.render()
    size = (drawn.extents.width, drawn.extents.height)
    ink = Image.frombytes("L", size, bytes(drawn.buffer), "raw", "L", drawn.extents.stride)
    # HarfBuzz counts its rows from the foot.
    ink = ink.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    image.paste(line.colour, (left, round(line.y_px) - above), ink)


@cache
def _disc(diameter_px: int) -> Image.Image:
    large = Image.new("L", (diameter_px * SMOOTHNESS,) * 2)
    ImageDraw.Draw(large).ellipse((0, 0, large.width - 1, large.height - 1), fill=255)
    return large.resize((diameter_px,) * 2, Image.Resampling.LANCZOS)
