"""What a font's file says of itself."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy.share.cards.faces import FONTS
from advocacy.web_font import BOLD, REGULAR, WebFontError, read_web_font
from tests.site.fonts import static, variable


@pytest.mark.parametrize(
    ("content", "style", "weights", "is_sans"),
    [
        (variable("source-serif-4-latin"),        "normal", (400, 700), False),
        (variable("source-serif-4-italic-latin"), "italic", (400, 400), False),
        (variable("source-sans-3-latin"),         "normal", (400, 700), True),
        (static("source-serif-4-semibold"),       "normal", (600, 600), False),
        (static("source-sans-3-regular"),         "normal", (400, 400), True),
    ],
    ids=["serif", "italic", "sans", "semibold", "regular"],
)  # fmt: skip
def test_weights_and_style_are_the_file_s(content, style, weights, is_sans):
    font = read_web_font(content)

    assert (font.style, font.weights, font.is_sans) == (style, weights, is_sans)
    assert not font.is_restricted
    assert ord("e") in font.characters


def test_bold_letters_are_wider_and_one_weight_has_one_width():
    serif = read_web_font(variable("source-serif-4-latin")).widths
    semibold = read_web_font(static("source-serif-4-semibold")).widths

    assert 0.47 < serif[REGULAR] < semibold[REGULAR] < serif[BOLD] < 0.49
    assert semibold[REGULAR] == semibold[BOLD]


def test_a_font_without_latin_letters_has_no_widths():
    assert read_web_font(static("noto-sans-hebrew-semibold")).widths == {}


def test_a_font_says_that_nobody_may_embed_it():
    assert read_web_font(static("source-sans-3-regular", restricted=True)).is_restricted


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"",                                                    "is no font. Save it as WOFF2"),
        (b"wOF2",                                                "is broken."),
        (variable("source-sans-3-latin")[:-200],                 "is broken."),
        ((FONTS / "source-sans-3-regular.woff").read_bytes(),    "is a WOFF,"),
        (b"\0\1\0\0" + bytes(40),                                "is a TTF,"),
        (b"OTTO" + bytes(40),                                    "is an OTF,"),
        (b"\x89PNG\r\n\x1a\n",                                   "is no font."),
    ],
    ids=["empty", "beginning", "end missing", "woff", "ttf", "otf", "picture"],
)  # fmt: skip
def test_what_is_no_woff2_is_told(content, told):
    with pytest.raises(WebFontError) as raised:
        read_web_font(content)

    assert str(raised.value).startswith(told)


@settings(max_examples=60)
@given(at=st.integers(0, 10_000), value=st.integers(0, 255))
def test_a_damaged_font_is_read_or_told_of(at, value):
    content = bytearray(variable("source-serif-4-vietnamese"))
    content[at % len(content)] = value

    with suppress(WebFontError):
        assert read_web_font(bytes(content)).characters
