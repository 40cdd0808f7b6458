import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from advocacy.errors import ContentError
from advocacy.kept_files import KeptFiles
from advocacy.share.cards.card import card_alt, draw_card, is_photo
from advocacy.share.cards.content import CardAuthor, CardContent, CardPicture
from advocacy.share.cards.encoding import encode_photo
from advocacy.share.cards.pictures import read_fitted
from advocacy.share.cards.shapes import Picture
from advocacy.share.cards.sizes import SIZES
from advocacy.share.cards.store import make_card_key
from tests.share.cards.test_layout import DESIGNS, HARUKA, look_of
from tests.share.cards.titles import ANA, NAME, TITLES, make_content

SHORT = make_content("short")
PAGE = look_of("page")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("design", DESIGNS)
def test_a_card_of_text_is_a_small_png(design: str, size: str) -> None:
    card = draw_card(SHORT, look_of(design), size)

    with Image.open(BytesIO(card)) as image:
        assert (image.format, image.size) == ("PNG", (SIZES[size].width_px, SIZES[size].height_px))
    assert len(card) < 90_000


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("design", DESIGNS)
def test_a_card_with_a_picture_stays_small_whatever_it_shows(
    design: str, size: str, photo: CardPicture
) -> None:
    content = replace(SHORT, picture=photo)
    card = draw_card(content, look_of(design), size)

    with Image.open(BytesIO(card)) as image:
        assert image.format == ("JPEG" if is_photo(content, look_of(design), size) else "PNG")
    assert len(card) < SIZES[size].most_bytes


@pytest.mark.parametrize("name", TITLES)
def test_equal_contents_give_equal_bytes(name: str) -> None:
    content = make_content(name)

    assert draw_card(content, PAGE, "preview") == draw_card(replace(content), PAGE, "preview")


def test_a_language_is_part_of_a_card() -> None:
    serbian = replace(SHORT, title="бгд", lang="sr")

    assert draw_card(serbian, PAGE, "preview") != draw_card(
        replace(serbian, lang="ru"), PAGE, "preview"
    )


@pytest.mark.parametrize(
    ("content", "alt"),
    [
        (CardContent("Night", NAME, (ANA,)), f"Night - Ana Müller - {NAME}"),
        (CardContent("夜", "図書館", (HARUKA, ANA)), "夜 - 水島 遥, Ana Müller - 図書館"),
        (CardContent("Party 🎉", ""), "Party 🎉"),
        (
            CardContent("Night", NAME, (ANA,), quote="We slept."),
            f"“We slept.” - Ana Müller - {NAME}",
        ),
    ],
)
def test_the_alt_text_says_what_the_card_says(content: CardContent, alt: str) -> None:
    assert card_alt(content) == alt


@pytest.mark.parametrize(
    ("focus", "colour"), [((0, 0.5), "#ff0000"), ((0.5, 0.5), "#00ff00"), ((1, 0.5), "#0000ff")]
)
def test_a_picture_is_cut_around_its_focus(
    tmp_path: Path, focus: tuple[float, float], colour: str
) -> None:
    image = Image.new("RGB", (300, 100), "#00ff00")
    ImageDraw.Draw(image).rectangle((0, 0, 99, 99), "#ff0000")
    ImageDraw.Draw(image).rectangle((200, 0, 299, 99), "#0000ff")
    image.save(tmp_path / "three.png")

    shape = Picture(0, 0, 100, 100, CardPicture(tmp_path / "three.png", focus=focus))

    shown = read_fitted(shape).getpixel((50, 50))
    assert shown == (*(int(colour[at : at + 2], 16) for at in (1, 3, 5)), 255)


def test_a_picture_is_shown_as_the_camera_was_held(tmp_path: Path) -> None:
    image = Image.new("RGB", (300, 100), "#ff0000")
    image.paste("#0000ff", (150, 0, 300, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter, to the right
    image.save(tmp_path / "turned.jpg", exif=exif, quality=95)

    shape = Picture(0, 0, 100, 300, CardPicture(tmp_path / "turned.jpg"))

    red, _, blue, _ = read_fitted(shape).getpixel((50, 30))  # type: ignore[misc]
    assert red > 200 > 60 > blue


def test_what_is_clear_in_a_portrait_shows_what_is_behind(tmp_path: Path) -> None:
    file = tmp_path / "clear.png"
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(file)
    content = replace(SHORT, authors=(replace(ANA, photo=CardPicture(file)),))

    with Image.open(BytesIO(draw_card(content, PAGE, "preview"))) as image:
        darkest = min(image.convert("L").crop((72, 500, 140, 572)).tobytes())

    assert darkest > 240


def test_a_picture_of_65536_greys_is_not_white(tmp_path: Path) -> None:
    file = tmp_path / "grey.png"
    Image.new("I;16", (600, 400), 0x8000).save(file)

    fitted = read_fitted(Picture(0, 0, 60, 40, CardPicture(file)))

    assert fitted.getpixel((30, 20)) == (128, 128, 128, 255)


@pytest.mark.parametrize("size", SIZES)
def test_a_card_that_is_all_grain_stays_small(size: str) -> None:
    wanted = SIZES[size]
    noise = [Image.effect_noise((wanted.width_px, wanted.height_px), 200) for _ in "rgb"]

    assert len(encode_photo(Image.merge("RGB", noise), wanted.most_bytes)) < wanted.most_bytes


def test_a_broken_picture_is_told(tmp_path: Path) -> None:
    file = tmp_path / "broken.png"
    Image.effect_noise((800, 600), 80).save(file)
    file.write_bytes(file.read_bytes()[:20_000])
    broken = CardPicture(file, "content/images/broken.png")

    with pytest.raises(ContentError, match=r"content/images/broken\.png: The picture is broken"):
        draw_card(replace(SHORT, picture=broken), PAGE, "preview")


def test_a_card_is_kept_by_all_that_it_shows(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    Image.new("RGB", (600, 400), "#123456").save(file)
    pictured = replace(SHORT, picture=CardPicture(file))
    keys = [
        make_card_key(SHORT, PAGE, "preview"),
        make_card_key(SHORT, PAGE, "square"),
        make_card_key(SHORT, look_of("cover"), "preview"),
        make_card_key(SHORT, replace(PAGE, accent="#123456"), "preview"),
        make_card_key(replace(SHORT, lang="fr"), PAGE, "preview"),
        make_card_key(pictured, PAGE, "preview"),
        make_card_key(replace(pictured, picture=CardPicture(file, focus=(0, 0))), PAGE, "preview"),
    ]
    Image.new("RGB", (600, 400), "#654321").save(file)
    keys.append(make_card_key(pictured, PAGE, "preview"))

    assert len({*keys}) == len(keys)
    assert make_card_key(replace(SHORT), PAGE, "preview") == keys[0]


def test_a_card_that_nothing_shows_any_more_goes(tmp_path: Path) -> None:
    store = KeptFiles(tmp_path / "cards")
    store.write("one", b"1")
    store.write("two", b"2")

    store.forget_all_but(["two"])

    assert store.read("one") is None
    assert store.read("two") == b"2"


@pytest.mark.parametrize(
    "text", ["W", "夜四本、", "ทำไมเราจึง", "a\u0301", "a-", "aש", "([", "a\u00a0"]
)
def test_no_text_takes_long(text: str) -> None:
    long = text * (800 // len(text))
    content = CardContent(long, long, (CardAuthor(long),), summary=long, lang="ja")
    started = time.process_time()

    draw_card(content, PAGE, "square")

    assert time.process_time() - started < 10
