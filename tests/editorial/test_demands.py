"""What a pattern demands of a text, and what is tried when only some of it can match."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.editorial.demands import find_demands, fold, is_met
from advocacy.editorial.kinds.kind import Search
from advocacy.editorial.kinds.wordings import Wordings, make_wordings
from advocacy.editorial.patterns import compile_pattern, find_all
from advocacy.editorial.spotting import Spotters, make_spotter


@pytest.mark.parametrize(
    ("pattern", "demands"),
    [
        ("chairman", ["chairman"]),
        ("click here|Read more", ["click here", "read more"]),
        ("colou?r", ["colo"]),
        ("(?:a|b)chair(?:man|men)", ["chair & man|men"]),
        (r"in (?:order|regard) to", ["order|regard"]),
        (r"\b(?:chair|table)\b", ["chair", "table"]),
        ("(?i)chair", ["chair"]),
        (r"\bA\.B\b", ["a.b"]),
        ("a{0,2}bc", ["bc"]),
        ("[abc]hair", ["ahair|bhair|chair"]),
        ("[abcd]hair", ["hair"]),
        ("(?:click|tap) the (?:red|blue)", ["click|tap & blue|red"]),
        ("(?:the chair)+", ["the chair"]),
        ("(?:chair)? of the", ["of the"]),
        ("x{e<=1}abc", []),
        ("(?!chair)man", ["man"]),
        ("straße", ["stra"]),
        ("chair|[x]", []),
        (r"\d+", []),
        (r"\x41bc", ["bc"]),
        (r"\U00000041bc", ["bc"]),
        (r"\040bc", ["bc"]),
        ("(?x) a b c", []),
        ("", []),
    ],
)
def test_a_match_needs_these_words(pattern: str, demands: list[str]) -> None:
    found = find_demands(pattern)

    assert [" & ".join("|".join(sorted(words)).strip() for words in each) for each in found] == (
        demands
    )


parts = st.sampled_from(
    [
        "ab",
        "Cd",
        "e?",
        "f*",
        "g+",
        "[hi]",
        "(?:jk|l)",
        "(?i)",
        "|",
        r"\.",
        r"\b",
        "m{2}",
        "ß",
        ".",
        "(a)(b)?",
    ]
)
patterns = st.lists(parts, max_size=6).map("".join)
texts = st.text(alphabet="abcCdDeEfgGhijklm.ßsſIİıK ", max_size=30)


@given(patterns, texts)
def test_the_words_never_hide_a_match(pattern: str, text: str) -> None:
    matches = list(find_all(compile_pattern(pattern, ignorecase=True), text))

    assert not matches or is_met(find_demands(pattern), fold(text))


def make(several: list[str]) -> Wordings:
    named = {f"tokens.{index}": pattern for index, pattern in enumerate(several)}
    return make_wordings(named, (r"\b(?:", r")\b"), ignorecase=True)


def search(wordings: Wordings) -> Search:
    return Search(lambda: lambda _, __=None: iter(()), wordings.framed)


def spans(wordings: Wordings, text: str, possible: "set[int] | None") -> list[tuple[int, int]]:
    return [match.span() for _, match in wordings.find(text, possible)]


@given(st.lists(patterns, min_size=1, max_size=5), texts)
def test_leaving_out_what_cannot_match_changes_nothing(several: list[str], text: str) -> None:
    wordings = make(several)
    joined = compile_pattern(rf"\b(?:{'|'.join(several)})\b", ignorecase=True)

    spotted = make_spotter({"Rule": search(wordings)}).spot(fold(text))
    possible = spotted.get("Rule", set())

    assert spans(wordings, text, None) == [match.span() for match in find_all(joined, text)]
    assert spans(wordings, text, possible) == spans(wordings, text, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("several", "text", "found"),
    [
        (["in order to", "order"], "in order to order", [(0, "in order to"), (1, "order")]),
        (["order", "in order to"], "in order to order", [(1, "in order to"), (0, "order")]),
        (["order to", "in order"], "in order to", [(1, "in order")]),
        (["order", "order to"], "order to", [(0, "order")]),
        (["cat", "dog", r"\d+"], "a dog, 2 cats, a cat", [(1, "dog"), (2, "2"), (0, "cat")]),
    ],
)
def test_the_first_wording_at_the_first_place_counts(
    several: list[str], text: str, found: list[tuple[int, str]]
) -> None:
    wordings = make_wordings(
        {str(index): pattern for index, pattern in enumerate(several)},
        (r"\b(?:", r")\b"),
        ignorecase=False,
        pieces=[f"({pattern})" for pattern in several],
    )

    for possible in (None, set(range(len(several)))):
        matches = wordings.find(text, possible)
        assert [(index, match[0]) for index, match in matches] == found


def test_a_text_is_held_against_the_rules_that_read_it() -> None:
    searches = {"Chair": search(make(["chair", "table"])), "Digit": search(make([r"\d"]))}
    searches["Any"] = Search(searches["Chair"].begin)
    spotters = Spotters(searches, lambda name, parts: name != "Chair" or "heading" not in parts)

    assert spotters.spot(frozenset({"text"}), "a table") == {
        "Chair": {1},
        "Digit": [0],
        "Any": None,
    }
    assert spotters.spot(frozenset({"text"}), "a stool") == {"Digit": [0], "Any": None}
    assert spotters.spot(frozenset({"heading"}), "a table") == {"Digit": [0], "Any": None}
