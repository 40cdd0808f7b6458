"""How messages say how many there are."""

import pytest

from advocacy.counting import count_of


@pytest.mark.parametrize(
    ("number", "what", "told"),
    [
        (0, "rule",   "0 rules"),
        (1, "rule",   "1 rule"),
        (2, "rule",   "2 rules"),
        (1, "switch", "1 switch"),
        (2, "switch", "2 switches"),
    ],
)  # fmt: skip
def test_things_are_counted_as_english_says_it(number: int, what: str, told: str) -> None:
    assert count_of(number, what) == told
