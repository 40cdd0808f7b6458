"""For which texts a pattern needs no clock beside it."""

import pytest

from advocacy.editorial.pattern_cost import LONGEST, longest_quick_text

PARAGRAPH = 1_000


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bchairman\b",
        r"\b(?:in order to|utili[sz]e[ds]?)\b",
        r"\b\w+\b",
        r"[^.!?]{200,}",
        r"(?<=[a-z])—\s|\s—(?=[a-z])",
        r"\$\d{1,3}(?:,\d{3})?",
    ],
)
def test_a_plain_pattern_is_done_with_a_paragraph_soon(pattern: str) -> None:
    assert PARAGRAPH <= longest_quick_text(pattern) <= LONGEST


@pytest.mark.parametrize(
    ("pattern", "longest"),
    [
        (r"(?:a+)+b", 0),
        (r"(?:a|aa)+b", 0),
        (r"(?:a|a){30}b", 0),
        (r"(?:a?){30}b", 0),
        ("a?" * 30 + "b", 0),
        (r"(a|b)\1", 0),
        (r"(?<n>a)\k<n>", 0),
        (r"(?P<n>a)(?P=n)", 0),
        (r"(?(a)b|c)", 0),
        (r"(?=.*a)(?=.*b)(?=.*c)x", 47),
        (r".*a.*a.*b", 47),
        (r"\w+@\w+", 170),
        (r"(?<=a+)b", 2_236),
    ],
)
def test_what_can_go_on_for_long_is_watched(pattern: str, longest: int) -> None:
    assert longest_quick_text(pattern) == longest
