from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from advocacy.share.cards.bidi import LEFT, RIGHT
from advocacy.share.cards.content import Look
from advocacy.share.cards.design_file import read_design
from advocacy.share.cards.drawing import draw_layout
from advocacy.share.cards.faces import FontError, built_in_faces, read_face
from advocacy.share.cards.layout import make_layout
from advocacy.share.cards.shaping import Shaped, shape
from advocacy.share.cards.text_shaping import text_shaping
from advocacy.share.cards.typesetting import faces_of
from tests.share.cards.test_layout import DESIGNS
from tests.share.cards.titles import JAPANESE, TITLES, make_content

FACES = faces_of("serif", (JAPANESE,))


def fonts_of(shaped: Shaped) -> list[str]:
    return list(dict.fromkeys(glyph.face.name for glyph in shaped.glyphs))


@pytest.mark.parametrize(
    ("text", "lang", "fonts"),
    [
        ("The night shift", "en", ["source-serif-4-semibold"]),
        ("Київ, Αθήνα",     "uk", ["source-serif-4-semibold"]),
        ("Ƙofar",           "ha", ["noto-sans-semibold", "source-serif-4-semibold"]),
        ("سلام",            "ar", ["noto-sans-arabic-semibold"]),
        ("שלום",            "he", ["noto-sans-hebrew-semibold"]),
        ("पुस्तक",             "hi", ["noto-sans-devanagari-semibold"]),
        ("หนังสือ",            "th", ["noto-sans-thai-semibold"]),
        ("四万冊",           "ja", ["noto-sans-jp-subset"]),
        ("a שלום b",        "en", ["source-serif-4-semibold", "noto-sans-hebrew-semibold"]),
    ],
)  # fmt: skip
def test_each_script_has_its_font(text: str, lang: str, fonts: list[str]) -> None:
    assert sorted(fonts_of(shape(text, FACES, lang, LEFT))) == sorted(fonts)


@pytest.mark.parametrize("name", TITLES)
def test_no_title_has_a_glyph_that_stands_for_what_is_missing(name: str) -> None:
    layout = make_layout(make_content(name), Look(read_design(DESIGNS["page"])), "preview")

    for line in layout.lines:
        shaped = shape(line.text, faces_of(line.font), TITLES[name]["lang"], line.base)
        assert 0 not in [glyph.number for glyph in shaped.glyphs], line.text


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("حح",    ["ح", "ح"]),      # two letters join
        ("क्ष",    ["क", "ष"]),      # two consonants are one sign
        ("ft",    ["f", "t"]),      # a ligature
    ],
)  # fmt: skip
def test_letters_side_by_side_are_others_than_alone(text: str, alone: list[str]) -> None:
    glyphs = partial(shape, faces=FACES, lang="", base=LEFT)

    together = [glyph.number for glyph in glyphs(text).glyphs]

    assert together != [glyph.number for each in alone for glyph in glyphs(each).glyphs]


def test_a_language_has_its_own_forms_of_letters() -> None:
    serbian, russian = (shape("бгд", FACES, lang, LEFT) for lang in ("sr", "ru"))

    assert [each.number for each in serbian.glyphs] != [each.number for each in russian.glyphs]


def test_kerning_is_counted() -> None:
    width = {text: shape(text, FACES, "en", LEFT).width for text in ("AV", "A", "V")}

    assert width["AV"] < width["A"] + width["V"]


def test_a_mark_takes_no_room_and_stands_above() -> None:
    plain, marked = (shape(text, FACES, "en", LEFT) for text in ("AmV", "Am̃V"))

    assert marked.width == pytest.approx(plain.width)
    assert marked.above >= plain.above


def test_numbers_in_a_hebrew_line_are_read_from_left_to_right() -> None:
    shaped = shape("אב 12", FACES, "he", RIGHT)

    one, two = (face_glyph("1"), face_glyph("2"))
    places = {glyph.number: glyph.x for glyph in shaped.glyphs}
    assert places[one] < places[two]
    assert places[two] < max(glyph.x for glyph in shaped.glyphs)


def face_glyph(character: str) -> int:
    (glyph,) = shape(character, FACES, "en", LEFT).glyphs
    return glyph.number


def test_ink_is_where_the_layout_says() -> None:
    layout = make_layout(make_content("short"), Look(read_design(DESIGNS["page"])), "preview")
    title = next(line for line in layout.lines if line.size_px > 40)
    shaped = shape(title.text, faces_of(title.font), "en", title.base)

    image = draw_layout(layout, (), "en").convert("L").crop((0, 144, 1200, 450))

    left, top, right, bottom = ink_of(image)
    assert left == pytest.approx(title.x_px, abs=6)
    assert right == pytest.approx(title.x_px + shaped.width * title.size_px, abs=6)
    assert top + 144 == pytest.approx(title.y_px - shaped.above * title.size_px, abs=2)
    assert bottom + 144 == pytest.approx(title.y_px + shaped.below * title.size_px, abs=2)


def ink_of(image: Image.Image) -> tuple[int, int, int, int]:
    box = image.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert box is not None
    return box


def test_what_shapes_text_is_told() -> None:
    assert "from its own wheel joins Arabic" in text_shaping()


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("absent.ttf", None,                     "Put the font there"),
        ("empty.ttf",  b"",                      "is no font"),
        ("text.ttf",   b"not a font at all",     "is no font"),
        ("broken.woff", b"wOFF" + bytes(60),     "is a broken WOFF"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_font_is_told(
    tmp_path: Path, name: str, raw: bytes | None, told: str
) -> None:
    if raw is not None:
        (tmp_path / name).write_bytes(raw)

    with pytest.raises(FontError, match=told):
        read_face(tmp_path / name)


def test_a_font_packed_for_the_web_is_read() -> None:
    folder = Path(__file__).parents[3] / "theme/static/fonts"

    assert read_face(folder / "source-serif-4-latin.woff2").has("Night")


def test_the_fonts_have_every_letter_of_european_names() -> None:
    text = (
        "ÀÉÎÕÜßàéîõü ĀāĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĢģĪīİıĶķĹĺĽľŁłŃńŇňŐőŒœŘřŚśŞşŠšŤťŪūŮůŰűŹźŻżŽžȘșȚțŴŵŶŷ"
        "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ"
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωΆΈΉΊΌΎΏάέήίόύώΐΰ"
        "АБВГҐДЂЕЁЄЖЗИІЇЙЈКЛЉМНЊОПРСТЋУЎФХЦЏЧШЩЪЫЬЭЮЯабвгґдђеёєжзиіїйјклљмнњопрстћуўфхцџчшщъыьэюя"
        "-–—…‘’“”„‚«»‹›¿¡§†•·‰€£¥©®™°×÷½ 0123456789 !?.,:;()[]{}/&@#%*+=<>"
    )
    for file in built_in_faces().values():
        assert not [character for character in text if not read_face(file).has(character)]
