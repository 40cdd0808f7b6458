"""Check digits: whether a number can be what it looks like."""

from collections.abc import Sequence

# Verhoeff's tables: the multiplication of the dihedral group of ten, and its permutation.
_MULTIPLY = (
    *("0123456789", "1234067895", "2340178956", "3401289567", "4012395678"),
    *("5987604321", "6598710432", "7659821043", "8765932104", "9876543210"),
)
_PERMUTE = (
    *("0123456789", "1576283094", "5803796142", "8916043527"),
    *("9453126870", "4286573901", "2793806415", "7046913258"),
)


def digits_of(text: str) -> str:
    """Return the ASCII digits of a text, in order."""
    return "".join(character for character in text if character in "0123456789")


def is_luhn(digits: str) -> bool:
    """Say whether digits end in the check digit of ISO/IEC 7812, as those of cards do."""
    doubled = (int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(digits)))
    return sum(number - 9 * (number > 9) for number in doubled) % 10 == 0


def is_mod_97(text: str) -> bool:
    """Say whether letters and digits are 1 modulo 97 (ISO 7064), the first four put last."""
    turned = text[4:] + text[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def is_verhoeff(digits: str) -> bool:
    """Say whether digits end in Verhoeff's check digit."""
    check = "0"
    for index, digit in enumerate(reversed(digits)):
        check = _MULTIPLY[int(check)][int(_PERMUTE[index % 8][int(digit)])]
    return check == "0"


def is_mod_11_10(digits: str) -> bool:
    """Say whether digits end in the check digit of ISO 7064's mod 11, 10."""
    product = 10
    for digit in digits[:-1]:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return (11 - product) % 10 == int(digits[-1])


def weigh(digits: str, weights: Sequence[int]) -> int:
    """Return the sum of digits, each times its weight."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
