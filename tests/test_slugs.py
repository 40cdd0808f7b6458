"""What is made of a title, and called an id, every system can keep as a file."""

import pytest

from advocacy.slugs import find_flaw, find_unfit, fold_path, slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The night shift", "the-night-shift"),
        ("Con", "con-1"),
        ("COM¹", "com1-1"),
        ("Con artists", "con-artists"),
        ("…", ""),
    ],
)
def test_a_slug_is_made_of_a_title(title, slug):
    assert slugify(title) == slug
    assert not slug or find_flaw(slug, "an address") == ""


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("night-shift", ""),
        ("con", "`con` is the name of a device on Windows"),
        ("lpt9", "`lpt9` is the name of a device on Windows"),
        ("Night", "`Night` cannot be an id"),
        ("night.", "`night.` cannot be an id"),
    ],
)
def test_what_keeps_a_word_from_being_an_id_is_told(word, told):
    assert find_flaw(word, "an id") == told


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("posts/a picture.png", ""),
        ("posts/élan.jpg", ""),
        ("console/printer.png", ""),
        (".well-known/security.txt", ""),
        ("CON.png", "`CON.png` is the name of a device on Windows"),
        ("aux/x.png", "`aux` is the name of a device on Windows"),
        ("com¹.tar.png", "`com¹.tar.png` is the name of a device on Windows"),
        ("x./y.png", "`x.` ends in a dot or a space, which Windows leaves out"),
        ("x.png ", "`x.png ` ends in a dot or a space, which Windows leaves out"),
        ("a:b.png", "`a:b.png` has a `:` in it, which no name on Windows has"),
    ],
)
def test_what_some_system_cannot_keep_is_told(path, told):
    assert find_unfit(path) == told


@pytest.mark.parametrize(
    ("one", "other"), [("A.png", "a.png"), ("e\u0301.png", "\u00e9.png"), ("ß.png", "SS.png")]
)
def test_what_some_system_takes_for_one_is_folded_alike(one, other):
    assert fold_path(one) == fold_path(other)
