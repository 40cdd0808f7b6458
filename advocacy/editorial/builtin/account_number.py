"""Numbers of cards, accounts and people, each known by its check digits."""

import re
from collections.abc import Callable, Iterator

from advocacy.checksums import digits_of, is_luhn, is_mod_97
from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.everywhere import find_everywhere
from advocacy.editorial.iban_shapes import IBAN
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.national_ids import NATIONAL_IDS

# By their first digits: Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay.
_CARD = re.compile(
    r"(?<![\w.+/-])(?:"
    r"(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6(?:011|4[4-9]\d|5\d{2}|2\d{2})|35[2-8]\d)"
    r"(?P<gap>[ .-]?)\d{4}(?P=gap)\d{4}(?P=gap)\d{4}"
    r"|3[47]\d{2}(?P<gap2>[ .-]?)\d{6}(?P=gap2)\d{5}"
    r"|3(?:0[0-5]|[68]\d)\d(?P<gap3>[ .-]?)\d{6}(?P=gap3)\d{4}"
    r")(?![\w-]|\.\d)",
    re.ASCII,
)
# Every card company's own test numbers begin so; they pay for nothing.
_TEST_CARDS = frozenset(
    {"4111111111111111", "4242424242424242", "4012888888881881", "5555555555554444"}
    | {"5105105105105100", "378282246310005", "371449635398431", "6011111111111117"}
    | {"4000056655665556", "5200828282828210", "6011000990139424", "3056930009020004"}
    | {"30569309025904", "3530111333300000", "3566002020360505", "38520000023237"}
)
# Numbers of people have up to eleven digits, but for a few, and those of cards and accounts more.
LONGEST_SHORT = 14


def find_cards(check: Check, manuscript: Manuscript, _: Context) -> Iterator[Notice]:
    """Find numbers of payment cards."""

    def is_card(text: str) -> bool:
        digits = digits_of(text)
        return is_luhn(digits) and digits not in _TEST_CARDS

    yield from _notices(check, manuscript, _CARD, is_card, "is the number of a payment card")


def find_ibans(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find numbers of bank accounts."""
    public = {_close_up(each).upper() for each in context.site.privacy.public}

    def is_iban(text: str) -> bool:
        plain = _close_up(text)
        # Words in small letters have the shape now and then, and one in 97 the check digits.
        is_written = plain.isupper() or len(digits_of(plain)) > len(plain) / 2
        return is_written and plain.upper() not in public and is_mod_97(plain)

    yield from _notices(check, manuscript, IBAN, is_iban, "is the number of a bank account")


def _close_up(number: str) -> str:
    return re.sub("[ -]", "", number)


def find_national_ids(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find the numbers by which states know people: those that the site has chosen."""
    for name in context.site.privacy.national_ids:
        row = NATIONAL_IDS[name]
        what = f"looks like somebody's {row.name}"
        yield from _notices(check, manuscript, row.pattern, row.is_valid, what)


def _notices(
    check: Check,
    manuscript: Manuscript,
    pattern: re.Pattern[str],
    is_one: Callable[[str], bool],
    what: str,
) -> Iterator[Notice]:
    for seen in find_everywhere(pattern, manuscript):
        if is_one(seen.match[0]):
            shown = hide_middle(seen.match[0])
            yield check.notice(seen.start, seen.end, f"`{shown}` {what}. Take it out.", shown)


def hide_middle(number: str) -> str:
    """Return a number with its first and last signs alone, the rest starred.

    Of a short one fewer are told, for six of nine digits are most of it.
    """
    first, last = (4, 2) if len(number) > LONGEST_SHORT else (2, 1)
    return number[:first] + re.sub(r"\w", "*", number[first:-last]) + number[-last:]


CHECKS = (
    Check("Privacy.Card", "error", "A payment card's number.", find_cards),
    Check("Privacy.Iban", "warning", "A bank account's number.", find_ibans),
    Check("Privacy.NationalId", "error", "A number that is one person's.", find_national_ids),
)
