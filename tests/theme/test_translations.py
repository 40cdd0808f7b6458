import ast
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from advocacy.share.networks import read_networks
from advocacy.translations import (
    LOCALES,
    direction,
    format_day,
    format_number,
    language_name,
    translations_for,
)

PROJECT = Path(__file__).parent.parent.parent
PO_FILES = sorted(LOCALES.glob("*/LC_MESSAGES/advocacy.po"))
DAY = date(2026, 3, 31)


@cache
def messages() -> set[str | tuple[str, ...]]:
    """Every message that a template, the code or the table of networks holds."""
    with (PROJECT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found: set[str | tuple[str, ...]] = set()
    for network in read_networks().values():
        found |= {text for text in (network.name, network.unit, network.note) if text}
    for folder in ("advocacy", "plugins", "theme"):
        relative = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods]
        chosen = [each for each, whole in zip(relative, methods, strict=True) if each != whole]
        extracted = extract_from_dir(PROJECT / folder, chosen, options)
        found |= {message for _, _, message, _, _ in extracted}
    return found


def test_messages_are_found_in_templates_and_in_code() -> None:
    assert {"Skip to the text", "Newer posts", ("%(count)s post", "%(count)s posts")} <= messages()


def asked_in_code() -> Iterator[str | tuple[str, ...]]:
    """Every message that the code asks for by name, as Python itself reads it."""
    for folder in ("advocacy", "plugins"):
        for file in (PROJECT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield from asked_by(node)


def asked_by(call: ast.Call) -> Iterator[str | tuple[str, ...]]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    taken = {"_": 1, "gettext": 1, "ngettext": 2}.get(name, 0)
    words = [each.value for each in call.args[:taken] if isinstance(each, ast.Constant)]
    if words:
        yield words[0] if taken == 1 else tuple(words)


def test_all_that_the_code_asks_for_is_found_by_extraction() -> None:
    asked = {*asked_in_code()}

    assert {"Share kits", ("and %(count)s more", "and %(count)s more")} <= asked
    assert asked - messages() == set(), "take these out of f-strings, where Babel finds none"


def test_no_message_is_asked_for_in_an_f_string() -> None:
    """Babel finds none there; one that is asked for elsewhere too would hide that."""
    hidden = [
        f"{file.relative_to(PROJECT)}:{call.lineno}"
        for folder in ("advocacy", "plugins")
        for file in (PROJECT / folder).rglob("*.py")
        for text in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and [*asked_by(call)]
    ]

    assert hidden == []


@pytest.mark.parametrize("file", PO_FILES, ids=lambda file: file.parent.parent.name)
def test_a_translation_is_complete(file) -> None:
    with file.open("rb") as source:
        catalog = read_po(source, abort_invalid=True)
    done = {entry.id for entry in catalog if entry.id and all(strings(entry)) and not entry.fuzzy}

    assert messages() - done == set(), "add these to the .po file"
    assert done - messages() == set(), "nothing asks for these"
    assert [error for entry in catalog for error in entry.check(catalog)] == []


def strings(entry) -> list[str]:
    return [entry.string] if isinstance(entry.string, str) else list(entry.string)


@pytest.mark.parametrize(
    ("lang", "day", "way", "name"),
    [
        ("en", "March 31, 2026", "ltr", "English"),
        ("fr", "31 mars 2026", "ltr", "français"),
        ("fr-CA", "31 mars 2026", "ltr", "français"),
        ("ar", "31 مارس 2026", "rtl", "العربية"),
        ("zh-Hant", "2026年3月31日", "ltr", "中文 (繁體)"),
        ("tlh", "2026-03-31", "ltr", "tlh"),
    ],
)
def test_a_language_brings_its_dates_direction_and_name(
    lang: str, day: str, way: str, name: str
) -> None:
    assert (format_day(DAY, lang), direction(lang), language_name(lang)) == (day, way, name)


@pytest.mark.parametrize(
    ("lang", "number", "text"),
    [
        ("en",    63206, "63,206"),
        ("fr",    63206, "63\u202f206"),
        ("de",    63206, "63.206"),
        ("de-CH", 63206, "63’206"),
        ("tlh",   63206, "63206"),
        ("en",      280, "280"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_readers_write_it(lang: str, number: int, text: str) -> None:
    assert format_number(number, lang) == text


@pytest.mark.parametrize(
    ("lang", "copy"),
    [("fr", "Copier"), ("fr-CA", "Copier"), ("en", "Copy"), ("en-GB", "Copy"), ("tlh", "Copy")],
)
def test_messages_come_in_the_nearest_language(lang: str, copy: str) -> None:
    assert translations_for(lang).gettext("Copy") == copy


@pytest.mark.parametrize(
    ("lang", "count", "text"),
    [("en", 0, "posts"), ("en", 1, "post"), ("fr", 0, "billet"), ("fr", 2, "billets")],
)
def test_plurals_follow_the_language(lang: str, count: int, text: str) -> None:
    singular, plural = "%(count)s post", "%(count)s posts"

    assert translations_for(lang).ngettext(singular, plural, count) == f"%(count)s {text}"


@pytest.mark.parametrize(
    ("lang", "count", "text"),
    [
        ("es",    1, "1 entrada"),
        ("es",    2, "2 entradas"),
        ("de",    0, "0 Beiträge"),
        ("de",    1, "1 Beitrag"),
        ("ja",    1, "記事1件"),
        ("ja",    9, "記事9件"),
        ("ar",    0, "لا تدوينات"),
        ("ar",    1, "تدوينة واحدة"),
        ("ar",    2, "تدوينتان"),
        ("ar",    3, "3 تدوينات"),
        ("ar",   10, "10 تدوينات"),
        ("ar",   11, "11 تدوينة"),
        ("ar",   99, "99 تدوينة"),
        ("ar",  100, "100 تدوينة"),
        ("ar",  103, "103 تدوينات"),
        ("ar-EG", 2, "تدوينتان"),
    ],
)  # fmt: skip
def test_a_count_is_said_as_a_language_counts(lang: str, count: int, text: str) -> None:
    told = translations_for(lang).ngettext("%(count)s post", "%(count)s posts", count)

    assert told % {"count": count} == text


def test_the_readme_names_the_languages_that_there_are() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    names = {Locale.parse(file.parent.parent.name).english_name for file in PO_FILES}

    assert len(names) == 5
    assert [name for name in names if name not in readme] == []


@pytest.mark.parametrize("lang", ["ar", "de", "es", "fr", "ja"])
def test_each_form_of_a_plural_is_there(lang: str) -> None:
    with (LOCALES / lang / "LC_MESSAGES/advocacy.po").open("rb") as source:
        catalog = read_po(source)
    forms = {len(entry.string) for entry in catalog if entry.pluralizable}

    assert forms == {catalog.num_plurals}
    assert catalog.num_plurals == {"ar": 6, "ja": 1}.get(lang, 2)
