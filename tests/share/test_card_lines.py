import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy.share.card_lines import longest_word, wrap


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
        ("a Donaudampfschiff b",          8, ["a", "Donauda-", "mpfschi-", "ff b"]),
        ("Donaudampf und Rhein",          8, ["Donauda-", "mpf und", "Rhein"]),
        ("0123456789ab",                  6, ["012345", "6789ab"]),
        ("n̈n̈n̈n̈n̈n̈",                       5, ["n̈n̈-", "n̈n̈-", "n̈n̈"]),
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
    assert letters("".join(lines)) == letters(spaced)


def letters(text: str) -> str:
    return text.replace(" ", "").replace("-", "")
