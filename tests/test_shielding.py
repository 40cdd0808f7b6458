from html import unescape

import pytest

from advocacy.shielding import shield_addresses


@pytest.mark.parametrize(
    "page",
    [
        '<a href="mailto:ana@example.org?subject=A%20night">ana@example.org</a>',
        "<p>(ana.lee+blog@mail.example.co.uk)</p>",
        "<textarea>Write to ana@example.org.</textarea>",
        '<p data-all="ana@example.org,bo@example.org"></p>',
        "<p>o&#39;neil@example.org</p>",
    ],
)
def test_an_address_is_read_by_browsers_and_not_by_harvesters(page: str) -> None:
    shielded = shield_addresses(page)

    assert "@" not in shielded
    assert "mailto" not in shielded
    assert unescape(shielded) == unescape(page)


@pytest.mark.parametrize(
    "page",
    [
        "<p>@ana@example.social and https://example.social/@ana@other.example/1</p>",
        '<script type="application/ld+json">{"email": "ana@example.org"}</script>',
        "<p>A scale of 1@2, and a@b</p>",
    ],
)
def test_what_is_no_address_stays(page: str) -> None:
    assert shield_addresses(page) == page


def test_long_words_cost_no_more_than_their_length() -> None:
    page = "a" * 400_000 + "@"

    assert shield_addresses(page) == page
