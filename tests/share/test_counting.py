import unicodedata
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy.share.counting import count, fits, graphemes
from advocacy.share.networks import read_networks

FAMILY = "👩‍👩‍👧‍👦"
LONG = "https://example.org/2026/the-night-shift/?page=1#top"


@pytest.mark.parametrize(
    ("text", "x", "mastodon", "bluesky", "linkedin"),
    [
        ("",                            0,  0,  0,  0),
        ("hello",                       5,  5,  5,  5),
        ("line\nline",                  9,  9,  9,  9),
        (FAMILY,                        2,  1,  1, 11),
        ("👩🏽‍🚀",                          2,  1,  1,  7),
        ("🇩🇪🇫🇷",                        4,  2,  2,  8),
        ("1️⃣ #️⃣",                        5,  3,  3,  7),
        ("☃ ☃️",                         5,  3,  3,  4),
        ("©",                           1,  1,  1,  1),
        ("😷🏽",                          4,  1,  1,  4),
        ("日本語",                      6,  3,  3,  3),
        ("Ελλάδα Київ",                11, 11, 11, 11),
        ("مرحبا",                       5,  5,  5,  5),
        ("नमस्ते",                        6,  3,  3,  6),
        ("e\u0301",                     1,  1,  1,  2),
        ("…",                           2,  1,  1,  1),
        ("“quoted” – so",              13, 13, 13, 13),
        (LONG,                         23, 23, 52, 52),
        ("https://a.org",              23, 23, 13, 13),
        ("HTTPS://EXAMPLE.ORG/A",      23, 23, 21, 21),
        ("example.org",                23, 11, 11, 11),
        ("See example.org/a.",         28, 18, 18, 18),
        (f"({LONG})",                  25, 25, 54, 54),
        (f"{LONG}.",                   24, 24, 53, 53),
        ("https://a.org/b_(c)",        23, 23, 19, 19),
        ("http://münchen.de/x",        23, 23, 19, 19),
        ("http://localhost:8000/",     22, 22, 22, 22),
        ("https://blog.example/1",     22, 22, 22, 22),
        ("https://a.org/本",           25, 23, 15, 15),
        ("中国語example.com中国語",    35, 17, 17, 17),
        ("ana@example.org",            15, 15, 15, 15),
        ("@ana@example.social hi",     22,  7, 22, 22),
        ("@ana hi",                     7,  7,  7,  7),
        ("example.org2",               12, 12, 12, 12),
        ("version 1.2.3",              13, 13, 13, 13),
    ],
)  # fmt: skip
def test_each_network_counts_in_its_own_way(
    text: str, x: int, mastodon: int, bluesky: int, linkedin: int
) -> None:
    networks = read_networks()

    found = [count(text, networks[name]) for name in ("x", "mastodon", "bluesky", "linkedin")]

    assert found == [x, mastodon, bluesky, linkedin]
    assert count(text, networks["facebook"]) == linkedin
    assert count(text, networks["email"]) == bluesky


@pytest.mark.parametrize(
    ("network", "text", "taken"),
    [
        ("x",        "a" * 280,      True),
        ("x",        "a" * 281,      False),
        ("x",        "日" * 141,     False),
        ("bluesky",  FAMILY * 120,   True),
        ("bluesky",  FAMILY * 121,   False),
        ("bluesky",  "a" * 301,      False),
        ("linkedin", FAMILY * 273,   False),
        ("email",    "a" * 100_000,  True),
    ],
)  # fmt: skip
def test_a_network_takes_a_text_up_to_its_limits(network: str, text: str, taken: bool) -> None:
    assert fits(text, read_networks()[network]) is taken


@given(st.text(max_size=200))
@settings(deadline=None)
def test_graphemes_lose_nothing(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
@settings(deadline=None)
def test_composed_and_decomposed_texts_count_the_same_on_x(text: str) -> None:
    x = read_networks()["x"]

    assert count(text, x) == count(unicodedata.normalize("NFD", text), x)


@pytest.mark.parametrize(
    "text",
    [
        "a." * 20_000,
        "https://" * 5_000,
        "https://a.org/" + "(a" * 20_000,
        "https://a.org/?" + "." * 20_000,
        "@a" * 20_000,
        "👩\u200d" * 20_000,
    ],
    ids=lambda text: text[:16],
)
def test_no_text_takes_long_to_count(text: str) -> None:
    started = perf_counter()

    for network in read_networks().values():
        count(text, network)

    assert perf_counter() - started < 3
