from collections.abc import Callable
from dataclasses import replace

import pytest

from advocacy.share.cards.card import is_photo
from advocacy.share.cards.content import CardAuthor, CardContent, CardPicture, Look
from advocacy.share.cards.design_file import design_files, read_design
from advocacy.share.cards.fitting import shape_line
from advocacy.share.cards.layout import make_layout
from advocacy.share.cards.legible import missing_characters
from advocacy.share.cards.shapes import Box, Layout, Line, Picture, Scrim, Shape
from advocacy.share.cards.sizes import SIZES
from advocacy.share.cards.typesetting import faces_of
from tests.conftest import PROJECT
from tests.share.cards.titles import ANA, JAPANESE, NAME, TITLES, make_content

DESIGNS = design_files(PROJECT)
FONTS = (JAPANESE,)
HARUKA = CardAuthor("水島 遥", "Haruka Mizushima")


def look_of(design: str) -> Look:
    return Look(read_design(DESIGNS[design]), fonts=FONTS)


def page(layout: Layout) -> str:
    """Show a layout as people read it in a diff."""
    return "\n".join([*map(shape_row, layout.shapes[1:]), *map(line_row, layout.lines)])


def shape_row(shape: Shape) -> str:
    place = f"{shape.left_px},{shape.top_px} {shape.width_px}x{shape.height_px}"
    if isinstance(shape, Box):
        return f"{'disc' if shape.is_round else 'box '} {place} {shape.colour}"
    if isinstance(shape, Scrim):
        return f"scrim {place} {shape.colour} {shape.edge} {shape.fade_px} {' '.join(shape.inks)}"
    return f"{'photo' if shape.is_round else 'picture'} {place} {shape.picture.focus}"


def line_row(line: Line) -> str:
    where = f"{line.x_px:g},{line.y_px} {line.size_px}px"
    return f"line {where} {line.font} {line.colour} {line.text}"


@pytest.mark.parametrize("design", DESIGNS)
def test_the_layouts_of_a_design(
    golden: Callable[[str, str], None], design: str, photo: CardPicture
) -> None:
    look, shown = look_of(design), list[tuple[str, CardContent, str]]()
    shown += [(f"preview, {name}", make_content(name), "preview") for name in TITLES]
    shown += [(size, make_content("short"), size) for size in SIZES if size != "preview"]
    pictured = replace(make_content("short"), picture=photo)
    shown += [(f"{size}, with a picture", pictured, size) for size in SIZES if size != "quote"]
    several = replace(pictured, authors=(ANA, HARUKA, replace(ANA, photo=photo)) * 2)
    shown += [("square, several authors", several, "square")]

    pages = [
        f"# {title}\n{page(make_layout(content, look, size))}" for title, content, size in shown
    ]

    golden(f"share/cards/{design}.txt", "\n\n".join([*pages, ""]))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("name", TITLES)
def test_all_that_is_written_is_in_what_networks_show(name: str, design: str, size: str) -> None:
    layout = make_layout(make_content(name), look_of(design), size)

    margin, room = SIZES[size].margin_px, SIZES[size]
    for line in layout.lines:
        shaped = shape_line(line.text, faces_of(line.font, FONTS), "en", line.base)
        assert line.x_px >= margin
        assert line.x_px + shaped.width * line.size_px <= room.width_px - margin + 1
        assert line.y_px - shaped.above * line.size_px >= margin - 20
        assert line.y_px + shaped.below * line.size_px <= room.height_px - margin + 20
        assert not missing_characters(line.text, faces_of(line.font, FONTS))


@pytest.mark.parametrize("size", ["preview", "square", "portrait", "story"])
@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("name", [name for name in TITLES if name not in {"emoji", "one-word"}])
def test_a_title_is_shown_whole(name: str, design: str, size: str) -> None:
    layout = make_layout(make_content(name), look_of(design), size)

    shown = "".join(line.text for line in layout.lines).replace(" ", "").replace("\u00a0", "")
    title = TITLES[name]["title"].replace(" ", "").replace("\u202f", "")
    if name == "very-long" and title not in shown:
        assert "…" in shown
    else:
        assert title in shown


def test_a_card_in_arabic_is_the_mirror_of_one_in_english() -> None:
    look = look_of("voice")
    english = make_layout(make_content("short"), look, "preview")
    arabic = make_layout(make_content("arabic"), look, "preview")

    panel, mirrored = english.shapes[1], arabic.shapes[1]

    assert panel.left_px == 0
    assert mirrored.left_px == 1200 - panel.width_px
    assert min(line.x_px for line in english.lines if line.size_px < 100) > panel.width_px
    assert max(line.x_px for line in arabic.lines if line.text != "س\u200cي") < mirrored.left_px


@pytest.mark.parametrize(
    ("title", "lang", "base"),
    [
        ("NASA تطلق صاروخا", "ar", 1),
        ("What we learnt.",  "ar", 0),
        ("2026",             "ar", 1),
        ("סלאם is a word",   "en", 0),
        ("שלום",             "en", 1),
    ],
)  # fmt: skip
def test_a_title_runs_as_its_language_does(title: str, lang: str, base: int) -> None:
    content = CardContent(title, NAME, lang=lang, is_rtl=lang == "ar")

    layout = make_layout(content, look_of("front"), "preview")

    assert {line.base for line in layout.lines if line.text != NAME} == {base}


@pytest.mark.parametrize("name", TITLES)
@pytest.mark.parametrize("design", ["page", "voice"])
def test_initials_stay_inside_of_their_disc(design: str, name: str) -> None:
    layout = make_layout(make_content(name), look_of(design), "preview")

    disc = [shape for shape in layout.shapes if isinstance(shape, Box) and shape.is_round][-1]
    letters = next(line for line in layout.lines if disc.top_px < line.y_px < foot_of(disc))
    shaped = shape_line(letters.text, faces_of(letters.font, FONTS), "en", letters.base)
    ends = letters.x_px, letters.x_px + shaped.width * letters.size_px
    assert disc.left_px < ends[0] < ends[1] < disc.left_px + disc.width_px
    assert ends[1] - ends[0] < 0.7 * disc.width_px


def foot_of(box: Box) -> int:
    return box.top_px + box.height_px


@pytest.mark.parametrize(
    ("width_px", "height_px", "size", "is_shown"),
    [
        (480,  320, "preview", True),
        (480,  320, "story",   False),
        (1600, 900, "story",   True),
        (0,    0,   "story",   True),
    ],
)  # fmt: skip
def test_a_picture_is_not_blown_up(
    photo: CardPicture, width_px: int, height_px: int, size: str, is_shown: bool
) -> None:
    picture = replace(photo, width_px=width_px, height_px=height_px)
    content = replace(make_content("short"), picture=picture)

    shapes = make_layout(content, look_of("cover"), size).shapes

    assert any(isinstance(shape, Picture) for shape in shapes) is is_shown
    assert is_photo(content, look_of("cover"), size) is is_shown


@pytest.mark.parametrize(
    ("lang", "mark"),
    [("en", "“"), ("de", "„"), ("fr", "«"), ("fi", "”"), ("ar", "”"), ("ja", "“")],
)
@pytest.mark.parametrize("design", DESIGNS)
def test_a_quote_begins_with_the_mark_of_its_language(design: str, lang: str, mark: str) -> None:
    content = replace(make_content("short"), lang=lang, is_rtl=lang == "ar")

    lines = make_layout(content, look_of(design), "quote").lines

    (found,) = [line for line in lines if line.text == mark]
    # Wherever a mark stands in its font, here it hangs from the same height, above the words.
    shaped = shape_line(mark, faces_of("serif", FONTS), lang, found.base)
    (other,) = [
        line for line in make_layout(make_content("short"), look_of(design), "quote").lines
        if line.text == "“"
    ]  # fmt: skip
    usual = shape_line("“", faces_of("serif", FONTS), "en", 0)
    hangs = found.y_px - shaped.above * found.size_px
    assert hangs == pytest.approx(other.y_px - usual.above * other.size_px, abs=1)


def test_a_logo_on_a_picture_is_shaded_too(photo: CardPicture) -> None:
    look = replace(look_of("cover"), logo_on_dark=photo)

    layout = make_layout(replace(make_content("short"), picture=photo), look, "preview")

    top = next(each for each in layout.shapes if isinstance(each, Scrim) and each.edge == "top")
    assert top.height_px > 60
    assert top.inks == ("#ffffff",)


def test_initials_on_a_pale_disc_do_not_blacken_the_picture(photo: CardPicture) -> None:
    look = replace(look_of("cover"), accent="#ffcc00")

    layout = make_layout(replace(make_content("short"), picture=photo), look, "preview")

    inks = {ink for shape in layout.shapes if isinstance(shape, Scrim) for ink in shape.inks}
    assert inks == {"#ffffff", "#e4ebe8"}


def test_a_scrim_of_another_colour_is_written_on_in_what_can_be_read(photo: CardPicture) -> None:
    look = look_of("cover")
    parts = look.design.layouts["preview"]
    pale = [replace(part, colour="paper") if part.shows == "scrim" else part for part in parts]
    design = replace(look.design, layouts={"preview": tuple(pale)})

    content = replace(make_content("short"), picture=photo)
    layout = make_layout(content, replace(look, design=design), "preview")

    assert {line.colour for line in layout.lines if line.text == "The night shift"} == {"#12181a"}


def test_a_logo_stands_in_place_of_the_name(photo: CardPicture) -> None:
    content = make_content("short")
    named = make_layout(content, look_of("page"), "preview")

    shown = make_layout(content, replace(look_of("page"), logo=photo), "preview")

    assert NAME in [line.text for line in named.lines]
    assert NAME not in [line.text for line in shown.lines]
    assert [each.keeps for each in shown.shapes if isinstance(each, Picture)] == ["start"]


def test_a_logo_for_light_paper_is_not_put_on_the_accent(photo: CardPicture) -> None:
    content = make_content("short")

    shown = make_layout(content, replace(look_of("cover"), logo=photo), "preview")

    assert NAME in [line.text for line in shown.lines]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("夜 2026", [NAME]),
        ("🎉🎉", [NAME]),
        ("Why 夜の図書館 matters", ["Why … matters", NAME]),
    ],
)
def test_a_title_of_which_little_can_be_shown_gives_way(title: str, lines: list[str]) -> None:
    look = Look(read_design(DESIGNS["page"]))
    layout = make_layout(CardContent(title, NAME), look, "preview")

    assert sorted(line.text for line in layout.lines if "2026" not in line.text) == sorted(lines)


@pytest.mark.parametrize(
    ("author", "shown"),
    [
        (CardAuthor("Zoë Łukasik", "Zoe Lukasik"), "Zoë Łukasik"),
        (HARUKA,                                   "Haruka Mizushima"),
        (CardAuthor("Haruka 水島", "Haruka M."),   "Haruka M."),
    ],
)  # fmt: skip
def test_a_name_is_in_latin_letters_only_where_it_must_be(author: CardAuthor, shown: str) -> None:
    look = Look(read_design(DESIGNS["page"]))
    layout = make_layout(CardContent("Night", NAME, (author,)), look, "preview")

    assert layout.lines[-1].text == shown


def test_more_authors_than_fit_are_counted() -> None:
    content = CardContent("Night", NAME, (ANA, CardAuthor("Salma Ben Youssef")) * 5)

    names = make_layout(content, look_of("page"), "preview").lines[-1].text

    assert names.startswith("Ana Müller, Salma Ben Youssef")
    assert names.endswith(" +7")


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_faces_stand_in_the_middle_of_their_panel(count: int) -> None:
    content = replace(make_content("short"), authors=(ANA,) * count)

    shapes = make_layout(content, look_of("voice"), "preview").shapes

    discs = [shape for shape in shapes if isinstance(shape, Box) and shape.is_round]
    assert len(discs) == 2 * count
    middle = (min(disc.top_px for disc in discs) + max(map(foot_of, discs))) / 2
    assert middle == pytest.approx(315, abs=0.5)
