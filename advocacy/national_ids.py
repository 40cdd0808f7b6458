"""The numbers by which states know people: how each is written, and its check digits."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from advocacy.checksums import digits_of, is_luhn, is_mod_11_10, is_verhoeff, weigh


@dataclass(frozen=True, slots=True)
class NationalId:
    """One row of the table.

    Attributes:
        name: What people call it.
        pattern: How it is written.
        is_valid: Whether the written number can be one.
        source: Where its form is described.
        checked: When it was held against that, and 60,000 numbers against python-stdnum 2.2.
    """

    name: str
    pattern: re.Pattern[str]
    is_valid: Callable[[str], bool]
    source: str
    checked: str


def _row(
    name: str,
    pattern: str,
    source: str,
    checked: str,
    is_valid: Callable[[str], bool] = lambda _: True,
) -> NationalId:
    whole = re.compile(rf"(?<![\w.+-])(?:{pattern})(?![\w-])", re.ASCII)
    return NationalId(name, whole, is_valid, source, checked)


# What A or 0, B or 1, and so on, count for at odd places of a fiscal code: A is 0, B is 1.
_ODD = "BAFHJNPRTVCESULDGIMOQKWZYX"


def _is_nir(text: str) -> bool:
    plain = text.replace(" ", "").replace("2A", "19").replace("2B", "18")
    return 97 - int(plain[:13]) % 97 == int(plain[13:])


def _is_tax_id(text: str) -> bool:
    digits = digits_of(text)
    counts = sorted(digits[:10].count(digit) for digit in set(digits[:10]))
    return counts[-1] in {2, 3} and counts[-2:-1] == [1] and is_mod_11_10(digits)


def _is_bsn(text: str) -> bool:
    return weigh(digits_of(text), (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def _is_dni(text: str) -> bool:
    plain = re.sub(r"[. -]", "", text)
    number = plain[:-1].translate(str.maketrans("XYZ", "012"))
    return "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23] == plain[-1]


def _is_fiscal_code(text: str) -> bool:
    values = [int(each, 36) - 10 * each.isalpha() for each in text[:15]]
    total = sum(
        ord(_ODD[value]) - ord("A") if index % 2 == 0 else value
        for index, value in enumerate(values)
    )
    return chr(ord("A") + total % 26) == text[15]


def _is_pesel(text: str) -> bool:
    return weigh(text, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0


def _is_ahv(text: str) -> bool:
    return weigh(digits_of(text), (1, 3) * 6 + (1,)) % 10 == 0


def _is_cpf(text: str) -> bool:
    digits = digits_of(text)
    first, second = (weigh(digits, range(most, 1, -1)) * 10 % 11 % 10 for most in (10, 11))
    return digits[9:] == f"{first}{second}" and len(set(digits)) > 1


def _is_rijksregister(text: str) -> bool:
    digits = digits_of(text)
    rests = (97 - int(century + digits[:9]) % 97 for century in ("", "2"))
    return int(digits[9:]) in rests


NATIONAL_IDS: Mapping[str, NationalId] = {
    # Two numbers of sample cards are known to be nobody's.
    "us-ssn": _row(
        "US social security number",
        r"(?!078-05-1120|219-09-9999)(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}",
        "https://www.ssa.gov/employer/randomizationfaqs.html",
        "2026-11-24",
    ),
    "uk-nino": _row(
        "UK national insurance number",
        r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]",
        "https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110",
        "2026-11-24",
    ),
    "ca-sin": _row(
        "Canadian social insurance number",
        r"[1-79]\d{2}([ -])\d{3}\1\d{3}",
        "https://www.canada.ca/en/employment-social-development/services/sin.html",
        "2026-11-24",
        lambda text: is_luhn(digits_of(text)),
    ),
    "fr-nir": _row(
        "French social security number",
        r"[1-478] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}",
        "https://www.insee.fr/en/metadonnees/definition/c1409",
        "2026-11-24",
        _is_nir,
    ),
    "de-idnr": _row(
        "German tax identification number",
        r"[1-9]\d(?: ?\d{3}){3}",
        "https://de.wikipedia.org/wiki/Steuerliche_Identifikationsnummer",
        "2026-11-24",
        _is_tax_id,
    ),
    "nl-bsn": _row(
        "Dutch citizen service number",
        r"\d{9}|\d{4}\.\d{2}\.\d{3}",
        "https://nl.wikipedia.org/wiki/Burgerservicenummer",
        "2026-11-24",
        _is_bsn,
    ),
    "be-rn": _row(
        "Belgian national number",
        r"\d{2}\.?[0-5]\d\.?[0-3]\d-?\d{3}\.?\d{2}",
        "https://nl.wikipedia.org/wiki/Rijksregisternummer",
        "2026-11-24",
        _is_rijksregister,
    ),
    "es-dni": _row(
        "Spanish identity number",
        r"(?:\d{2}\.?\d{3}\.?\d{3}|[XYZ]-?\d{7})[- ]?[A-HJ-NP-TV-Z]",
        "https://es.wikipedia.org/wiki/N%C3%BAmero_de_identidad_de_extranjero",
        "2026-11-24",
        _is_dni,
    ),
    # Where two people would have the same one, letters stand for some of its digits.
    "it-cf": _row(
        "Italian fiscal code",
        r"[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]",
        "https://it.wikipedia.org/wiki/Codice_fiscale",
        "2026-11-24",
        _is_fiscal_code,
    ),
    "pl-pesel": _row(
        "Polish PESEL number",
        r"\d{2}(?:[02468][1-9]|[13579][0-2])[0-3]\d{6}",
        "https://www.gov.pl/web/gov/czym-jest-numer-pesel",
        "2026-11-24",
        _is_pesel,
    ),
    "se-pnr": _row(
        "Swedish personal number",
        r"(?:19|20)?\d{2}[01]\d[0-3]\d[-+]\d{4}",
        "https://en.wikipedia.org/wiki/Personal_identity_number_(Sweden)",
        "2026-11-24",
        lambda text: is_luhn(digits_of(text)[-10:]),
    ),
    "ch-ahv": _row(
        "Swiss insurance number",
        r"756\.\d{4}\.\d{4}\.\d{2}",
        "https://de.wikipedia.org/wiki/Sozialversicherungsnummer",
        "2026-11-24",
        _is_ahv,
    ),
    "br-cpf": _row(
        "Brazilian CPF",
        r"\d{3}\.\d{3}\.\d{3}-\d{2}",
        "https://en.wikipedia.org/wiki/Cadastro_de_Pessoas_F%C3%ADsicas",
        "2026-11-24",
        _is_cpf,
    ),
    # Four groups of four digits are a payment card.
    "in-aadhaar": _row(
        "Indian Aadhaar number",
        r"(?<!\d )[2-9]\d{3} \d{4} \d{4}(?! \d{4})",
        "https://en.wikipedia.org/wiki/Aadhaar",
        "2026-11-24",
        lambda text: is_verhoeff(digits_of(text)),
    ),
}
