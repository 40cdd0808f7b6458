"""Bank accounts: in which countries an IBAN has how many letters and digits."""

import re
from collections.abc import Mapping

# Release 101 of ISO 13616's registry (https://www.swift.com/node/11971), checked 2026-11-24.
COUNTRIES: Mapping[int, str] = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}


def _shape(length: int, countries: str) -> str:
    return rf"(?:{countries.replace(' ', '|')})\d\d(?:[ -]?[A-Z0-9]){{{length - 4}}}"


_SHAPES = "|".join(_shape(*row) for row in COUNTRIES.items())
# By its length alone it is told from the letters that follow it.
IBAN = re.compile(rf"(?<![\w-])(?=[A-Z]{{2}}\d\d)(?:{_SHAPES})(?![\w-])", re.ASCII | re.IGNORECASE)
