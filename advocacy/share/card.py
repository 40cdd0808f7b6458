"""Cards: the picture of a post that networks show with its link."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from advocacy.share.card_colour import PAPER
from advocacy.share.card_font import font_file, read_face
from advocacy.share.card_layout import (
    CARD_HEIGHT_PX,
    CARD_WIDTH_PX,
    Box,
    CardContent,
    Layout,
    Line,
    make_layout,
)
from advocacy.share.card_text import missing_glyphs

__all__ = [
    "CARD_HEIGHT_PX",
    "CARD_WIDTH_PX",
    "CardContent",
    "card_alt",
    "draw_card",
    "missing_glyphs",
]

# Discs are drawn larger by this and made smaller, as Pillow's own edges are not smooth.
SMOOTHNESS = 8


def card_alt(content: CardContent) -> str:
    """Return what a card says, for those who cannot see it: title, authors, organisation."""
    names = ", ".join(name for name, _ in content.authors)
    return " - ".join(part for part in (content.title, names, content.organisation) if part)


def draw_card(content: CardContent) -> bytes:
    """Draw a card.

    Returns:
        A PNG of 1200x630 pixels; equal contents give equal bytes with equal versions of Pillow.
    """
    image = Image.new("RGB", (CARD_WIDTH_PX, CARD_HEIGHT_PX), PAPER)
    _draw_layout(make_layout(content), image)
    file = BytesIO()
    # Few colours and their blends: a palette loses nothing that can be seen.
    image.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


def _draw_layout(layout: Layout, image: Image.Image) -> None:
    draw = ImageDraw.Draw(image)
    for box in layout.boxes:
        _draw_box(box, image)
    for line in layout.lines:
        _draw_line(line, draw)


def _draw_box(box: Box, image: Image.Image) -> None:
    size = (box.width_px, box.height_px)
    shape = _disc(box.width_px) if box.is_round else Image.new("L", size, 255)
    image.paste(box.colour, (box.left_px, box.top_px), shape)


def _draw_line(line: Line, draw: ImageDraw.ImageDraw) -> None:
    """Draw a line character by character, where its layout has measured each."""
    font = _font(line.face, line.size_px)
    for character, right_px, up_px in read_face(line.face).places(line.text, line.size_px):
        place = (line.x_px + right_px, line.y_px - up_px)
        draw.text(place, character, fill=line.colour, font=font, anchor="ls")


@cache
def _font(name: str, size_px: int) -> ImageFont.FreeTypeFont:
    # The basic engine is the one that every machine has; see card_font.py.
    return ImageFont.truetype(font_file(name), size_px, layout_engine=ImageFont.Layout.BASIC)


@cache
def _disc(diameter_px: int) -> Image.Image:
    large = Image.new("L", (diameter_px * SMOOTHNESS,) * 2)
    ImageDraw.Draw(large).ellipse((0, 0, large.width - 1, large.height - 1), fill=255)
    return large.resize((diameter_px,) * 2, Image.Resampling.LANCZOS)
