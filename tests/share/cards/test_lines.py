import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy.share.cards.bidi import RIGHT
from advocacy.share.cards.fitting import Fitted, Room, fit_text
from advocacy.share.cards.lines import wrap
from advocacy.share.cards.pieces import make_pieces
from advocacy.share.cards.typesetting import faces_of
from tests.share.cards.titles import JAPANESE, TITLES

FACES = faces_of("serif", (JAPANESE,))
ROOM = Room(1056, 306, 92, 44, 8, 1.12)
WORDS = "ab é日、「」 - – ไทย שלום العربية ि क 🎉"
SAMPLES = st.sampled_from([*WORDS, "ไทย", "العربية"])


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("The night shift",              20, ["The night shift"]),
        ("The night shift",              10, ["The night", "shift"]),
        ("one two three four five",      16, ["one two three", "four five"]),
        ("aa bb cc dd ee ff",            14, ["aa bb cc", "dd ee ff"]),
        ("well-known words",             12, ["well-known", "words"]),
        ("so – and so",                   6, ["so –", "and so"]),
        ("a Donaudampfschiff b",          8, ["a Dona-", "udampf-", "schiff b"]),
        ("0123456789ab",                  6, ["012345", "6789ab"]),
        ("n̈n̈n̈n̈n̈n̈",                       5, ["n̈n̈-", "n̈n̈-", "n̈n̈"]),
        ("-5 degrees",                    8, ["-5", "degrees"]),
        ("Quoi\u00a0? Oui\u00a0!",        7, ["Quoi\u00a0?", "Oui\u00a0!"]),
        ("שלוםשלום",                      5, ["שלום", "שלום"]),
        ("",                              8, []),
    ],
)  # fmt: skip
def test_lines_break_between_words_and_are_even(text: str, room: int, lines: list[str]) -> None:
    assert list(wrap(make_pieces(text, "en"), len, room).lines) == lines


@pytest.mark.parametrize(
    ("lang", "text", "room", "lines"),
    [
        ("ja", "なぜ私は四万冊を動かしたのか",   6, ["なぜ私は", "四万冊を", "動かしたのか"]),
        ("ja", "図書館の夜、時計。",             6, ["図書館の", "夜、時計。"]),
        ("ja", "「夜」ー「昼」",                 4, ["「夜」ー", "「昼」"]),
        ("zh", "我们为什么要把四万本书移动",     7, ["我们为什么要", "把四万本书移动"]),
        ("th", "ทำไมเราจึงย้ายหนังสือไปทางซ้าย",     18, ["ทำไมเราจึงย้าย", "หนังสือไปทางซ้าย"]),
    ],
)  # fmt: skip
def test_scripts_without_spaces_break_between_phrases(
    lang: str, text: str, room: int, lines: list[str]
) -> None:
    assert list(wrap(make_pieces(text, lang), len, room).lines) == lines


@given(st.lists(SAMPLES, max_size=40), st.integers(3, 20), st.sampled_from(["en", "ja", "th"]))
def test_lines_lose_nothing_and_fit(parts: list[str], room: int, lang: str) -> None:
    spaced = " ".join("".join(parts).split())

    broken = wrap(make_pieces(spaced, lang), len, room)

    assert letters("".join(broken.lines)) == letters(spaced)
    assert all(len(line) <= room or " " not in line for line in broken.lines)


def letters(text: str) -> str:
    return text.replace(" ", "").replace("-", "")


def fit(text: str, lang: str = "en", room: Room = ROOM) -> Fitted:
    return fit_text(text, FACES, lang, room)


@pytest.mark.parametrize(
    ("text", "size", "count"), [("The night shift", 92, 1), (TITLES["very-long"]["title"], 48, 5)]
)
def test_a_text_is_as_large_as_fits(text: str, size: int, count: int) -> None:
    fitted = fit(text)

    assert fitted.size_px == pytest.approx(size, abs=3)
    assert len(fitted.lines) == count
    assert not fitted.is_cut


def test_what_does_not_fit_is_cut_at_a_word() -> None:
    fitted = fit("Why we moved forty thousand books, and so on. " * 30)

    assert fitted.size_px == ROOM.smallest_px
    assert fitted.lines[-1].endswith("…")
    assert (
        fitted.lines[-1].rstrip("…").split()[-1] in "Why we moved forty thousand books, and so on"
    )
    assert fitted.is_cut


def test_a_text_in_arabic_runs_to_the_left() -> None:
    assert fit(TITLES["arabic"]["title"], "ar").base == RIGHT


@given(st.text(max_size=120), st.integers(40, 900), st.integers(10, 300))
@settings(max_examples=150)
def test_any_text_fits_any_room(text: str, width: int, height: int) -> None:
    room = Room(width, height, 92, 30, 4, 1.2)

    fitted = fit(text, room=room)

    assert len(fitted.lines) <= room.lines
    assert fitted.height_px <= height or fitted.is_cut
    line_px = (fitted.above_px + fitted.below_px) * 30 / fitted.size_px
    assert fitted.size_px >= 30 or line_px > height or width < 60
