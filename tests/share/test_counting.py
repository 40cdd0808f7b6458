import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.share.counting import broken_bound, count, fits, graphemes, verdict
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

    assert len(cases) >= 150
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


LONG = " https://example.org/2026/the-night-shift/?page=1"
# What is meant by the last column of VERDICTS.
SOURCES = {
    "literal":   "lexicon app.bsky.feed.post: maxGraphemes, with links in full; maxLength in bytes",
    "shown":     "social-app, url-helpers.ts: a URL's host, and 13 of a path of more than 15",
    "config v3": "twitter-text config v3: transformedURLLength",
    "warning":   "docs.joinmastodon.org/user/posting: a content warning counts towards the limit",
    "no limit":  "RFC 6068 has none",
}  # fmt: skip
VERDICTS = (
    ("bluesky",  "a" * 300,                                    "",        "fits",      "literal"),
    ("bluesky",  "a" * 301,                                    "",        "over",      "literal"),
    ("bluesky",  "a" * 240 + LONG,                             "",        "fits",      "literal"),
    ("bluesky",  "a" * 251 + LONG,                             "",        "fits",      "literal"),
    ("bluesky",  "a" * 252 + LONG,                             "",        "shortened", "literal"),
    ("bluesky",  "a" * 271 + LONG,                             "",        "shortened", "shown"),
    ("bluesky",  "a" * 272 + LONG,                             "",        "shortened", "shown"),
    ("bluesky",  "a" * 273 + LONG,                             "",        "over",      "shown"),
    ("bluesky",  "a" * 288 + " https://example.org/",          "",        "shortened", "shown"),
    ("bluesky",  "a" * 289 + " https://example.org/",          "",        "over",      "shown"),
    ("bluesky",  "a" * 288 + " HTTPS://EXAMPLE.ORG/",          "",        "shortened", "shown"),
    ("bluesky",  "a" * 289 + " HTTPS://EXAMPLE.ORG/",          "",        "over",      "shown"),
    ("bluesky",  "a" * 284 + " https://example.org/?a=b",      "",        "shortened", "shown"),
    ("bluesky",  "a" * 285 + " https://example.org/?a=b",      "",        "over",      "shown"),
    ("bluesky",  "a" * 284 + " https://example.org/#abc",      "",        "shortened", "shown"),
    ("bluesky",  "a" * 285 + " https://example.org/#abc",      "",        "over",      "shown"),
    ("bluesky",  "a" * 273 + " https://example.org/123456789/1234",  "",  "shortened", "shown"),
    ("bluesky",  "a" * 274 + " https://example.org/123456789/1234",  "",  "over",      "shown"),
    ("bluesky",  "a" * 272 + " https://example.org/123456789/12345", "",  "shortened", "shown"),
    ("bluesky",  "a" * 273 + " https://example.org/123456789/12345", "",  "over",      "shown"),
    ("bluesky",  "a" * 260 + " https://a.org/x https://b.org/y",  "",     "fits",      "literal"),
    ("bluesky",  "a" * 282 + " https://a.org/x https://b.org/y",  "",     "shortened", "shown"),
    ("bluesky",  "a" * 285 + " https://a.org/x https://b.org/y",  "",     "over",      "shown"),
    ("bluesky",  FAMILY * 121 + " https://example.org/",       "",        "over",      "literal"),
    ("bluesky",  "a" * 301 + " example.org",                   "",        "over",      "literal"),
    ("bluesky",  "a" * 276 + " https://example.org/straße",    "",        "shortened", "shown"),
    ("bluesky",  "a" * 277 + " https://example.org/straße",    "",        "over",      "shown"),
    ("bluesky",  "a" * 282 + " https://bücher.org/",           "",        "shortened", "shown"),
    ("bluesky",  "a" * 283 + " https://bücher.org/",           "",        "over",      "shown"),
    ("bluesky",  "a" * 269 + " https://例え.jp/漢字",          "",        "fits",      "shown"),
    ("bluesky",  "a" * 270 + " https://例え.jp/漢字",          "",        "over",      "shown"),
    ("mastodon", "a" * 500,                                    "",        "fits",      "warning"),
    ("mastodon", "a" * 400,                                    "w" * 100, "fits",      "warning"),
    ("mastodon", "a" * 401,                                    "w" * 100, "over",      "warning"),
    ("mastodon", "a" * 499,                                    "👩🏽‍🚀", "fits",      "warning"),
    ("mastodon", "a" * 500,                                    "👩🏽‍🚀", "over",      "warning"),
    ("mastodon", "a" * 456 + LONG,                             "w" * 20,  "fits",      "warning"),
    ("mastodon", "a" * 457 + LONG,                             "w" * 20,  "over",      "warning"),
    ("mastodon", "a" * 493 + " @a@b.social",                   "wwww",    "fits",      "warning"),
    ("mastodon", "a" * 494 + " @a@b.social",                   "wwww",    "over",      "warning"),
    ("x",        "a" * 257 + LONG.strip(),                     "",        "over",      "config v3"),
    ("x",        "a" * 256 + LONG,                             "",        "fits",      "config v3"),
    ("x",        "a" * 257 + LONG,                             "",        "over",      "config v3"),
    ("email",    "a" * 9000,                                   "",        "fits",      "no limit"),
)  # fmt: skip


@pytest.mark.parametrize(("network", "text", "warning", "found", "source"), VERDICTS)
def test_a_text_that_fits_with_its_links_as_they_are_shown_is_told(
    network: str, text: str, warning: str, found: str, source: str
) -> None:
    assert verdict(text, read_networks()[network], warning) == found, SOURCES[source]


@given(st.text(max_size=200))
def test_graphemes_lose_nothing(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
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
        "@" + "a" * 20_000,
        "👩\u200d" * 20_000,
    ],
    ids=lambda text: text[:16],
)
def test_no_text_takes_long_to_count(text: str) -> None:
    started = process_time()

    for network in read_networks().values():
        count(text, network)

    assert process_time() - started < 3


@pytest.mark.parametrize(
    ("network", "text", "warning", "bound"),
    [
        ("x",        "a" * 281,              "",     (281, 280, "characters")),
        ("mastodon", "a" * 490,              "Long", (494, 500, "characters")),
        ("bluesky",  FAMILY * 121,           "",     (3025, 3000, "bytes")),
        ("bluesky",  FAMILY * 301,           "",     (301, 300, "characters")),
        ("signal",   "é" * 1025,             "",     (2050, 2048, "bytes")),
    ],
)  # fmt: skip
def test_the_bound_is_told_that_a_text_breaks(
    network: str, text: str, warning: str, bound: tuple[int, int, str]
) -> None:
    assert broken_bound(text, read_networks()[network], warning) == bound
