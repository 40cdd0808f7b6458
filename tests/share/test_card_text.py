import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont, features

from advocacy.share.card import missing_glyphs
from advocacy.share.card_font import SANS, SANS_BOLD, SERIF, font_file, read_face
from advocacy.share.card_text import drawable, longest_word, wrap

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
@pytest.mark.parametrize("face", [SERIF, SANS, SANS_BOLD])
def test_the_fonts_have_every_letter_of_european_names(face: str, text: str) -> None:
    lacking = [character for character in text if not read_face(face).has(character)]

    assert not lacking


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Zoë Łukasik, Микола Ткаченко",  ""),
        ("A\u0308\u00a0ŧ",                ""),
        ("水島 遥 Haruka 水",             "水島遥"),
        ("Party 🎉",                      "🎉"),
        ("سلمى",                          "سلمى"),
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
        ("Sa\u032bm",                  "Sam"),
        ("図書館 Library",             "Library"),
        ("図書館",                     ""),
        ("",                           ""),
    ],
)  # fmt: skip
def test_what_a_font_lacks_is_replaced_or_left_out(text: str, shown: str) -> None:
    assert drawable(text, read_face(SANS_BOLD)) == shown


@given(st.text())
@settings(deadline=None, max_examples=60)
def test_what_is_drawable_has_all_its_glyphs(text: str) -> None:
    for face in (SERIF, SANS):
        assert read_face(face).has(drawable(text, read_face(face)))


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("The night shift",              20, ["The night shift"]),
        ("The night shift",              10, ["The night", "shift"]),
        ("one two three four five",      16, ["one two three", "four five"]),
        ("aa bb cc dd ee ff",            14, ["aa bb cc", "dd ee ff"]),
        ("well-known words",             12, ["well-known", "words"]),
        ("so – and so",                   6, ["so –", "and so"]),
        ("図書館の夜、時計。",            5, ["図書館の", "夜、時計。"]),
        ("a Donaudampfschiff b",          8, ["a", "Donaudam", "pfschiff", "b"]),
        ("-5 degrees",                    8, ["-5", "degrees"]),
        ("",                              8, []),
    ],
)  # fmt: skip
def test_lines_break_between_words_and_are_even(text: str, room: int, lines: list[str]) -> None:
    assert wrap(text, len, room) == lines


@given(st.text(st.sampled_from("ab -日、é"), max_size=60), st.integers(1, 20))
@settings(deadline=None)
def test_lines_fit_and_lose_nothing(text: str, room: int) -> None:
    spaced = " ".join(text.split())

    lines = wrap(spaced, len, room)

    assert all(len(line) <= room for line in lines) or room < longest_word(spaced, len)
    assert "".join(lines).replace(" ", "") == spaced.replace(" ", "")


@pytest.mark.skipif(not features.check("raqm"), reason="Pillow cannot shape texts here")
@pytest.mark.parametrize("face", [SERIF, SANS, SANS_BOLD])
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
    assert [round(x) for _, x in face.places("AV", 100)] == [
        0,
        round(face.width("AV", 100) - face.width("V", 100)),
    ]
