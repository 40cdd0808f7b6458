"""What is said of quotes that do not stand in a post, in a time that has a bound."""

import pytest

from advocacy.editorial.builtin.quotation import LONGEST_COMPARED, MOST_COMPARED
from tests.conftest import POST
from tests.editorial.conftest import CheckPost

NEAR = "It says `It beeps in eleven keys.`: quote that."
NONE = "Quote a passage of one paragraph as it stands there."
CURES = [NEAR] * MOST_COMPARED + [NONE] * (5 - MOST_COMPARED)
# No two signs in a row are the same, which is what takes longest to compare.
LONG = "".join(chr(0x4E00 + number * 7 % 5_000) for number in range(60_000))


@pytest.mark.parametrize(
    ("quotes", "text", "cures"),
    [
        (["It beeps in twelve keys."],            "It beeps in eleven keys.", [NEAR]),
        (["Nobody is here."],                     "It beeps in eleven keys.", [NONE]),
        (["It beeps in twelve keys."] * 5,        "It beeps in eleven keys.", CURES),
        ([LONG[::7] + "x"],                       LONG,                       [NONE]),
        ([LONG[:LONGEST_COMPARED] + "x"],         LONG[1:LONGEST_COMPARED],   [NONE]),
    ],
    ids=["near", "far", "many", "long", "too long"],
)  # fmt: skip
def test_a_near_sentence_is_told(
    quotes: list[str], text: str, cures: list[str], check_post: CheckPost
) -> None:
    front = POST.rpartition("---\n")[0]
    listed = "".join(f'    - "{quote}"\n' for quote in quotes)

    findings = check_post(f"{front}share:\n  quotes:\n{listed}---\n{text}\n")

    told = [each.message for each in findings if each.check == "Share.Quote"]
    assert [each.partition("` is not what the post says. ")[2] for each in told] == cures
