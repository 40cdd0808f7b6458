"""Rules of styles: their keys are read as loosely as Vale reads them, and mistakes are told."""

import pytest

from advocacy.editorial.kinds.recasing import recase
from advocacy.editorial.style_rule import read_style_rule
from advocacy.schema import make_node

RULE = {"extends": "existence", "message": "m", "tokens": ["A"]}


@pytest.mark.parametrize(
    ("keys", "text", "count"),
    [
        ({"ignoreCase": True}, "a", 1),
        ({"IgnoreCase": 1}, "a", 1),
        ({"ignorecase": "f"}, "a", 0),
        ({"name": "x"}, "A", 1),
        ({"link": None, "description": "", "scope": None, "message": ""}, "A", 1),
        ({"limit": 5000}, "A", 1),
        ({"limit": -1}, "A A", 2),
        ({"extends": "consistency", "either": {"A": "b"}, "other": 1}, "A b", 1),
        ({"extends": "substitution", "swap": {"A": "b"}, "POS": "x", "tokens": None}, "A", 1),
    ],
)
def test_keys_are_read_loosely(keys: dict[str, object], text: str, count: int) -> None:
    rule, problems = read_style_rule(make_node(RULE | keys), "x.yml", "X.Y", {})

    assert problems == ()
    assert rule
    assert len(list(rule.search.begin()(text))) == count
    assert rule.limit >= 0


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"colour": "red"}, "`colour` is not a key"),
        ({"scope": "heading list"}, "Put `&` between its parts."),
        ({"level": None}, "`level`: There is nothing here."),
        ({"ignorecase": 2}, "`2` is neither `true` nor `false`."),
        ({"tokens": ["abcdefghij" * 5_000] * 5}, "A pattern has 250"),
        ({"tokens": ["(?<a>x)", "y(?P=a)", "(?P=b)"]}, "is no regular expression"),
    ],
)
def test_a_mistake_is_told(keys: dict[str, object], told: str) -> None:
    rule, problems = read_style_rule(make_node(RULE | keys), "x.yml", "X.Y", {})

    assert rule is None
    assert told in " ".join(each.message for each in problems)


@pytest.mark.parametrize(
    ("replacement", "observed", "expected"),
    [
        ("first", "alpha", "first"),
        ("first", "Alpha", "First"),
        ("first", "ALPHA", "FIRST"),
        ("first", "aLpHa", "first"),
        ("A-OK", "a ok", "a-ok"),
        ("blu-ray", "BLU ray", "BLU-ray"),
        ("back out", "Backout", "Back out"),
        ("look into when", "Look in to when", "Look into when"),
        ("there is an", "THERE AN", "THERE IS AN"),
        ("some of the", "Some the", "Some of the"),
        ("poor showing", "Bad rep", "Poor showing"),
        ("cross-platform work", "Cross Platform Job", "Cross-Platform Work"),
        ("you are", "You're", "You are"),
        ("42", "Many", "42"),
        ("many", "42", "many"),
        ("one", "A", "One"),
    ],
)
def test_what_is_written_takes_the_case_of_what_was_there(
    replacement: str, observed: str, expected: str
) -> None:
    assert recase(replacement, observed) == expected
