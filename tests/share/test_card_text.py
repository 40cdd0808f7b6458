import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont, features

from advocacy.share.card import missing_glyphs
from advocacy.share.card_font import SANS, SANS_BOLD, SERIF, WIDE, font_file, read_face
from advocacy.share.card_text import best_face, drawable, shows_whole

LATIN = "ÀÉÎÕÜßàéîõü ĀāĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĢģĪīİıĶķĹĺĽľŁłŃńŇňŐőŒœŘřŚśŞşŠšŤťŪūŮůŰűŹźŻżŽž ȘșȚț ẀẁŴŵŶŷ"
VIETNAMESE = (
    "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ"
)
GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ αβγδεζηθικλμνξοπρςστυφχψω ΆΈΉΊΌΎΏάέήίόύώΐΰ"
CYRILLIC = (
    "АБВГҐДЂЕЁЄЖЗИІЇЙЈКЛЉМНЊОПРСТЋУЎФХЦЏЧШЩЪЫЬЭЮЯ абвгґдђеёєжзиіїйјклљмнњопрстћуўфхцџчшщъыьэюя"
)
PUNCTUATION = "-–—…‘’“”„‚«»‹›¿¡§†•·‰€£¥©®™°×÷½ 0123456789 !?.,:;()[]{}/&@#%*+=<>"


@pytest.mark.parametrize("text", [LATIN, VIETNAMESE, GREEK, CYRILLIC, PUNCTUATION])
@pytest.mark.parametrize("face", [SERIF, SANS, SANS_BOLD, WIDE])
def test_the_fonts_have_every_letter_of_european_names(face: str, text: str) -> None:
    lacking = [character for character in text if not read_face(face).has(character)]

    assert not lacking


@pytest.mark.parametrize(
    ("block", "first", "last"),
    [
        ("Latin",                     0x00C0, 0x024F),
        ("Latin, with more marks",    0x1E00, 0x1EFF),
        ("Greek",                     0x0370, 0x03E1),
        ("Greek, with ancient marks", 0x1F00, 0x1FFF),
        ("Cyrillic",                  0x0400, 0x052F),
    ],
)  # fmt: skip
def test_one_face_has_every_letter_of_three_alphabets(block: str, first: int, last: int) -> None:
    letters = [chr(code) for code in range(first, last + 1) if chr(code).isalpha()]

    assert [letter for letter in letters if not shows_whole(letter, read_face(WIDE))] == []
    assert missing_glyphs("".join(letters)) == ""


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Zoë Łukasik, Микола Ткаченко",  ""),
        ("A\u0308\u00a0ŧ",                ""),
        ("水島 遥 Haruka 水",             "水島遥"),
        ("Ḝva Ṩ n̈ m̃ x̌ e̊ q̃ Ɓala Қазақ",   ""),
        ("one\u2010two\u00ad２０",         ""),
        ("Party 🎉",                      "🎉"),
        ("سلمى",                          "سلمى"),
        ("Why שלום matters",              "שלום"),
        ("n\u0e34x",                      "n\u0e34"),
    ],
)  # fmt: skip
def test_what_no_font_can_show_is_told(text: str, missing: str) -> None:
    assert missing_glyphs(text) == missing


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The night shift",            "The night shift"),
        ("Party 🎉 time 👩‍👩‍👧‍👦!",       "Party time !"),
        ("One\u00a0two\u2009three",    "One two three"),
        ("e\u0301te\u0301",            "été"),
        ("co\u00adop\u2011work",       "coop‑work"),
        ("ﬁn ２０２６",                "ﬁn 2026"),
        ("Sa\u0e34m",                  "Sam"),
        ("図書館 Library",             "… Library"),
        ("Why שלום עולם matters",      "Why … matters"),
        ("図書館",                     ""),
        ("水 火",                      ""),
        ("Ḝ Ṩ",                        "E\u0327\u0306 S\u0323\u0307"),
        ("n̈ j̈ i\u0328\u0301",          "n\u0308 ȷ\u0308 ı\u0328\u0301"),
        ("",                           ""),
    ],
)  # fmt: skip
def test_what_a_font_lacks_is_replaced_or_left_out(text: str, shown: str) -> None:
    assert drawable(text, read_face(SANS_BOLD)) == shown


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("The night shift",  SERIF),
        ("n̈ m̃ Ṩ 🎉",         SERIF),
        ("Ŧuoŧŧar",          SANS_BOLD),
        ("Ɓala",             SANS_BOLD),
        ("Ƙofar",            WIDE),
        ("図書館",           SERIF),
    ],
)  # fmt: skip
def test_a_text_is_set_in_the_first_face_that_shows_most_of_it(text: str, face: str) -> None:
    assert best_face(text, (SERIF, SANS_BOLD, WIDE)).name == face


@given(st.text())
@settings(deadline=None, max_examples=60)
def test_what_is_drawable_has_all_its_glyphs(text: str) -> None:
    for face in (SERIF, SANS, WIDE):
        assert read_face(face).has(drawable(text, read_face(face)))


@pytest.mark.skipif(not features.check("raqm"), reason="Pillow cannot shape texts here")
@pytest.mark.parametrize("face", [SERIF, SANS, SANS_BOLD, WIDE])
@pytest.mark.parametrize(
    "text", ["AVATAR To We", "“Yes,” T. Łukasik", "Київ Та Ґ.", "ΑΥΤΟ Τα", "r.v,y/"]
)
def test_a_text_is_as_wide_as_harfbuzz_sets_it(face: str, text: str) -> None:
    shaped = ImageFont.truetype(font_file(face), 1000, layout_engine=ImageFont.Layout.RAQM)
    plain = ["-liga", "-calt", "-locl", "-ccmp", "-clig"]

    assert read_face(face).width(text, 1000) == pytest.approx(
        shaped.getlength(text, features=plain), abs=len(text)
    )


def test_kerning_is_counted() -> None:
    face = read_face(SERIF)

    assert face.width("AV", 100) < face.width("A", 100) + face.width("V", 100)
    assert face.width("AV", 100) == pytest.approx(2 * face.width("AV", 50))
    assert [round(x) for _, x, _ in face.places("AV", 100)] == [
        0,
        round(face.width("AV", 100) - face.width("V", 100)),
    ]
