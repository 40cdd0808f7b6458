"""Letters that only look like letters: the bold and the italic of social networks."""

import re
import unicodedata
from collections.abc import Iterator

from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice

# Mathematical letters, those that older blocks lend them, circled ones, and struck-out ones.
_SIGN = (
    "[\U0001d400-\U0001d7ff\u2102\u210a-\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131"
    "\u2133\u2134\u24b6-\u24e9\U0001f150-\U0001f169\U0001f130-\U0001f149]"
)
# Capitals in the size of small letters, of which phonetics has some, and wide letters, which are
# themselves where signs are as wide.
_SMALL = "[\u1d00-\u1d22\u0262\u026a\u0274\u0280\u028f\u029c\u029f\ua730\ua731]"
_WIDE = "[\uff21-\uff3a\uff41-\uff5a]"
_WIDE_LANGUAGES = ("ja", "zh", "ko")
_STRUCK = "(?:[^\\W\\d_][\u0332\u0333\u0335-\u0338])"
# A formula has one or two of these in a row.
_LETTERS, _LETTERS_OR_WIDE = (
    re.compile(
        rf"(?:{sign}{{3,}}|{_STRUCK}{{3,}}|{_SMALL}{{3,}})"
        rf"(?:[ '’.,-]{{1,2}}(?:{sign}|{_STRUCK}|{_SMALL})+)*"
    )
    for sign in (_SIGN, f"(?:{_SIGN}|{_WIDE})")
)


def find_letters(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find words in signs that a screen reader spells out, or passes over."""
    lang = getattr(manuscript.piece, "lang", "")
    letters = _LETTERS if lang.startswith(_WIDE_LANGUAGES) else _LETTERS_OR_WIDE
    for unit in manuscript.units["text"]:
        for found in letters.finditer(unit.text) if not unit.text.isascii() else ():
            plain = _plain(found[0])
            message = (
                f"`{found[0]}` is no word to a screen reader, nor to a search. Write `{plain}`."
            )
            place = unit.span(*found.span())
            yield check.notice(*place, message, found[0], (plain,))


def _plain(text: str) -> str:
    plain = re.sub("[\u0332\u0333\u0335-\u0338]", "", unicodedata.normalize("NFKC", text))
    # Of squared letters, and of small capitals, Unicode says nothing but their names.
    return "".join(_named(character) for character in plain)


def _named(character: str) -> str:
    name = unicodedata.name(character, "")
    if found := re.fullmatch(r"NEGATIVE \w+ LATIN CAPITAL LETTER (\w)", name):
        return found[1]
    small = re.fullmatch(r"LATIN LETTER SMALL CAPITAL (\w)", name)
    return small[1].lower() if small else character


CHECKS = (Check("Text.Letters", "warning", "Signs that only look like letters.", find_letters),)
