"""The addresses that posts had."""

import pytest

from advocacy.imports.old_addresses import Placed, addresses_of, likely_styles, old_address

LIFT = Placed("2015-06-03-lift", "lift", ("2015-06-04", "2015-06-03"), ("news",))


@pytest.mark.parametrize(
    ("style", "address"),
    [
        ("pretty", "/news/2015/06/04/lift/"),
        ("date", "/news/2015/06/04/lift.html"),
        ("none", "/news/lift.html"),
        ("/blog/:year/:i_month/:title/", "/blog/2015/6/lift/"),
        (":title", "/lift"),
        ("/:week/:title/", ""),
    ],
)
def test_a_permalink_setting_gives_an_address(style: str, address: str) -> None:
    assert old_address(style, LIFT, "2015-06-04") == address


def test_both_days_of_a_post_give_an_address() -> None:
    found = addresses_of(LIFT, ["/:year/:month/:day/:title/"])

    assert found == ["/2015/06/04/lift/", "/2015/06/03/lift/"]


@pytest.mark.parametrize(
    ("body", "styles"),
    [
        ("[a](/2015/06/03/lift/)", ("/:year/:month/:day/:title/",)),
        ('<a href="/blog/2015/lift/">', ("/blog/:year/:title/",)),
        ("[a](/blog/lift) and [b](/blog/lift)", ("/blog/:title/",)),
        ("nothing", ("/:year/:month/:day/:title/",)),
    ],
)
def test_links_within_posts_tell_how_a_source_made_its_addresses(
    body: str, styles: tuple[str, ...]
) -> None:
    assert likely_styles({"x": LIFT}, [body]) == styles
