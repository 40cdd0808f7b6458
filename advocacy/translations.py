"""The interface in the reader's language: its messages, dates, numbers, direction and names."""

import gettext
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

# By numbering system, as CLDR calls those that are some language's own: its zero.
ZEROS = {"arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "tibt": "༠"}
# ISO 15924.
SCRIPT_LETTERS = 4
# The language in which the interface's messages are written down.
ENGLISH = "en"
LOCALES = Path(__file__).parent / "locale"


@cache
def translations_for(lang: str) -> gettext.NullTranslations:
    """Return the interface's messages in a language, given as a BCP 47 tag.

    A regional language falls back to its parent, such as `fr-CA` to `fr`; what has no
    translation is in English. Read from the .po files themselves: nothing is to be compiled.
    """
    file = _find_messages(lang)
    return _read_translations(file) if file else gettext.NullTranslations()


@cache
def interface_language(lang: str) -> str:
    """Return the language of the interface's words on a page: its own, or English."""
    return lang if ENGLISH in _fallbacks(lang) or _find_messages(lang) else ENGLISH


def format_day(day: date, lang: str) -> str:
    """Return a day as readers of a language write it out, such as `31 mars 2026`.

    A language that Babel does not know gets the ISO form, which is nobody's and so fits all.
    """
    locale = _locale(lang)
    if locale is None:
        return day.isoformat()
    return format_date(day, format="long", locale=locale).translate(_digits(locale))


# The same few numbers stand on hundreds of pages.
@lru_cache(maxsize=4_096)
def format_number(number: int, lang: str) -> str:
    """Return a number as readers of a language write it, such as `63,206`, `63.206` or `٦٣٬٢٠٦`.

    A language that Babel does not know gets the digits alone.
    """
    locale = _locale(lang)
    if locale is None:
        return str(number)
    told = format_decimal(number, locale=locale, numbering_system="default")
    return told.translate(_digits(locale))


@cache
def _digits(locale: Locale) -> dict[int, str]:
    """Return a locale's own digit for each of ours, in which Babel writes all numbers."""
    zero = ZEROS.get(locale.default_numbering_system, "0")
    return {ord("0") + value: chr(ord(zero) + value) for value in range(10)}


def direction(lang: str) -> str:
    """Return `rtl` for a language written from right to left, else `ltr`."""
    locale = _locale(lang)
    return "rtl" if locale and locale.character_order == "right-to-left" else "ltr"


def script_of(lang: str) -> str:
    """Return the script in which a language is mostly written, such as `Latn`; empty if unknown."""
    locale = _locale(lang)
    if locale is None or locale.script:
        return str(locale.script) if locale else ""
    likely = get_global("likely_subtags")
    tags = (f"{locale.language}_{locale.territory}", locale.language)
    found = next((likely[tag] for tag in tags if tag in likely), "")
    return next((part for part in found.split("_") if len(part) == SCRIPT_LETTERS), "")


def language_name(lang: str, words: str = "") -> str:
    """Return what a language calls itself, such as `français`; the tag where nobody knows.

    Or, where `words` names another language, what that calls it, such as `French`.

    A country is left out: readers look for their language, and `English (United Kingdom)` is
    long for a link.
    """
    locale = _locale(lang)
    if locale is None:
        return lang
    plain = Locale(locale.language, script=locale.script)
    return plain.get_display_name(_locale(words or lang) or locale) or lang


def _find_messages(lang: str) -> Path | None:
    files = (LOCALES / tag / "LC_MESSAGES" / "advocacy.po" for tag in _fallbacks(lang))
    return next((file for file in files if file.is_file()), None)


def _fallbacks(lang: str) -> list[str]:
    """List a tag and its parents, the nearest first: `zh-Hant-TW`, `zh-Hant`, `zh`."""
    parts = lang.split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


def _read_translations(file: Path) -> gettext.GNUTranslations:
    with file.open("rb") as source:
        catalog = read_po(source)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def _locale(lang: str) -> Locale | None:
    for tag in _fallbacks(lang):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None
