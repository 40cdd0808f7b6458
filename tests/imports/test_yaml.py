"""Front matter as it is written is front matter as it is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy.errors import Problem
from advocacy.front_matter import Document, read_document
from advocacy.imports.old_front_matter import read_yaml_text
from advocacy.source import Source
from advocacy.starter.yaml import make_front_matter, make_scalar


@pytest.mark.parametrize(
    ("text", "scalar"),
    [
        ("Plain words", "Plain words"),
        ("2015-06-03", "2015-06-03"),
        ("tag:old.example,2015:lift", "tag:old.example,2015:lift"),
        ("/2015/06/03/lift/", "/2015/06/03/lift/"),
        ("What we’ve learned", "What we’ve learned"),
        ("It's on", "It's on"),
        ("Title: subtitle", '"Title: subtitle"'),
        ("Ends with:", '"Ends with:"'),
        ("A # b", '"A # b"'),
        ("- a", '"- a"'),
        ("null", '"null"'),
        ("Yes", '"Yes"'),
        ('"Quoted"', '"\\"Quoted\\""'),
        ("tab\there", '"tab\\there"'),
        ("\u2028", '"\\u2028"'),
        ("🙂 smile", '"🙂 smile"'),
    ],
)
def test_a_text_is_quoted_only_where_it_must_be(text: str, scalar: str) -> None:
    assert make_scalar(text) == scalar


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_every_text_is_read_back(text: str) -> None:
    document = read_document(Source("x.md", make_front_matter({"a": text, "b": [text, "c"]})))

    assert isinstance(document, Document)
    values = document.fields.value
    assert isinstance(values, dict)
    assert values["a"].value == text
    assert [item.value for item in values["b"].value] == [text, "c"]


def test_what_is_empty_is_left_out() -> None:
    assert make_front_matter({"a": "", "b": [], "c": ["d", "e"]}) == "---\nc: [d, e]\n---\n"


def test_two_halves_of_a_sign_as_json_has_them_are_one() -> None:
    source = Source("_data/site.json", r'{"title": "Clocks \ud83d\ude00"}')

    assert read_yaml_text(source.text, source) == {"title": "Clocks 😀"}


def test_half_of_a_sign_is_refused_where_it_stands() -> None:
    source = Source("_data/site.json", '{"url": "x",\n"title": "\\ude00"}')

    refused = read_yaml_text(source.text, source)

    assert isinstance(refused, Problem)
    assert (refused.line, refused.column) == (2, 10)
