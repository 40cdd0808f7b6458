import re

import pytest
from fontTools.ttLib import TTFont

from advocacy.theme import theme_path

STATIC = theme_path() / "static"
SHEETS = sorted(STATIC.glob("*.css"))
FIRST = sorted(STATIC.glob("fonts/*-latin.woff2"))
# Written around a text's Markdown, and so in no template.
FROM_CONTENT = {
    "admonition",
    "admonition-title",
    "align-center",
    "align-right",
    "drawing",
    "footnote",
    "heading",
    "permalink",
    "table",
}


def selectors(text: str) -> str:
    text = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", text, flags=re.DOTALL)
    return "\n".join(re.findall(r"([^{};]+)\{", text))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_rule_shouts_or_styles_an_id(sheet) -> None:
    text = sheet.read_text(encoding="utf-8")

    assert "!important" not in text
    assert not re.search(r"#[a-z_]", selectors(text))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_file_that_a_sheet_names_is_there(sheet) -> None:
    text = sheet.read_text(encoding="utf-8")

    named = re.findall(r'url\("([^"]+)"\)', text)

    assert [name for name in named if not (STATIC / name).is_file()] == []
    assert "@import" not in text


def test_every_font_is_used_and_has_its_licence() -> None:
    named = (STATIC / "fonts.css").read_text(encoding="utf-8")

    unused = [file.name for file in (STATIC / "fonts").glob("*.woff2") if file.name not in named]

    assert unused == []
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts" / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FIRST, ids=lambda file: file.stem)
def test_a_sign_that_no_font_has_is_shown_as_a_box(file) -> None:
    """Browsers take the box of the font that has the space; `pyftsubset` leaves a blank there."""
    with TTFont(file) as font:
        box = font["glyf"][".notdef"]

        assert font.getBestCmap()[0x20]
        assert box.numberOfContours > 0
        assert font["hmtx"][".notdef"][0] > box.xMax - box.xMin


def test_every_class_with_a_look_is_in_a_template() -> None:
    templates = "".join(
        file.read_text(encoding="utf-8") for file in (theme_path() / "templates").glob("*.html")
    )
    used = {name for value in re.findall(r'class="([^"]*)"', templates) for name in value.split()}
    names = ("style.css", "kits.css", "search.css", "staff.css")
    sheets = ((STATIC / name).read_text(encoding="utf-8") for name in names)
    looks = {name for sheet in sheets for name in re.findall(r"\.([a-z][\w-]*)", selectors(sheet))}

    assert looks - used - FROM_CONTENT == set()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_nothing_is_said_of_left_and_right(sheet) -> None:
    """What begins a line stands on the right in Arabic."""
    text = sheet.read_text(encoding="utf-8")

    assert re.findall(r"[\w-]*\b(?:left|right)\b[\w-]*:|: (?:left|right)\b", text) == []
    sides = re.findall(r"(?:padding|margin|inset): [^\s;]+ ([^\s;]+) [^\s;]+ ([^\s;]+);", text)
    assert [(right, left) for right, left in sides if right != left] == []


def test_the_stylesheet_stays_short_enough_to_read() -> None:
    lines = (STATIC / "style.css").read_text(encoding="utf-8").splitlines()

    assert len(lines) < 500
    assert max(len(line) for line in lines) <= 110
