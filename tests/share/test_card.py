import re
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from PIL import Image

from advocacy.library import read_library
from advocacy.share.card import CardContent, card_alt, draw_card, missing_glyphs
from advocacy.share.card_colour import ACCENT, INK, PAPER, contrast, readable_on
from advocacy.share.card_font import read_face
from advocacy.share.card_layout import Layout, initials, make_layout
from advocacy.site import read_site
from tests.conftest import PROJECT

ANA = ("Ana Müller", "")
HARUKA = ("水島 遥", "Haruka Mizushima")
NAME = "Lindenmark Libraries"
LONG = (
    "Why we moved forty thousand books four metres to the left, and what the neighbours, the "
    "movers and the mice in the cellar had to tell of it."
)

CARDS = {
    "one-author": CardContent("The night shift", NAME, (ANA,), role="Librarian"),
    "a-title-of-140": CardContent(LONG[:140], NAME, (ANA, HARUKA, ("Микола Ткаченко", ""))),
    "many-authors": CardContent("Kerning: AVATAR & To", NAME, (ANA, HARUKA) * 4),
    "without-glyphs": CardContent("図書館の夜 2026", NAME, (("水島 遥", ""),)),
    "emoji": CardContent("We won 🎉 the prize", NAME, (HARUKA,), accent="#ffcc00"),
    "one-long-word": CardContent("Donaudampfschifffahrtsgesellschaft" * 3, "L" * 90, ()),
    "far-too-long": CardContent(LONG * 4, NAME, (ANA,)),
    "sans-only": CardContent("Sámi: Ŧuoŧŧar", NAME, (ANA,)),
    "more-marks": CardContent("Ḝ Ṩ n̈ m̃ x̌", NAME, (("Ṩana Ñm̃", ""),), "Ƙofar"),
    "another-script": CardContent("Why שלום matters", NAME, (("Ɓala", ""),)),
}


def page(layout: Layout) -> str:
    """Show a layout as people read it in a diff."""
    boxes = [
        f"{'disc' if box.is_round else 'box '} {box.left_px},{box.top_px} "
        f"{box.width_px}x{box.height_px} {box.colour}"
        for box in layout.boxes
    ]
    lines = [
        f"line {line.x_px:g},{line.y_px:g} {line.size_px}px {line.face} {line.colour} {line.text}"
        for line in layout.lines
    ]
    return "\n".join([*boxes, *lines, ""])


@pytest.mark.parametrize("name", CARDS)
def test_the_layout_of_a_card(golden: Callable[[str, str], None], name: str) -> None:
    golden(f"share/cards/{name}.txt", page(make_layout(CARDS[name])))


@pytest.mark.parametrize("name", CARDS)
def test_a_card_stays_in_what_networks_show(name: str) -> None:
    assert_within_the_safe_area(make_layout(CARDS[name]))


def assert_within_the_safe_area(layout: Layout) -> None:
    for line in layout.lines:
        assert line.x_px >= 60
        assert line.x_px + read_face(line.face).width(line.text, line.size_px) <= 1140
        assert line.y_px - 0.75 * line.size_px >= 45
        assert line.y_px + 0.25 * line.size_px <= 585
        assert not missing_glyphs(line.text)
    for box in layout.boxes[1:]:
        assert 60 <= box.left_px <= box.left_px + box.width_px <= 1140
        assert 45 <= box.top_px <= box.top_px + box.height_px <= 585


def test_a_title_of_140_characters_is_shown_whole() -> None:
    content = CARDS["a-title-of-140"]

    shown = " ".join(line.text for line in make_layout(content).lines if line.size_px > 40)

    assert len(content.title) == 140
    assert shown == content.title


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_a_small_png_of_the_size_that_previews_want(name: str) -> None:
    card = draw_card(CARDS[name])

    with Image.open(BytesIO(card)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(card) < 60_000


def test_equal_contents_give_equal_bytes() -> None:
    content = CARDS["one-author"]

    assert draw_card(content) == draw_card(
        CardContent("The night shift", NAME, (ANA,), "Librarian")
    )


def test_ink_is_where_the_layout_says() -> None:
    with Image.open(BytesIO(draw_card(CARDS["one-author"]))) as paletted:
        image = paletted.convert("L")
    title = next(line for line in make_layout(CARDS["one-author"]).lines if line.size_px > 40)
    width = read_face(title.face).width(title.text, title.size_px)

    left, top, right, bottom = ink_of(image.crop((0, 144, 1200, 450)))

    assert left == pytest.approx(title.x_px, abs=6)
    assert right == pytest.approx(title.x_px + width, abs=6)
    assert title.y_px - title.size_px < top + 144 < bottom + 144 < title.y_px + title.size_px / 3


def ink_of(image: Image.Image) -> tuple[int, int, int, int]:
    box = image.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize(
    ("content", "alt"),
    [
        (CARDS["one-author"], "The night shift - Ana Müller - Lindenmark Libraries"),
        (CardContent("夜", "図書館", (HARUKA, ANA)), "夜 - 水島 遥, Ana Müller - 図書館"),
        (CardContent("Night", "", ()), "Night"),
    ],
)
def test_the_alt_text_says_what_the_card_says(content: CardContent, alt: str) -> None:
    assert card_alt(content) == alt


@pytest.mark.parametrize(
    ("name", "latin", "shown"),
    [
        ("Zoë Łukasik",   "Zoe Lukasik",      "Zoë Łukasik"),
        ("Ṩana Ɓala",     "Sana Bala",        "Ṩana Ɓala"),
        ("水島 遥",       "Haruka Mizushima", "Haruka Mizushima"),
        ("Haruka 水島",   "Haruka Mizushima", "Haruka Mizushima"),
    ],
)  # fmt: skip
def test_a_name_is_in_latin_letters_only_where_it_must_be(
    name: str, latin: str, shown: str
) -> None:
    layout = make_layout(CardContent("Night", NAME, ((name, latin),)))

    assert normalize("NFC", layout.lines[-1].text) == shown


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Müller",         "AM"),
        ("Salma Ben Youssef",  "SY"),
        ("Anne-Marie Łukasik", "AŁ"),
        ("Prince",             "P"),
        ("(…)",                ""),
    ],
)  # fmt: skip
def test_initials_are_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("paper", "inks", "ink"),
    [
        (PAPER,     (ACCENT, INK),    ACCENT),
        (PAPER,     ("#ffcc00", INK), INK),
        ("#ffcc00", (PAPER, INK),     INK),
        (ACCENT,    (PAPER, INK),     PAPER),
    ],
)  # fmt: skip
def test_a_colour_that_cannot_be_read_gives_way(
    paper: str, inks: tuple[str, ...], ink: str
) -> None:
    assert readable_on(paper, *inks) == ink


def test_contrast_is_as_wcag_has_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def sample_cards() -> Iterator[CardContent]:
    library = read_library(read_site(PROJECT))
    for post in library.posts:
        if post.is_public(date(2100, 1, 1)):
            people = (library.staff[author] for author in post.authors)
            names = tuple((person.name, person.name_latin) for person in people)
            yield CardContent(post.title, library.site.name, names)


def test_every_sample_card_shows_its_title_and_all_its_authors() -> None:
    for content in sample_cards():
        layout = make_layout(content)
        text = " ".join(line.text for line in layout.lines)

        assert_within_the_safe_area(layout)
        assert content.title in text
        for name, latin in content.authors:
            assert name in text or latin in text


@pytest.mark.corpus
def test_every_title_of_a_real_blog_is_shown_whole(corpus: Path) -> None:
    titles = [
        match.group(1).strip("\"' ")
        for file in sorted(corpus.rglob("*.md"))
        if (match := re.search(r"^title: *(.+)$", file.read_text(encoding="utf-8"), re.MULTILINE))
    ]

    cut_short = [
        title
        for title in titles
        if make_layout(CardContent(title, NAME, (ANA,))).lines[-3].text.endswith("…")
    ]

    assert len(titles) > 400
    assert not cut_short
