"""Each kind of rule, option by option."""

from typing import Any

import pytest

from advocacy.editorial.kinds import KINDS
from advocacy.editorial.kinds.kind import Hit, OptionError, Search
from advocacy.editorial.patterns import RunawayError

SLOW = "(?:a|a)+b"


def search(kind: str, **options: Any) -> Search:
    values = {field.key: field.default for field in KINDS[kind].fields}
    return KINDS[kind].make_search({**values, **options})


def found(kind: str, text: str, **options: Any) -> list[str]:
    made = search(kind, **options)
    hits: list[Hit] = list(made.begin()(text))
    assert not hits or made.may_find(text.casefold())
    return [text[hit.begin : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ({"tokens": ("a", "bc")}, "a bc abc", ["a", "bc"]),
        ({"tokens": ("a", " ", "")}, "a b", ["a"]),
        ({"tokens": ("A",)}, "a A", ["A"]),
        ({"tokens": ("A",), "ignorecase": True}, "a A", ["a", "A"]),
        ({"tokens": ("a",), "nonword": True}, "ab ba", ["a", "a"]),
        ({"tokens": ("a|b",)}, "a b", ["a", "b"]),
        ({"raw": ("a", "b")}, "ab a b", ["ab"]),
        ({"raw": ("x ?",), "tokens": ("a", "b")}, "x a xb", ["x a"]),
        ({"raw": (" y",), "tokens": ("a", "b"), "append": True}, "a y", ["a y"]),
        ({"tokens": (r"\w+s",), "exceptions": ("gas",)}, "gas cars", ["cars"]),
        ({"tokens": ("gas station",), "exceptions": ("gas",)}, "gas station", []),
        ({"tokens": ("gas",), "ignorecase": True, "exceptions": ("Gas",)}, "gas Gas", ["gas"]),
        ({"tokens": ("Gas",), "exceptions": ("(?i)gas",)}, "Gas", []),
        ({"tokens": ("a(?i)b",)}, "aB AB", ["aB"]),
        ({"tokens": (r"(?<x>\w)\k<x>",)}, "aa ab", ["aa"]),
        (
            {"tokens": ("a{e}", "b{,2}", r"c\{{2}"), "nonword": True},
            "x bb a{e} c{{",
            ["a{e}", "c{{"],
        ),
        ({"tokens": ("^a",)}, "a\na", ["a", "a"]),
        ({"tokens": ("(a)(b)(c)", "x|(y)")}, "abc y", ["abc", "y"]),
        ({"tokens": (r"\x{61}b",)}, "ab", ["ab"]),
    ],
)
def test_existence(options: dict[str, Any], text: str, expected: list[str]) -> None:
    assert found("existence", text, **options) == expected


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ({"swap": {"a": "b"}}, "a ab", [("a", "b")]),
        ({"swap": {"a": "b", "a c": "d"}}, "a c a", [("a c", "d"), ("a", "b")]),
        ({"swap": {"A": "b"}, "ignorecase": True}, "a", [("a", "b")]),
        ({"swap": {"a": "b"}, "nonword": True}, "xay", [("a", "b")]),
        ({"swap": {"(a|b)x": "$1y"}}, "bx", [("bx", "by")]),
        ({"swap": {"(a)(b)": "${2}$1$3"}}, "ab", [("ab",)]),
        ({"swap": {"(?<n>a)x": "$1"}}, "ax", [("ax", "a")]),
        ({"swap": {"a": f"${'9' * 5000}"}}, "a", [("a",)]),
        ({"swap": {"(?<=x)a": "b"}, "nonword": True}, "xa a", [("a", "b")]),
        ({"swap": {"web ?site": "website"}}, "website web site", [("web site", "website")]),
        ({"swap": {"gr[ae]y": "gray|grey"}}, "grey", []),
        ({"swap": {"hue": "tint|tone"}}, "hue", [("hue", "tint", "tone")]),
        ({"swap": {"a": "A"}, "ignorecase": True}, "A a", [("a", "A")]),
        ({"swap": {"a": "b"}, "exceptions": ("a",)}, "a", []),
        ({"swap": {"a": "b"}, "ignorecase": True, "capitalize": True}, "A", [("A", "B")]),
        ({"swap": {"a": "b"}, "ignorecase": True, "capitalize": True}, "a", [("a", "b")]),
        ({"swap": {"a": "a"}, "ignorecase": True, "capitalize": True}, "A", []),
    ],
)
def test_substitution(options: dict[str, Any], text: str, expected: list[tuple[str, str]]) -> None:
    hits = list(search("substitution", **options).begin()(text))

    assert [(text[hit.begin : hit.end], *hit.replacements) for hit in hits] == expected


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("existence", {"tokens": ("a+",), "exceptions": (f"{SLOW}",)}),
        ("substitution", {"swap": {"a+": "b"}, "exceptions": (f"{SLOW}",)}),
        ("substitution", {"swap": {"a+": SLOW}}),
    ],
)
def test_a_pattern_that_is_slow_in_any_key_is_stopped(kind: str, options: dict[str, Any]) -> None:
    with pytest.raises(RunawayError):
        list(search(kind, **options).begin()("a" * 40))


def test_a_substitution_names_the_expected_first() -> None:
    hit = next(search("substitution", swap={"a": "b|c"}).begin()("a"))

    assert hit.arguments == ("b|c", "a")


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ({"token": "a", "max": 2}, "a a", []),
        ({"token": "a", "max": 2}, "b a aa", [(2, 3, ("3",), True)]),
        ({"token": "A", "max": 1, "ignorecase": True}, "aA", [(0, 1, ("2",), True)]),
        ({"token": r"\S+", "max": 1}, "** a", [(3, 4, ("2",), True)]),
        ({"token": r"\S+", "max": 1}, "** *", []),
        ({"token": "^a", "max": 1}, "a\na", []),
        ({"token": "a", "min": 1}, "b", [(0, 0, ("0",), False)]),
        ({"token": "a", "min": 2}, "ba", [(1, 2, ("1",), True)]),
        ({"token": "a", "min": 1, "max": 2}, "a", []),
    ],
)
def test_occurrence(options: dict[str, Any], text: str, expected: list[tuple[Any, ...]]) -> None:
    hits = search("occurrence", **options).begin()(text)

    assert [(hit.begin, hit.end, hit.arguments, hit.has_place) for hit in hits] == expected


@pytest.mark.parametrize(
    ("kind", "options", "key"),
    [
        ("existence", {"tokens": ("a", "(")}, "tokens.1"),
        ("existence", {"tokens": ("a",), "exceptions": ("(",)}, "exceptions.0"),
        ("existence", {"raw": ("(",)}, "raw.0"),
        ("existence", {"tokens": (" ",)}, "tokens"),
        ("substitution", {"swap": {}}, "swap"),
        ("substitution", {"swap": {"(": "a"}}, "swap.("),
        ("substitution", {"swap": {r"(a)\1": "a"}}, r"swap.(a)\1"),
        ("occurrence", {"token": "("}, "token.0"),
        ("occurrence", {"token": "a", "min": 0, "max": 0}, "max"),
    ],
)
def test_an_option_that_cannot_be_used_is_named(
    kind: str, options: dict[str, Any], key: str
) -> None:
    if kind == "occurrence":
        options = {"max": 1, **options}

    with pytest.raises(OptionError) as caught:
        search(kind, **options)

    assert caught.value.key == key
