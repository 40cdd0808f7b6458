"""Rules that look words up, with a dictionary of our own and with the system's."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from advocacy.cli.main import main
from advocacy.editorial.action import Action
from advocacy.editorial.finding import Finding
from advocacy.editorial.kinds import KINDS, dictionaries
from advocacy.editorial.kinds.kind import STYLES, VOCABULARY, Hit, NotHereError, OptionError
from advocacy.editorial.kinds.spoken_words import find_words
from advocacy.editorial.suggesting import MOST_WORDS, add_suggestions
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


def test_what_was_meant_is_told_on_demand(words) -> None:
    search = KIND.make_search(words)

    assert [*search.begin()("clocc")] == [Hit(0, 5, ("clocc",))]
    assert search.suggest("clocc") == ("clock",)


STYLE = """\
extends: spelling
message: "%s"
dictionaries: [own]
dicpath: own
action: {name: suggest}
"""


def test_the_first_words_of_a_report_have_suggestions(words, write, tmp_path, monkeypatch) -> None:
    write(".vale.ini", "StylesPath = styles\n[*]\nBasedOnStyles = Own\n")
    write("styles/Own/Words.yml", STYLE)
    write("a.txt", " ".join(f"clo{'c' * count}" for count in range(2, 30)) + " the clocc\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADVOCACY_CACHE", str(tmp_path / "cache"))
    command = ["check", "--config", ".vale.ini", "--format", "json", "a.txt"]

    cold, warm = (CliRunner().invoke(main, command).stdout for _ in range(2))

    asked = [each["Replacements"] for each in json.loads(cold)["a.txt"]]
    assert cold == warm
    assert asked[0] == asked[-1] == ["clock"]
    assert not any(asked[MOST_WORDS:-1])


def test_of_what_is_hidden_nothing_is_suggested() -> None:
    asked = Action("suggest")
    secret = Finding("a.md", 1, 1, 9, "A.B", "error", "m", match="ghp_…xx", action=asked)

    assert add_suggestions([secret], lambda: pytest.fail("was asked")) == (secret,)


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
