import unicodedata
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy.share.counting import count, fits, graphemes
from advocacy.share.networks import WAYS, read_networks
from tests.share.counting_cases import COUNTED, read_cases

FAMILY = "👩‍👩‍👧‍👦"


ALIKE = {"linkedin": ("facebook", "instagram", "telegram", "slack", "reddit"), "signal": ("teams",)}


@pytest.mark.parametrize(("text", "counts", "source"), read_cases())
def test_each_network_counts_in_its_own_way(
    text: str, counts: tuple[int, ...], source: str
) -> None:
    networks = read_networks()

    found = tuple(count(text, networks[name]) for name in COUNTED)

    assert found == counts, source


def test_the_table_has_a_case_of_every_way_and_a_source_for_each() -> None:
    cases = read_cases()

    assert sum(len(counts) for _, counts, _ in cases) >= 150
    assert {read_networks()[name].count for name in COUNTED} == set(WAYS)
    assert all(source for _, _, source in cases)
    assert len({text for text, _, _ in cases}) == len(cases)


@pytest.mark.parametrize(("name", "others"), ALIKE.items())
def test_networks_that_count_alike_are_told_by_their_rows(
    name: str, others: tuple[str, ...]
) -> None:
    networks = read_networks()

    assert {networks[each].count for each in others} == {networks[name].count}


@pytest.mark.parametrize(
    "text", ["https://a.ıo/x", "https://a.İo/x", "https://a.ﬁ/x", "https://a.ſo"]
)
def test_a_domain_in_other_letters_is_none(text: str) -> None:
    assert count(text, read_networks()["mastodon"]) == len(text)


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
        ("threads",  FAMILY * 20,    True),
        ("threads",  FAMILY * 21,    False),
        ("signal",   "é" * 1024,     True),
        ("signal",   "é" * 1025,     False),
        ("teams",    "日" * 9333,    True),
        ("teams",    "日" * 9334,    False),
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
