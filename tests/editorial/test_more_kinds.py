"""The kinds that remember, that look at capitals, and that measure a whole file."""

from collections.abc import Sequence
from typing import Any

import pytest

from advocacy.editorial.action import Action, make_replacements, read_action
from advocacy.editorial.formula import FormulaError, make_formula
from advocacy.editorial.kinds import KINDS
from advocacy.editorial.kinds.kind import VOCABULARY, OptionError
from advocacy.editorial.kinds.spellings import in_case_of, spellings
from advocacy.editorial.summary import Summary, count_summary
from advocacy.editorial.syllables import count_syllables
from advocacy.schema import FieldError, make_node
from tests.editorial.test_kinds import search


def found(kind: str, texts: Sequence[str], **options: Any) -> list[list[str]]:
    """Return what a kind finds in each of a file's texts, from top to bottom."""
    find = search(kind, **options).begin()
    return [[text[hit.begin : hit.end] for hit in find(text)] for text in texts]


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ({"tokens": (r"\w+",)}, "the the cat", ["the the"]),
        ({"tokens": (r"\w+",)}, "The the cat", []),
        ({"tokens": (r"\w+",), "ignorecase": True}, "The the cat", ["The the"]),
        ({"tokens": (r"\w+",)}, "the cat the", []),
        ({"tokens": (r"\w+",)}, "a a a", ["a a", "a a"]),
        ({"tokens": (r"\w+",), "max": 1}, "a a b", []),
        ({"tokens": (r"\s+", "a")}, "  a  b  b", []),
        ({"tokens": ("^b",)}, "a\nb\nb", []),
        ({"tokens": (r"\w+",), "max": 1}, "a a a", ["a a"]),
        ({"tokens": (r"\w+",)}, "2 2", ["2 2"]),
        ({"tokens": (r"\w+",), "alpha": True}, "2 2", []),
        ({"tokens": (r"\w+",)}, "I forgot that. That is it", []),
        ({"tokens": (r"\w+",)}, "About that. That is it", []),
        ({"tokens": (r"\w+",), "ignorecase": True}, "About that. That is it", []),
        ({"tokens": (r"\w+",), "exceptions": ("had had",)}, "he had had it", []),
        ({"tokens": (r"\w+",), VOCABULARY: ("had",)}, "he had had it", []),
        ({"tokens": (r"\w+",), VOCABULARY: ("had",), "vocab": False}, "had had", ["had had"]),
    ],
)
def test_repetition(options: dict[str, Any], text: str, expected: list[str]) -> None:
    assert found("repetition", [text], **options) == [expected]


@pytest.mark.parametrize(
    ("options", "texts", "expected"),
    [
        ({"either": {"advisor": "adviser"}}, ["an advisor", "an adviser"], [[], ["adviser"]]),
        ({"either": {"advisor": "adviser"}}, ["an adviser", "an adviser"], [[], []]),
        ({"either": {"a": "b"}}, ["a b a"], [["a"]]),
        ({"either": {"a": "b"}}, ["a", "", "b", "c", "a"], [[], [], ["b"], [], ["a"]]),
        ({"either": {"a": "b"}}, ["ab"], [[]]),
        ({"either": {"a": "b"}, "nonword": True}, ["ab"], [["b"]]),
        ({"either": {"a": "b"}}, ["A b"], [[]]),
        ({"either": {"a": "b"}, "ignorecase": True}, ["A b"], [["b"]]),
        ({"either": {"a": "b", "c": "d"}}, ["a d"], [[]]),
        ({"either": {"(x|y)": "z"}}, ["x y", "z"], [[], ["z"]]),
    ],
)
def test_consistency(options: dict[str, Any], texts: list[str], expected: list[list[str]]) -> None:
    assert found("consistency", texts, **options) == expected


ACRONYM = {"first": r"\b[A-Z]{3,5}\b", "second": r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)"}


@pytest.mark.parametrize(
    ("options", "texts", "expected"),
    [
        (ACRONYM, ["World Health Organization (WHO)", "the WHO"], [[], []]),
        (ACRONYM, ["the WHO", "World Health Organization (WHO)"], [["WHO"], []]),
        (ACRONYM, ["the WHO, or World Health Organization (WHO)"], [[]]),
        (ACRONYM | {"exceptions": ("WHO",)}, ["the WHO"], [[]]),
        (ACRONYM | {VOCABULARY: ("WHO",)}, ["the WHO"], [[]]),
        ({"first": "cost", "second": "euro"}, ["cost", "euro", "cost, euro"], [["cost"], [], []]),
        ({"first": "^a", "second": "b"}, ["a\na"], [["a"]]),
    ],
)
def test_conditional(options: dict[str, Any], texts: list[str], expected: list[list[str]]) -> None:
    assert found("conditional", texts, **options) == expected


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ({"match": "$sentence"}, "Getting started with it", None),
        ({"match": "$sentence"}, "getting started", "Getting started"),
        ({"match": "$sentence"}, "Getting Started With It", "Getting started with it"),
        ({"match": "$sentence"}, "One Two three four five six", None),
        (
            {"match": "$sentence", "threshold": 0.9},
            "One Two three four five",
            "One two three four five",
        ),
        ({"match": "$sentence", "exceptions": ("Two",)}, "One Two", None),
        ({"match": "$sentence", VOCABULARY: ("NASA",)}, "Six NASA probes", None),
        ({"match": "$sentence", "indicators": (":",)}, "One: Two three", None),
        ({"match": "$sentence"}, "One: Two", "One: two"),
        ({"match": "$sentence", "prefix": r"^[a-z]\.\s"}, "b. Next title", None),
        ({"match": "$sentence"}, "1. An idea", None),
        ({"match": "$title"}, "The Way of the World", None),
        ({"match": "$title"}, "The way of the world", "The Way of the World"),
        ({"match": "$title"}, "What It Is For", None),
        ({"match": "$title", "style": "Chicago"}, "Life under Water", None),
        ({"match": "$title", "threshold": 1.0}, "Life under Water", "Life Under Water"),
        ({"match": "$title"}, "NASA in Space", None),
        ({"match": "$lower"}, "all small", None),
        ({"match": "$lower"}, "Not small", "not small"),
        ({"match": "$upper"}, "LOUD", None),
        ({"match": "$upper"}, "Loud", "LOUD"),
        ({"match": "^[A-Z]"}, "Yes", None),
        ({"match": "^[A-Z]"}, "no", "^[A-Z]"),
        ({"match": "$sentence"}, " ", None),
    ],
)
def test_capitalization(options: dict[str, Any], text: str, expected: str | None) -> None:
    hits = list(search("capitalization", **options).begin()(text))

    assert [hit.arguments for hit in hits] == ([(text, expected)] if expected else [])


def test_a_text_of_known_case_says_what_to_write() -> None:
    hit = next(search("capitalization", match="$sentence").begin()("A Bad Heading"))

    assert hit.replacements == ("A bad heading",)


TEXT = Summary(
    "The cat sat down. It was late.\n\nNobody understood extraordinary circumstances.",
    {"heading_h2": 3, "list": 2},
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("words", 11),
        ("sentences", 3),
        ("characters", 64),
        ("long_words", 3),
        ("syllables", 23),
        ("polysyllabic_words", 4),
        ("complex_words", 4),
        ("heading_h2", 3),
        ("heading_h1", 0),
        ("list", 2),
    ],
)
def test_a_file_is_counted(name: str, value: int) -> None:
    assert count_summary(TEXT)[name] == value


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("a", 1), ("cat", 1), ("make", 1), ("table", 2), ("little", 2), ("jumped", 1),
        ("wanted", 2), ("library", 3), ("people", 2), ("reading", 2), ("going", 1),
        ("nation", 2), ("create", 1), ("understand", 3), ("ideas", 2),
        ("organisation", 5), ("rhythm", 2), ("prism", 2), ("42", 1),
    ],
)  # fmt: skip
def test_syllables_are_those_that_vale_counts(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("-2 - -3", 1),
        ("7 % 4 / 2", 1.5),
        ("words / sentences", 5),
        ("heading.h2 * 2", 6),
        ("math.sqrt(words - 1)", 3),
        ("math.pow(2, 3)", 8),
        ("1e2", 100),
        ("1 < 2", 1),
        ("1 > 2 || !0 && 1 == 1", 1),
        ("1 / 0", 0),
        ("math.log(0)", 0),
        ("math.exp(9999)", 0),
    ],
)
def test_a_formula_is_computed(written: str, value: float) -> None:
    variables = {"words": 10.0, "sentences": 2.0, "heading_h2": 3.0}

    assert make_formula(written, variables).evaluate(variables) == value


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "The end stands"),
        ("1 +", "The end stands"),
        ("1 2", "`2` is one too many"),
        ("wrds", "Did you mean `words`?"),
        ("math.squrt(1)", "Did you mean `sqrt`?"),
        ("math.pow(1)", "takes 2 values"),
        ("(1", "A `)` is missing before the end"),
        ("__import__('os')", "is no variable"),
        ("words.__class__", "is no variable"),
        ("1; 2", "`; 2` cannot be read"),
        ("(" * 100 + "1" + ")" * 100, "nested too deep"),
        ("1+" * 300 + "1", "more than 500 characters"),
    ],
)
def test_a_formula_that_cannot_be_used_is_told(written: str, told: str) -> None:
    with pytest.raises(FormulaError) as caught:
        make_formula(written, ["words"])

    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "options", "argument"),
    [
        ("metric", {"formula": "words / sentences", "condition": "> 3"}, "3.67"),
        ("metric", {"formula": "words / sentences", "condition": "> 4"}, None),
        ("metric", {"formula": "heading.h2", "condition": "< list"}, None),
        ("metric", {"formula": "heading.h2", "condition": "> list"}, "3.00"),
        ("readability", {"metrics": ("Automated Readability",), "grade": 7}, "7.81"),
        ("readability", {"metrics": ("Automated Readability",), "grade": 8}, None),
    ],
)
def test_a_whole_file_is_measured(kind: str, options: dict[str, Any], argument: str | None) -> None:
    measure = search(kind, **options).measure
    assert measure

    hits = list(measure(TEXT))

    assert [hit.arguments for hit in hits] == ([(argument,)] if argument else [])
    assert not any(hit.has_place for hit in hits)
    assert list(measure(Summary(""))) == []


@pytest.mark.parametrize(
    ("kind", "options", "key"),
    [
        ("repetition", {"tokens": ()}, "tokens"),
        ("repetition", {"tokens": ("a", "(")}, "tokens.1"),
        ("consistency", {"either": {}}, "either"),
        ("consistency", {"either": {"(": "b"}}, "either.("),
        ("conditional", {"first": "(", "second": "b"}, "first.0"),
        ("conditional", {"first": "a", "second": "("}, "second.0"),
        ("capitalization", {"match": "$tilte"}, "match"),
        ("capitalization", {"match": "("}, "match.0"),
        ("metric", {"formula": "wrds", "condition": "> 1"}, "formula"),
        ("metric", {"formula": "words", "condition": "1"}, "condition"),
        ("readability", {"metrics": (), "grade": 1}, "metrics"),
    ],
)
def test_an_option_that_cannot_be_used_is_named(
    kind: str, options: dict[str, Any], key: str
) -> None:
    with pytest.raises(OptionError) as caught:
        search(kind, **options)

    assert caught.value.key == key


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("OAuth2?", ("OAuth2", "OAuth")),
        ("a|b", ("a", "b")),
        ("(?:x|y)z", ("xz", "yz")),
        (r"C\+\+", ("C++",)),
        ("[pP]y", ()),
        (r"\bale\b", ()),
        ("a*", ()),
        ("(a", ()),
        ("a)", ()),
        ("(?=a)b", ()),
        ("(a?b?c?d?e?f?g?)", ()),
    ],
)
def test_the_spellings_of_a_short_pattern_are_known(pattern: str, expected: tuple[str]) -> None:
    assert spellings(pattern) == expected


def test_a_term_is_named_as_it_is_written() -> None:
    assert in_case_of("OAuth2?", "oauth") == "OAuth"
    assert in_case_of("[pP]y", "PY") == "[pP]y"


@pytest.mark.parametrize(
    ("action", "match", "known", "expected"),
    [
        (("",), "a", ("b",), ("b",)),
        (("remove",), "a", ("b",), ("",)),
        (("replace",), "a", ("b", "c"), ("b", "c")),
        (("replace", "x"), "a", ("b",), ("x",)),
        (("convert", "simple"), "someCamelCase", (), ("some camel case",)),
        (("edit", "trim", "*"), "*a*", (), ("a",)),
        (("edit", "trim_left", "*"), "*a*", (), ("a*",)),
        (("edit", "trim_right", "*"), "*a*", (), ("*a",)),
        (("edit", "truncate", " "), "the the", (), ("the",)),
        (("edit", "split", " ", "1"), "a b", (), ("b",)),
        (("edit", "split", " ", "5"), "a b", (), ("a b",)),
        (("edit", "regex", "(a)(b)", "$2${1}\\"), "ab", (), ("ba\\",)),
        (("edit", "regex", "(a)", "$1x"), "ab", (), ("b",)),
        (("edit", "regex", "a", "$5$$"), "ab", (), ("$b",)),
        (("edit", "regex", "a", f"${'9' * 5000}"), "ab", (), ("b",)),
        (("edit", "regex", "(?P<one>a)", "${one}!${two}"), "ab", (), ("a!b",)),
    ],
)
def test_an_action_makes_what_to_write(
    action: tuple[str, ...], match: str, known: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert make_replacements(Action(action[0], action[1:]), match, known) == expected


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"name": "replce"}, "Did you mean `replace`?"),
        ({"name": "edit"}, "`edit` begins with one of"),
        ({"name": "edit", "params": ["trim"]}, "`trim` takes 1 more, and has 0"),
        ({"name": "edit", "params": ["split", " ", "x"]}, "`x` is not the number of a part"),
        ({"name": "edit", "params": ["split", " ", "²"]}, "`²` is not the number of a part"),
        ({"name": "edit", "params": ["regex", "(", ""]}, "is no regular expression"),
        ({"name": "convert"}, "Write `params: [simple]`"),
        ({"params": []}, "There is no `name`"),
    ],
)
def test_an_action_that_cannot_be_used_is_told(written: dict[str, object], told: str) -> None:
    with pytest.raises(FieldError) as caught:
        read_action(make_node(written))

    assert told in str(caught.value)


def test_every_kind_begins_anew_for_each_file() -> None:
    made = search("consistency", either={"a": "b"})

    assert list(made.begin()("a")) == []
    assert list(made.begin()("b")) == []
    assert set(KINDS) >= {"repetition", "consistency", "conditional", "capitalization", "metric"}
