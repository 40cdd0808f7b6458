"""Addresses and slugs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy import addresses
from advocacy.publishing.paging import front_size, numbered_pages
from advocacy.slugs import ID_PATTERN, LONGEST_SLUG, slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The night shift", "the-night-shift"),
        ("Zoë's café – 10 % off!", "zoes-cafe-10-off"),
        ("Straße, Łódź, Ørsted", "strasse-lodz-orsted"),
        ("--", ""),
        ("../../etc/passwd", "etc-passwd"),
        ("word " * 40, "-".join(["word"] * 16)),
    ],
)
def test_a_title_becomes_a_slug(title, slug):
    assert slugify(title) == slug


@given(st.text(max_size=200))
def test_a_slug_is_empty_or_an_id(title):
    slug = slugify(title)

    assert not slug or (ID_PATTERN.fullmatch(slug) and len(slug) <= LONGEST_SLUG)


@pytest.mark.parametrize(
    ("address", "file"),
    [("", "index.html"), ("2026/a/", "2026/a/index.html"), ("404.html", "404.html")],
)
def test_an_address_is_served_by_a_file(address, file):
    assert addresses.file_of(address) == file


@given(st.integers(0, 300), st.integers(5, 40))
def test_a_new_post_never_shifts_a_numbered_page(total, size):
    before = numbered_pages(list(range(total))[::-1], size)
    after = numbered_pages(list(range(total + 1))[::-1], size)

    assert after[: len(before)] == before


@given(st.integers(0, 300), st.integers(5, 40))
def test_each_post_is_on_the_front_or_on_one_numbered_page(total, size):
    items = list(range(total))[::-1]
    pages = numbered_pages(items, size)

    shown = items[: front_size(total, size)] + [item for page in pages[::-1] for item in page]

    assert shown == items
