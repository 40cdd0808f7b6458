import unicodedata

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont, features

from advocacy.share.card_font import SANS, SANS_BOLD, SERIF, WIDE, font_file, read_face
from advocacy.share.card_marks import PlacedGlyph, is_mark, place_mark
from advocacy.share.card_text import drawable

SIZE_PX = 400
ORIGIN = (200, 500)
CANVAS = (1000, 800)
FACES = [SERIF, SANS, SANS_BOLD, WIDE]
# None of them has a character of its own, of which HarfBuzz would make another start.
LETTERS = ["n̈", "m̃", "x̌", "e̊", "q̃", "S̈", "b̥", "j̈", "x̣̌", "n̈̃", "m̱̃", "q̣̂̄"]


@pytest.mark.parametrize(
    ("character", "mark"),
    [("\u0308", True), ("\u0323", True), ("\u20dd", True), ("n", False), ("¨", False)],
)
def test_a_mark_is_what_is_drawn_on_the_letter_before(character: str, mark: bool) -> None:
    assert is_mark(character) is mark


@pytest.mark.skipif(not features.check("raqm"), reason="Pillow cannot shape texts here")
@pytest.mark.parametrize("name", FACES)
@pytest.mark.parametrize("letter", LETTERS)
def test_a_mark_stands_where_harfbuzz_puts_it(name: str, letter: str) -> None:
    text = drawable(letter, read_face(name))
    shaped = ImageFont.truetype(font_file(name), SIZE_PX, layout_engine=ImageFont.Layout.RAQM)
    image = Image.new("L", CANVAS)
    plain = ["-ccmp", "-locl", "-liga", "-calt"]
    ImageDraw.Draw(image).text(ORIGIN, text, 255, shaped, anchor="ls", features=plain)

    assert drawn(name, text) == pytest.approx(image.getbbox(), abs=3)


@pytest.mark.parametrize("name", FACES)
@pytest.mark.parametrize(("mark", "below"), [("\u0308", False), ("\u0323", True)])
def test_a_mark_without_an_anchor_is_centred_outside_of_its_letter(
    name: str, mark: str, below: bool
) -> None:
    font = TTFont(font_file(name))
    letter, glyph = (font.getBestCmap()[ord(character)] for character in ("H", mark))
    base = [PlacedGlyph(letter, 100, 0)]

    placed = place_mark(font, (), base, glyph, unicodedata.combining(mark))

    left, bottom, right, top = box(font, placed)
    left_of_base, bottom_of_base, right_of_base, top_of_base = box(font, base[0])
    assert left + right == pytest.approx(left_of_base + right_of_base, abs=2)
    assert top < bottom_of_base if below else bottom > top_of_base


def box(font: TTFont, glyph: PlacedGlyph) -> tuple[int, int, int, int]:
    shape = font["glyf"][glyph.name]
    x, y = glyph.x, glyph.y
    return shape.xMin + x, shape.yMin + y, shape.xMax + x, shape.yMax + y


def test_a_mark_takes_no_room() -> None:
    face = read_face(SERIF)

    assert face.width("Am̃V", 100) == face.width("AmV", 100)
    assert [round(x) for c, x, _ in face.places("n̈n", 100) if c == "n"] == [
        0,
        round(face.width("n", 100)),
    ]


def drawn(name: str, text: str) -> tuple[int, int, int, int]:
    """Draw a text as cards do, and return the box of its ink."""
    font = ImageFont.truetype(font_file(name), SIZE_PX, layout_engine=ImageFont.Layout.BASIC)
    image = Image.new("L", CANVAS)
    for character, right_px, up_px in read_face(name).places(text, SIZE_PX):
        place = (ORIGIN[0] + right_px, ORIGIN[1] - up_px)
        ImageDraw.Draw(image).text(place, character, 255, font, anchor="ls")
    box = image.getbbox()
    assert box is not None
    return box
