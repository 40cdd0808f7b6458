"""Front matter of Jekyll and Eleventy as ours."""

import pytest

from advocacy.imports.dates import make_date
from advocacy.imports.fields import authors_of, map_fields, topics_of
from advocacy.imports.names import make_name
from advocacy.imports.plain import first_sentence, make_plain


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"excerpt": "A", "description": "B"}, {"summary": "A"}),
        ({"excerpt": "", "description": "B"}, {"summary": "B"}),
        ({"title": "A <em>b</em> &amp; *c*"}, {"title": "A b & c"}),
        ({"date": "2015-06-03 09:00:00 -0400"}, {"date": "2015-06-03T09:00:00-04:00"}),
        ({"locale": "es_PR"}, {"lang": "es-PR"}),
        ({"lang": "EN-us"}, {"lang": "en-US"}),
        ({"lang": "tlh-x-1"}, {}),
        ({"published": "false"}, {"status": "draft"}),
        ({"published": "true", "draft": "true"}, {"status": "draft"}),
        ({"tumblr_url": "http://b.example/1"}, {"source": "http://b.example/1"}),
        ({"canonical_url": "not an address"}, {}),
        (
            {"date": "2015-06-03", "last_modified_at": "2015-06-04"},
            {"date": "2015-06-03", "modified": "2015-06-04"},
        ),
        ({"date": "2015-06-03", "modified": "2015-06-02"}, {"date": "2015-06-03"}),
        ({"layout": "post", "hero": "false"}, {}),
    ],
)
def test_each_field_is_filled_from_the_first_key_that_has_it(
    old: dict[str, object], new: dict[str, str]
) -> None:
    assert map_fields(old)[0] == new


@pytest.mark.parametrize(
    ("old", "noted"),
    [
        ({"layout": "post"}, []),
        ({"title": "A"}, []),
        ({"excerpt": "A"}, [("mapped", "excerpt")]),
        ({"title": "<b>A</b>"}, [("changed", "title: <b>A</b>")]),
        ({"date": "soon"}, [("changed", "date: soon")]),
        ({"weather": "fine"}, [("unmapped", "weather: fine")]),
        ({"nested": {"a": "b"}}, [("unmapped", "nested: a list or table")]),
        ({"weather": ""}, []),
    ],
)
def test_what_does_not_stay_as_it_was_is_noted(
    old: dict[str, object], noted: list[tuple[str, str]]
) -> None:
    assert [(note.kind, note.seen) for note in map_fields(old)[1]] == noted


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2015-06-03", "2015-06-03"),
        ("2024-12-5", "2024-12-05"),
        ("2015/06/03", "2015-06-03"),
        ("2014-03-12T10:11:00-04:00", "2014-03-12T10:11:00-04:00"),
        ("2015-06-03 9:00:00 -4", "2015-06-03T09:00:00-04:00"),
        ("2015-06-03 09:00 +0530", "2015-06-03T09:00:00+05:30"),
        ("2015-06-03T09:00:00.000Z", "2015-06-03T09:00:00+00:00"),
        ("2015-06-03 09:00:00", "2015-06-03T09:00:00"),
        ("2015-02-30", ""),
        ("2015-06-03 25:00", ""),
        ("1815-06-03", ""),
        ("June 3, 2015", ""),
        ("", ""),
    ],
)
def test_dates_are_read_as_they_are_written(written: str, iso: str) -> None:
    assert make_date(written) == iso


@pytest.mark.parametrize(
    ("old", "authors"),
    [
        ({"authors": ["ana", "bo"]}, ["ana", "bo"]),
        ({"author": "Ana Müller"}, ["Ana Müller"]),
        ({"author": "Ana, Bo and Cy"}, ["Ana", "Bo", "Cy"]),
        ({"author": {"name": "Ana", "email": "a@example.org"}}, ["Ana"]),
        ({"authors": [{"id": "ana"}, "ana", ""]}, ["ana"]),
        ({}, []),
    ],
)
def test_authors_are_read_in_every_form(old: dict[str, object], authors: list[str]) -> None:
    assert authors_of(old) == authors


def test_tags_and_categories_are_topics_but_for_collections() -> None:
    old = {"tags": ["Open source", "posts"], "category": "a, b", "categories": ["a"]}

    assert topics_of(old) == ["Open source", "a", "b"]


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("alan-brouilette", "Alan Brouilette"),
        ("ana", "Ana"),
        ("18F", "18F"),
        ("Ana Müller", "Ana Müller"),
        ("ana.muller_2", "Ana Muller 2"),
    ],
)
def test_a_name_is_made_from_an_id(person: str, name: str) -> None:
    assert make_name(person) == name


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a [b](https://x.example) c", "a b c"),
        ("![a](b.png) c", "a c"),
        ("<p>a &amp; <em>b</em></p>", "a & b"),
        ("**a** __b__ *c* _d_ `e`", "a b c d e"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("a \\* b", "a * b"),
        ("a <!-- b --> c", "a c"),
        ("a\n  b", "a b"),
        ("1 < 2 > 0", "1 < 2 > 0"),
    ],
)
def test_marks_are_taken_off_a_text(text: str, plain: str) -> None:
    assert make_plain(text) == plain


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("One. Two.", "One."),
        ("Is it? It is.", "Is it?"),
        ("Mr. Lee of the U.S. Army came. He left.", "Mr. Lee of the U.S. Army came."),
        ("# Title\n\nOne *two*. Three.", "One two."),
        ("![a](b.png)\n\n> quoted\n\n- item\n\nOne. Two.", "One."),
        ("He said “Go.” Then he went.", "He said “Go.”"),
        ("No end", "No end"),
        ("---", ""),
        ("", ""),
    ],
)
def test_a_summary_is_made_of_the_first_sentence(body: str, sentence: str) -> None:
    assert first_sentence(body) == sentence
