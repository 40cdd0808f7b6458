import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from advocacy.share.counting import count, fits, graphemes
from advocacy.share.cutting import ELLIPSIS, cut, whole_sentences
from advocacy.share.networks import read_networks

FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "most", "cut_text"),
    [
        ("Somebody winds the clock.",       40, "Somebody winds the clock."),
        ("Somebody winds the clock.",       19, "Somebody winds the…"),
        ("Somebody winds the clock.",       17, "Somebody winds…"),
        ("Somebody, who winds it",          12, "Somebody…"),
        ("Donaudampfschifffahrt",            6, "Donau…"),
        ("日本語の文章は、空白がない。",     9, "日本語の文章は…"),
        ("日本語の文章は、空白がない。",    10, "日本語の文章は、空…"),
        (f"{FAMILY}{FAMILY}{FAMILY}",        2, f"{FAMILY}…"),
        ("Say [[what you would do]] here",  20, "Say…"),
        ("[[what you would do]] here",      10, ""),
        ("https://example.org/a/b/c",       10, ""),
        ("See https://example.org/a/b",     12, "See…"),
        ("clock",                            0, ""),
    ],
)  # fmt: skip
def test_a_text_is_cut_between_words(text: str, most: int, cut_text: str) -> None:
    assert cut(text, lambda start: len(graphemes(start)) <= most) == cut_text


@given(
    st.lists(st.sampled_from([*"ab .,日本\n[](\u0301", FAMILY, "🇩🇪", "https://a.org/b "])),
    st.integers(0, 40),
    st.sampled_from(sorted(read_networks())),
)
@example([*"aaaaaaaa日]", "\u0301", "a", "a"], 11, "bluesky")
def test_a_cut_never_exceeds_its_limit_nor_splits_a_character(
    parts: list[str], most: int, network_id: str
) -> None:
    text = "".join(parts)
    network = read_networks()[network_id]

    found = cut(text, lambda start: count(start, network) <= most)

    assert count(found, network) <= most
    if found != text:
        kept = graphemes(found.removesuffix(ELLIPSIS))
        assert kept == graphemes(text)[: len(kept)]


@given(st.text(max_size=400))
def test_what_fits_is_not_touched(text: str) -> None:
    assert cut(text, lambda _: True) == text


@pytest.mark.parametrize(
    ("most", "kept"),
    [
        (30, "One here. Two here. Three here"),
        (20, "One here. Two here."),
        (18, "One here."),
        (8, ""),
    ],
)
def test_as_many_whole_sentences_are_kept_as_fit(most: int, kept: str) -> None:
    text = "One here. Two here. Three here"

    assert whole_sentences(text, lambda start: len(start) <= most) == kept


def test_a_text_of_a_megabyte_is_cut_in_good_time() -> None:
    for unit in ("word ", "(", "[[", "a."):
        found = cut(unit * 200_000, lambda start: fits(start, read_networks()["bluesky"]))

        assert len(found) <= 300
