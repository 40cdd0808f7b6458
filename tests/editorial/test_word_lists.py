"""Every language's words are read, and can be looked for."""

from dataclasses import fields

import pytest

from advocacy.editorial.words import FOLDER, Words, make_name_pattern, make_pattern, read_words

LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_languages_words_are_whole(language: str) -> None:
    words = read_words(language)

    assert words
    for field in fields(Words):
        assert getattr(words, field.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_languages_patterns_can_be_compiled(language: str) -> None:
    words = read_words(language)
    assert words

    for name in ("praise", "labels", "selling", "answering", "claiming", "figures", "origins"):
        assert make_pattern(getattr(words, name)).search("") is None
    for templates in (words.claims, words.disclosing):
        assert make_name_pattern(templates, ("A+B", "C (D)"), words).search("") is None


def test_a_language_that_nobody_has_written_down_has_no_words() -> None:
    assert read_words("tlh") is None
