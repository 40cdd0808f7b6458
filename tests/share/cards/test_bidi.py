"""UAX #9, held against FriBidi where the machine has it."""

import ctypes
from ctypes.util import find_library

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy.share.cards.bidi import LEFT, RIGHT, base_level, levels, visual_order

FRIBIDI = find_library("fribidi")
# Of each kind that titles hold, brackets and marks among them. Marks stand on letters: of one on a
# bracket, FriBidi 1.0.8 makes that the next bracket is none.
SIGNS = "ab Aבל عر ١٢ 123 .,:+-%$€ ()[]{}<>«»“”〈〉–\u200c\u200d\u200f\u200e"
CHARACTERS = [*SIGNS, "n̈", "בָ", "عَ"]


@pytest.mark.parametrize(
    ("text", "base", "found"),
    [
        ("abc",            LEFT,  [0, 0, 0]),
        ("אבג",            LEFT,  [1, 1, 1]),
        ("a אב c",         LEFT,  [0, 0, 1, 1, 0, 0]),
        ("א 12",           RIGHT, [1, 1, 2, 2]),
        ("א (b)",          RIGHT, [1, 1, 1, 2, 1]),
        ("ab ",            RIGHT, [2, 2, 1]),
        ("עם 1-2",         RIGHT, [1, 1, 1, 2, 2, 2]),
        ("",               LEFT,  []),
    ],
)  # fmt: skip
def test_levels(text: str, base: int, found: list[int]) -> None:
    assert levels(text, base) == found


@pytest.mark.parametrize(
    ("found", "order"),
    [
        ([0, 0, 0], [0, 1, 2]),
        ([1, 1, 1], [2, 1, 0]),
        ([0, 1, 0], [0, 1, 2]),
        ([1, 2, 1], [2, 1, 0]),
        ([0, 1, 2, 1, 0], [0, 3, 2, 1, 4]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([], []),
    ],
)
def test_runs_are_put_in_the_order_in_which_they_are_seen(
    found: list[int], order: list[int]
) -> None:
    assert visual_order(found) == order


@pytest.mark.parametrize(
    ("text", "way"), [("Abc", LEFT), ("… אב", RIGHT), ("12 عر", RIGHT), ("12", LEFT)]
)
def test_a_text_runs_the_way_of_its_first_letter(text: str, way: int) -> None:
    assert base_level(text) == way


@pytest.mark.skipif(FRIBIDI is None, reason="FriBidi is not here")
@given(st.lists(st.sampled_from(CHARACTERS), min_size=1, max_size=24), st.sampled_from([0, 1]))
@settings(max_examples=500)
def test_levels_are_those_of_fribidi(characters: list[str], base: int) -> None:
    text = "".join(characters)
    ours = levels(text, base)

    theirs = fribidi_levels(text, base)

    # What is seen nowhere may have any level.
    seen = [at for at, character in enumerate(text) if character not in "\u200c\u200d"]
    assert [ours[at] for at in seen] == [theirs[at] for at in seen]


def fribidi_levels(text: str, base: int) -> list[int]:
    library = ctypes.CDLL(FRIBIDI)
    count = len(text)
    codes = (ctypes.c_uint32 * count)(*map(ord, text))
    kinds, brackets = (ctypes.c_uint32 * count)(), (ctypes.c_uint32 * count)()
    library.fribidi_get_bidi_types(codes, count, kinds)
    library.fribidi_get_bracket_types(codes, count, kinds, brackets)
    # FRIBIDI_PAR_LTR and FRIBIDI_PAR_RTL, as fribidi-bidi-types.h has them.
    way = ctypes.c_uint32([0x110, 0x111][base])
    found = (ctypes.c_int8 * count)()
    assert library.fribidi_get_par_embedding_levels_ex(
        kinds, brackets, count, ctypes.byref(way), found
    )
    return list(found)
