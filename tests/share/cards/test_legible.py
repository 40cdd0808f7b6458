import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy.share.cards.legible import find_face, make_legible, missing_characters, split
from advocacy.share.cards.typesetting import faces_of, fonts_tried, unshown_characters

FACES = faces_of("sans-bold")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Zoë Łukasik, Микола Ткаченко",  []),
        ("A\u0308\u00a0ŧ",                []),
        ("水島 遥 Haruka 水",             ["水", "島", "遥"]),
        ("Ḝva Ṩ n̈ m̃ x̌ e̊ q̃ Ɓala Қазақ",   []),
        ("one\u2010two\u00ad２０",         []),
        ("Party 🎉 👩‍👩‍👧‍👦 1️⃣ ☀️",              []),
        ("سلمى שלום हिन्दी ภาษาไทย",           []),
        ("می\u200cخواهم",                 []),
        ("n\u0e34x",                      ["n\u0e34"]),
        ("ไทย ခ",                          ["ခ"]),
        ("ခ\u103e x",                     ["ခ\u103e"]),
    ],
)  # fmt: skip
def test_what_no_font_can_show_is_told(text: str, missing: list[str]) -> None:
    assert list(unshown_characters(text, ())) == missing


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The night shift",            "The night shift"),
        ("Party 🎉 time 👩‍👩‍👧‍👦!",       "Party time !"),
        ("We won 🎉, and slept 🌙.",   "We won, and slept."),
        ("Press 1️⃣ or ☀️",              "Press or"),
        ("One\u2009two\tthree\n4",     "One two three 4"),
        ("Quoi\u202f?\u00a0!",         "Quoi\u00a0?\u00a0!"),
        ("e\u0301te\u0301",            "été"),
        ("co\u00adop\u2011work",       "coop‑work"),
        ("ﬁn ２０２６",                "ﬁn 2026"),
        ("図書館 Library",             "… Library"),
        ("Why ခ မြန် matters",           "Why … matters"),
        ("図書館",                     ""),
        ("水 火",                      ""),
        ("می\u200cخواهم",              "می\u200cخواهم"),
        ("\u202ea\u2066b\u0007",       "ab"),
        ("",                           ""),
    ],
)  # fmt: skip
def test_what_the_fonts_lack_is_replaced_or_left_out(text: str, shown: str) -> None:
    assert make_legible(text, FACES) == shown


@given(st.text())
@settings(max_examples=300)
def test_what_is_legible_has_all_its_glyphs(text: str) -> None:
    shown = make_legible(text, FACES)

    assert all(find_face(each, FACES) or each in " \u00a0" for each in split(shown))
    assert make_legible(shown, FACES) == shown


def test_what_is_told_as_missing_is_left_out() -> None:
    assert missing_characters(make_legible("a 夜 b", FACES), FACES) == ()


def test_the_fonts_that_were_tried_are_told_in_order() -> None:
    tried = fonts_tried(())

    assert tried[0] == "source-sans-3-semibold"
    assert "noto-sans-thai-semibold" in tried
