"""Cards are set in the fonts of pages."""

from dataclasses import replace
from pathlib import Path

import pytest

from advocacy.share.cards.card import draw_card
from advocacy.share.cards.look import find_sources, read_look
from advocacy.share.cards.typesetting import faces_of
from advocacy.site import make_site
from tests.conftest import SETTINGS
from tests.share.cards.titles import make_content
from tests.site import fonts


@pytest.fixture
def branded(tmp_path: Path):
    fonts.write(
        tmp_path,
        text=fonts.variable("source-sans-3-latin"),
        slanted=fonts.variable("source-serif-4-italic-latin"),
        display=fonts.variable("source-sans-3-latin"),
    )
    named = {"text": ["fonts/text.woff2", "fonts/slanted.woff2"], "display": "fonts/display.woff2"}
    return make_site(tmp_path, {**SETTINGS, "look": {"fonts": named}})


def test_each_face_of_a_design_is_the_organisation_s(branded):
    look = read_look(branded)

    assert [(each.name, each.file.stem, each.weight) for each in look.faces] == [
        ("serif", "display", 600),
        ("sans", "text", 400),
        ("sans-bold", "text", 600),
    ]
    assert faces_of("serif", look.own_fonts)[0].name == "display"
    assert {branded.root / "fonts/display.woff2"} <= set(find_sources(branded))


def test_a_variable_font_has_the_weight_of_the_face(branded):
    own = read_look(branded).own_fonts
    regular, bold = (faces_of(name, own)[0].font for name in ("sans", "sans-bold"))

    number = regular.get_nominal_glyph(ord("m"))
    assert bold.get_glyph_h_advance(number) > regular.get_glyph_h_advance(number)


def test_a_letter_that_the_organisation_s_font_lacks_is_in_another(branded):
    faces = faces_of("serif", read_look(branded).own_fonts)

    assert not faces[0].has("Ж")
    assert any(face.has("Ж") for face in faces)


def test_a_card_is_drawn_in_them(branded):
    look = read_look(branded)
    content = make_content("short")

    assert draw_card(content, look, "preview") != draw_card(
        content, replace(look, faces=()), "preview"
    )
