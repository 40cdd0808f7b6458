"""Rules that look words up, with a dictionary of our own and with the system's."""

from pathlib import Path
from typing import Any

import pytest

from advocacy.editorial.action import Action
from advocacy.editorial.kinds import KINDS, dictionaries
from advocacy.editorial.kinds.kind import STYLES, VOCABULARY, Hit, NotHereError, OptionError
from advocacy.editorial.kinds.spoken_words import find_words
from tests.conftest import need_dictionary, need_module

AFF = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\n"
DIC = "6\nclock/S\nthe\nwind\nLindenmark\nUhr\nübung\n"
KIND = KINDS["spelling"]


@pytest.fixture
def words(write) -> dict[str, Any]:
    """The keys of a rule that has a dictionary of six words."""
    need_module("hunspell")
    write("own/own.aff", AFF)
    return {
        **{field.key: field.default for field in KIND.fields},
        "dicpath": str(write("own/own.dic", DIC).parent),
        "dictionaries": ("own",),
    }


def found(text: str, values: dict[str, Any]) -> list[str]:
    hits = KIND.make_search(values).begin()(text)
    return [text[hit.begin : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wind the clocks.", []),
        ("Wnd the clocc (clokc), “klock”.", ["Wnd", "clocc", "clokc", "klock"]),
        ("the HTTP clock of JavaScript, 0x1F, 1,000", ["of"]),
        ("well-knwon, a/b, Größße, x1", []),
        ("the clock’s lindenmark", ["clock’s", "lindenmark"]),
        ("", []),
        ("\0 ''' (((", []),
        (f"{'z' * 5000} the", ["z" * 5000]),
    ],
)
def test_words_that_are_not_there_are_found(words, text: str, expected: list[str]) -> None:
    assert found(text, words) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({},                                           ["frobs", "Mea", "culpa", "gfm"]),
        ({"custom": True},                             "Übungg frobs A-b Mea culpa gfm".split()),
        ({"filters": (r"^frob",)},                     ["Mea", "culpa", "gfm"]),
        ({"exceptions": ("gfm",)},                     ["frobs", "Mea", "culpa"]),
        ({VOCABULARY: ("mea culpa",)},                 ["frobs", "gfm"]),
        ({VOCABULARY: ("mea culpa",), "vocab": False}, ["frobs", "Mea", "culpa", "gfm"]),
        ({"ignore": ("list.txt",)},                    ["frobs", "gfm"]),
    ],
)  # fmt: skip
def test_what_is_let_pass(words, write, tmp_path: Path, keys: dict[str, Any], expected) -> None:
    write("config/ignore/list.txt", "mea\nculpa\n")

    values = {**words, STYLES: (tmp_path,), **keys}

    assert found("Übung Übungg frobs A-b Mea culpa gfm", values) == expected


def test_suggestions_are_made_where_the_rule_asks_and_for_few_words(words) -> None:
    text = "clocc wnid teh clokc cloock wiind"
    asked = [*KIND.make_search({**words, "action": Action("suggest")}).begin()(text)]

    assert asked[0] == Hit(0, 5, ("clocc",), ("clock",))
    assert [bool(hit.replacements) for hit in asked] == [True] * 3 + [False] * 3
    assert not any(hit.replacements for hit in KIND.make_search(words).begin()(text))


@pytest.mark.parametrize(
    ("keys", "error", "told"),
    [
        ({"dictionaries": ("nn_NN",)}, NotHereError, "There is no `nn_NN.aff` with a `nn_NN.dic`."),
        ({"dicpath": "/nowhere"},      OptionError,  "There is no folder `/nowhere`."),
        ({"aff": "own.aff"},           OptionError,  "`aff` and `dic` belong together."),
        ({"aff": "x", "dic": "x"},     NotHereError, "There is no file `x`."),
        ({"ignore": ("none.txt",)},    NotHereError, "There is no `none.txt`."),
        ({"filters": ("(",)},          OptionError,  ""),
    ],
)  # fmt: skip
def test_what_is_missing_is_told(words, keys, error: type[OptionError], told: str) -> None:
    with pytest.raises(error) as caught:
        KIND.make_search({**words, **keys})

    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("dic", [b"", b"clock\n", b"\xff\xfe\x00", b"# words\n"])
def test_what_is_no_dictionary_is_told(words, write, dic: bytes) -> None:
    write("own/own.dic", dic)

    with pytest.raises(OptionError, match="and not with the number of its words"):
        KIND.make_search(words)


@pytest.mark.parametrize(
    "aff", [b"", b"\xff" * 3000, b"SET nothing\nSFX", b"FLAG num\nSFX 1 Y 9\n"]
)
@pytest.mark.parametrize("dic", [DIC.encode(), b"9\n/\n//\n\xff\xfe/S\n", b"1\n" + b"z/S" * 9999])
def test_a_broken_dictionary_breaks_nothing(words, write, aff: bytes, dic: bytes) -> None:
    write("own/own.aff", aff)
    write("own/own.dic", dic)

    assert "qqq" in found("the qqq Ärger ☃a " + "z" * 3000, {**words, "custom": True})


def test_a_dictionary_that_changes_is_read_anew(words, write, tmp_path: Path) -> None:
    assert found("frobs", words) == ["frobs"]

    write("own/own.dic", "1\nfrobs\n")

    assert found("frobs", words) == []
    assert KIND.make_search(words).sources == (tmp_path / "own/own.aff", tmp_path / "own/own.dic")


def test_without_the_library_it_says_how_to_install_it(words, monkeypatch) -> None:
    monkeypatch.setattr(dictionaries, "LIBRARY", "a_library_that_is_not_there")

    with pytest.raises(NotHereError, match=r"pip install 'advocacy\[spelling\]'"):
        KIND.make_search(words)


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("en_US", "recieve teh adress", "receive the address of an organization's blog"),
        ("de_DE", "Straßenverkerhsordnung", "Straßenverkehrsordnung Bundesverwaltungsgericht"),
    ],
)
def test_real_dictionaries_know_their_languages(words, language: str, wrong, right) -> None:
    values = {**words, "dicpath": "", "dictionaries": (language,), "custom": True}
    need_dictionary(language)

    assert found(wrong, values) == wrong.split()
    assert found(right, values) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't copy (this).", ["Don't", "copy", "this"]),
        ("no ‘automatic’ e.g. Mr. $100", ["no", "automatic", "e.g.", "Mr."]),
        ("1 2 — **", []),
    ],
)
def test_words_stand_without_what_is_around_them(text: str, expected: list[str]) -> None:
    assert [word for _, word in find_words(text)] == expected
