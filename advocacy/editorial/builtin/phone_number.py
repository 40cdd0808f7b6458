"""Phone numbers: those that ring somebody's phone, and not an office's free line."""

import re
from collections.abc import Iterator

from advocacy.checksums import digits_of
from advocacy.editorial.builtin.check import Check
from advocacy.editorial.context import Context
from advocacy.editorial.everywhere import find_everywhere
from advocacy.editorial.manuscript import Manuscript
from advocacy.editorial.notice import Notice
from advocacy.staff import StaffMember

# Of a number without a country's, only a word before it tells that it is one.
_WORD = (
    r"(?i:tele(?:ph|f)on\w*|t[ée]l(?:[ée]phone\w*)?|phone|mobile?|cell|handy|ring|call|text|fon"
    r"|whatsapp|☎)"
)
_GAP = "[ ./‐‑–-]"
# No area of North America begins with 0 or 1.
_INTERNATIONAL = rf"\+(?!1{_GAP}?\(?[01])[1-9]\d{{0,2}}(?:{_GAP}{{0,2}}\(?\d{{1,5}}\)?){{2,7}}"
_AMERICAN = (
    r"(?:1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}(?P<gap>[-.‑]))[2-9]\d{2}"
    r"(?(gap)(?P=gap)|[-. ])\d{4}"
)
# Five pairs are French.
_PAIRS = r"0[1-79](?P<between>[ .-])\d\d(?:(?P=between)\d\d){3}(?![ .-]?\d)"
_DATE = r"\d{1,2}\.\d{1,2}\.\d{2,4}(?!\d)"
_NATIONAL = (
    rf"(?P<national>(?!{_DATE})\(?0\d{{1,5}}\)?(?:{_GAP}{{1,3}}\d{{1,8}}){{1,5}}|0\d{{8,11}})"
)
_NUMBER = re.compile(
    rf"(?<![\w+=./#-])(?:{_INTERNATIONAL}|{_AMERICAN}|{_PAIRS}"
    rf"|{_WORD}[.:]{{0,2}} ?(?:us |me |on |at |under )?{_NATIONAL})(?![\w-])",
    re.ASCII,
)
_LEAST_DIGITS, _MOST_DIGITS = 8, 15
# Numbers that nobody has: for American films, and for British ones.
_FICTION = re.compile(r"1?\d{3}55501\d\d|(?:44|0)(?:1632960|2079460|7700900)\d*")
_FREE = re.compile(r"1?8(?:00|33|44|55|66|77|88)\d{7}|(?:44|49|33|0|00)800\d+")


def find_numbers(check: Check, manuscript: Manuscript, context: Context) -> Iterator[Notice]:
    """Find phone numbers; colleagues decide themselves what stands on their own page."""
    if isinstance(manuscript.piece, StaffMember):
        return
    public = {digits_of(each) for each in context.site.privacy.public}
    for seen in find_everywhere(_NUMBER, manuscript):
        number = seen.match["national"] or seen.match[0]
        digits = digits_of(number)
        if _may_ring(digits) and digits not in public:
            start = seen.end - len(number) if seen.match["national"] else seen.start
            message = (
                f"`{number}` looks like a phone number. Take it out or, if everyone may ring it, "
                "add it to `public` below `[privacy]`."
            )
            yield check.notice(start, seen.end, message, number)


def _may_ring(digits: str) -> bool:
    has_length = _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS
    return has_length and not _FICTION.fullmatch(digits) and not _FREE.fullmatch(digits)


CHECKS = (Check("Privacy.Phone", "warning", "A phone number.", find_numbers),)
